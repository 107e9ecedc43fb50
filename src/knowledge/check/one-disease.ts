import type { TumourTree } from '../tumour-tree.ts'

const groups: ReadonlySet<string> = new Set(['SOLID', 'HEME', 'ANY'])

/** Do two codes speak of one disease for the purpose of a citation: the same, one within the other, of one organ or one main type (mucosal melanoma lies with its organ), or one of them of all such tumours? */
export function isOneDisease(tree: TumourTree, one: string, other: string): boolean {
  if (one === other || groups.has(one) || groups.has(other)) return one === other || (groups.has(one) && groups.has(other)) || tree.isWithin(one, other) || tree.isWithin(other, one)
  if (tree.isWithin(one, other) || tree.isWithin(other, one)) return true
  const [family, type] = [tree.lineageFamily(one), tree.rows.get(one)?.mainType]
  return (family !== null && family === tree.lineageFamily(other)) || (type !== undefined && type !== '' && type === tree.rows.get(other)?.mainType)
}
