import type { Knowledge } from '../knowledge.ts'
import type { ReleaseRows } from '../release.ts'
import type { TumourRow } from '../schema.ts'
import { readOncotree } from './read-oncotree.ts'
import type { OncotreeEntry, OncotreeNode } from './read-oncotree.ts'
import { withCodes } from './rename-tumours.ts'
import type { LostCode } from './rename-tumours.ts'
import type { Reject, RejectCode } from './reject.ts'

export type OncotreeImport = {
  read: number
  imported: number
  rows: ReleaseRows
  rejects: Reject[]
  /** Codes of the release that the file gave another name, and those of its rows it has no type for. */
  renamed: { from: string; to: string }[]
  lost: LostCode[]
}

/** Tissues of blood and lymph; every other type is solid. */
const liquid: ReadonlySet<string> = new Set(['Myeloid', 'Lymphoid', 'Blood', 'Lymph'])
const codeText = /^[A-Za-z][A-Za-z0-9_/-]{0,30}$/

/**
 * An OncoTree file in the place of a release's tumour types: revoked and precursor codes and history with each type, the everyday names of the release kept. The
 * release's rows follow a type to its new code where the file says which one it is; `lost` names those that it cannot tell. Null when the value is no OncoTree.
 */
export function importOncotree(file: string, value: unknown, knowledge: Knowledge, rows: ReleaseRows): OncotreeImport | null {
  const entries = readOncotree(value)
  if (entries === null) return null
  const { kept, rejects } = judged(entries)
  const types = [...kept.values()].map(({ node }) => node)
  const renamed = renamesOf(types, knowledge)
  const before = new Map(renamed.map(({ from, to }) => [to, from]))
  const tumours = types.map((node) => tumourRow(node, knowledge.tumours.get(node.code) ?? knowledge.tumours.get(before.get(node.code) ?? '')))
  const { rows: followed, lost } = withCodes(rows, new Set(kept.keys()), new Map(renamed.map(({ from, to }) => [from, to])))
  return { read: entries.length, imported: tumours.length, rows: { ...followed, tumours: [tumours] }, rejects: rejects.map((one) => ({ file, ...one })), renamed, lost }
}

type Unfit = Omit<Reject, 'file'>

/** Types that stand: with a readable code given once, a name, and a parent that stands as well. */
function judged(entries: readonly OncotreeEntry[]): { kept: Map<string, { place: number; node: OncotreeNode }>; rejects: Unfit[] } {
  const kept = new Map<string, { place: number; node: OncotreeNode }>()
  const rejects: Unfit[] = []
  const reject = (place: number, item: string | null, code: RejectCode, what: string): void => { rejects.push({ line: place, item, code, what }) }
  for (const entry of entries) {
    if ('code' in entry) { reject(entry.place, entry.item, entry.code, entry.what); continue }
    const { place, node } = entry
    if (!codeText.test(node.code)) reject(place, node.code, 'tumour_code_unreadable', node.code)
    else if (kept.has(node.code)) reject(place, node.code, 'tumour_code_twice', node.code)
    else if (!node.name) reject(place, node.code, 'tumour_without_name', '')
    else kept.set(node.code, entry)
  }
  // a type whose parent does not stand falls with it, and so do those below it
  for (let fallen = true; fallen;) {
    fallen = false
    for (const [code, { place, node }] of kept) {
      if (!node.parent || (kept.has(node.parent) && node.parent !== code)) continue
      kept.delete(code)
      reject(place, code, 'tumour_without_parent', node.parent)
      fallen = true
    }
  }
  return { kept, rejects: rejects.toSorted((a, b) => a.line - b.line) }
}

/** Codes of the release that are types no more, where one type alone names them in its history, or as revoked in its favour. */
function renamesOf(types: readonly OncotreeNode[], knowledge: Knowledge): { from: string; to: string }[] {
  const codes = new Set(types.map((node) => node.code))
  return [...knowledge.tumours.keys()].filter((code) => !codes.has(code)).flatMap((from) => {
    for (const field of ['history', 'revocations', 'precursors'] as const) {
      const after = types.filter((node) => node[field].includes(from))
      if (after.length === 1 && after[0]) return [{ from, to: after[0].code }]
      if (after.length > 1) return []
    }
    return []
  })
}

function tumourRow(node: OncotreeNode, known: TumourRow | undefined): TumourRow {
  const tissue = node.tissue ?? ''
  return {
    code: node.code, name: node.name ?? '', parent: node.parent ?? null, mainType: node.mainType ?? '', tissue, level: node.level ?? 0,
    nci: node.externalReferences?.['NCI']?.join('|') ?? null, synonyms: known?.synonyms ?? [], solid: known?.solid ?? (node.parent !== null && node.parent !== undefined && !liquid.has(tissue)),
    ...(node.history.length > 0 ? { history: node.history } : {}), ...(node.revocations.length > 0 ? { revocations: node.revocations } : {}), ...(node.precursors.length > 0 ? { precursors: node.precursors } : {}),
  }
}
