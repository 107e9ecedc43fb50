import type { TumourTree } from '#src/knowledge/tumour-tree.ts'
import type { TumourScope } from '#src/knowledge/schema.ts'

/**
 * How a row's tumour scope meets the patient's type. `broader`: the patient's type is stated less precisely than the row's (NSCLC against LUAD).
 * `excluded`: the row itself says that it does not hold here.
 */
export type TumourMatch = 'same' | 'agnostic' | 'broader' | 'family' | 'other' | 'excluded'

const groups: ReadonlySet<string> = new Set(['SOLID', 'HEME', 'ANY'])

export function matchTumour(tree: TumourTree, code: string, scope: TumourScope): TumourMatch {
  if (scope.except.some((one) => tree.isWithin(code, one))) return 'excluded'
  if (scope.in.some((one) => !groups.has(one) && tree.isWithin(code, one))) return 'same'
  if (scope.in.some((one) => groups.has(one) && tree.isWithin(code, one))) return 'agnostic'
  if (tree.rows.has(code) && scope.in.some((one) => !groups.has(one) && tree.isWithin(one, code))) return 'broader'
  const family = tree.lineageFamily(code)
  return family !== null && scope.in.some((one) => !groups.has(one) && tree.lineageFamily(one) === family) ? 'family' : 'other'
}
