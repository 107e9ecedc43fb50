import type { Knowledge } from '../knowledge.ts'
import type { EvidenceRow } from '../schema.ts'
import { civicEvidence } from './civic-evidence.ts'
import type { Held } from './civic-evidence.ts'
import type { CivicFormat } from './civic-item.ts'
import { drugNames } from './civic-therapies.ts'
import { readCivic } from './read-civic.ts'
import { fitAmong } from './fit-imported.ts'
import type { Reject } from './reject.ts'

/** Items read, the rows they became, and every item that became none: read = imported + rejects. */
export type CivicImport = {
  format: CivicFormat
  read: number
  imported: number
  rows: EvidenceRow[]
  rejects: Reject[]
  /** Substitutes that became no row in items whose others did: a drug that is none of ours, or a row of ours that says the opposite. */
  leftOut: { line: number; item: string; code: 'no_therapy_match' | 'contradicts_release'; what: string }[]
}

/**
 * Reads an evidence table of CIViC (nightly or monthly) for a release: every item becomes rows of our shape or a reject with its line and reason. An item
 * the release cites in a row of its own is not read twice. Null with the missing columns when the file is no such table.
 */
export async function importCivic(file: string, lines: AsyncIterable<string>, knowledge: Knowledge): Promise<CivicImport | { format: null; missing: readonly string[] }> {
  const table = await readCivic(lines)
  if (table.format === null) return table
  const held = heldBy(knowledge)
  const fit = fitAmong(knowledge)
  const seen = new Set<string>()
  const out: CivicImport = { format: table.format, read: 0, imported: 0, rows: [], rejects: [], leftOut: [] }
  for await (const line of table.lines) {
    out.read += 1
    if ('broken' in line) { out.rejects.push({ file, line: line.broken, item: null, code: 'line_broken', what: `${line.columns} cells` }); continue }
    const { item } = line
    const evidence = seen.has(item.id) ? { code: 'duplicate_item' as const, what: '' } : civicEvidence(item, held)
    seen.add(item.id)
    if ('code' in evidence) { out.rejects.push({ file, line: item.line, item: item.id, ...evidence }); continue }
    const fitted = evidence.rows.map(fit)
    const rows = fitted.flatMap((one) => ('row' in one ? [one.row] : []))
    const contradicted = fitted.flatMap((one) => ('contradicts' in one ? [one.contradicts] : []))
    if (rows.length === 0) { out.rejects.push({ file, line: item.line, item: item.id, code: 'contradicts_release', what: [...new Set(contradicted)].join(', ') }); continue }
    out.imported += 1
    out.rows.push(...rows)
    for (const what of evidence.leftOut) out.leftOut.push({ line: item.line, item: item.id, code: 'no_therapy_match', what })
    for (const what of contradicted) out.leftOut.push({ line: item.line, item: item.id, code: 'contradicts_release', what })
  }
  return out
}

function heldBy(knowledge: Knowledge): Held {
  const rowOfItem = new Map<string, string>()
  const clusterOfPaper = new Map<string, string>()
  for (const { row } of knowledge.evidence) {
    for (const source of row.sources) {
      if (source.startsWith('civic:EID')) rowOfItem.set(source, row.id)
      const paper = source.startsWith('recalled:') ? source.slice('recalled:'.length) : source
      if (paper.startsWith('PMID:') && !clusterOfPaper.has(paper)) clusterOfPaper.set(paper, row.cluster)
    }
  }
  return { knowledge, drugsOf: drugNames(knowledge), isGroup: (drug) => knowledge.therapies.get(drug)?.type === 'backbone', rowOfItem, clusterOfPaper }
}
