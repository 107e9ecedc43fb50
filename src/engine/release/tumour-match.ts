import type { TumourTree } from '#src/knowledge/tumour-tree.ts'
import type { TumourScope } from '#src/knowledge/schema.ts'

/**
 * How a row's tumour scope meets the patient's type. `broader`: the patient's type is stated less precisely than the row's (NSCLC against LUAD).
 * `distant`: across the divide between solid tumours and leukaemia or lymphoma, where dependence seldom carries over (BTK or BCL2 with TP53 in CLL).
 * `excluded`: the row itself says that it does not hold here.
 */
export type TumourMatch = 'same' | 'agnostic' | 'broader' | 'family' | 'other' | 'distant' | 'excluded'

const groups: ReadonlySet<string> = new Set(['SOLID', 'HEME', 'ANY'])

export function matchTumour(tree: TumourTree, code: string, scope: TumourScope): TumourMatch {
  if (scope.except.some((one) => tree.isWithin(code, one))) return 'excluded'
  if (scope.in.some((one) => !groups.has(one) && tree.isWithin(code, one))) return 'same'
  if (scope.in.some((one) => groups.has(one) && tree.isWithin(code, one))) return 'agnostic'
  if (tree.rows.has(code) && scope.in.some((one) => !groups.has(one) && tree.isWithin(one, code))) return 'broader'
  const family = tree.lineageFamily(code)
  if (family !== null && scope.in.some((one) => !groups.has(one) && tree.lineageFamily(one) === family)) return 'family'
  return scope.in.some((one) => isSolid(tree, one) === isSolid(tree, code)) ? 'other' : 'distant'
}

function isSolid(tree: TumourTree, code: string): boolean {
  return code === 'SOLID' || (code !== 'HEME' && (tree.rows.get(code)?.solid ?? true))
}
