import type { Jurisdiction, LabelFact } from '#src/domain/analysis.ts'
import type { Knowledge } from '#src/knowledge/knowledge.ts'
import type { LabelRow } from '#src/knowledge/schema.ts'

/** Is the row in force on the day of the run? Dates are plain `YYYY-MM-DD`, so that text order is time order. */
export function isInForce(from: string | null, to: string | null, date: string): boolean {
  return (from === null || from <= date) && (to === null || to > date)
}

/** State of a label row on a day; null before it began. A row that says *withdrawn* with a day was an approval until that day. */
export function labelStateOn(row: LabelRow, date: string): LabelFact['state'] | null {
  if (row.from !== null && row.from > date) return null
  if (row.status === 'investigational') return 'investigational'
  if (row.status === 'withdrawn') return row.to !== null && row.to > date ? 'approved' : 'withdrawn'
  return isInForce(row.from, row.to, date) ? 'approved' : 'withdrawn'
}

/** Drugs with an ended approval and none left in the jurisdiction, alone or in a combination, or given up before any approval: no regimen that holds one can be advised there. */
export function withdrawnDrugs(knowledge: Knowledge, date: string, jurisdiction: Jurisdiction): ReadonlySet<string> {
  const ended = new Set<string>()
  const approved = new Set<string>()
  for (const { row } of knowledge.labels) {
    const state = labelStateOn(row, date)
    // an ended combination says nothing of its partners
    if (state === 'withdrawn' && row.regimen.length === 1) ended.add(row.regimen[0] ?? '')
    if (state === 'approved' && row.jurisdiction === jurisdiction) for (const drug of row.regimen) approved.add(drug)
  }
  for (const { drug, ended: givenUp } of knowledge.therapies.values()) if (givenUp && givenUp.on <= date) ended.add(drug)
  return new Set([...ended].filter((drug) => !approved.has(drug)))
}
