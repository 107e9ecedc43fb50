import { noOverrides } from '#src/domain/analysis.ts'
import type { AnalysisInput, Band, TherapyResult } from '#src/domain/analysis.ts'
import { conclude } from '../case/conclusion.ts'
import type { KnowledgeIndex } from '../release/knowledge-index.ts'
import { groupNotAssessable } from '../reading/not-assessable.ts'
import { bookForScores, readAgain, readCase, withoutItem } from '../case/read-case.ts'
import type { CaseReading, Focus } from '../case/read-case.ts'
import type { Regimen } from '../release/regimen.ts'
import { candidates, scoringOf } from '../case/score-case.ts'
import { scoreRegimen } from '../score/score-regimen.ts'
import { tellRecords } from '../telling/tell-records.ts'
import { joinOverrides } from './what-if.ts'

/** One change of the input that moves the therapy to another band. `NONE` with score null: it would no longer be listed. */
export type Tipping = { change: 'without_alteration' | 'without_evidence' | 'without_interaction' | 'gene_wild_type'; what: string; score: number | null; band: Band }

/** The items that the score of one regimen hangs on. */
function focusOn(regimen: Regimen, index: KnowledgeIndex): Focus {
  return { items: new Set(index.applications.flatMap((of, item) => (of.some((one) => one.regimen === regimen.id) ? [item] : []))) }
}

/** Score and band of one regimen as the whole run would give them; null where it would not be listed. Coverage is that of a part, and not asked for. */
function scoreAlone(read: CaseReading, regimen: Regimen): Pick<TherapyResult, 'score' | 'band'> | null {
  if (read.empty) return null
  const at = scoringOf(read, bookForScores(read))
  const scored = candidates(at).includes(regimen) ? scoreRegimen(regimen, at) : null
  return scored?.listed ? scored : null
}

/**
 * The smallest changes that move a therapy across a band: one alteration less, one evidence item less, one interaction less, or one gene that was not
 * tested found wild-type. Computed when asked: each change is read and scored for that therapy alone.
 */
export function wouldChange(input: AnalysisInput, therapy: string, index: KnowledgeIndex): Tipping[] {
  const read = readCase(input, index)
  const { at, scored, interactions } = conclude(read)
  const now = scored.find((one) => one.therapy === therapy)
  const regimen = index.regimens.find((one) => one.key === therapy)
  if (!now || !regimen) return []
  // which interaction is disputed shows only in the whole reading
  const focus = input.overrides.disputedInteractions.length > 0 ? null : focusOn(regimen, index)
  const tipping: Tipping[] = []
  const attempt = (change: Tipping['change'], what: string, changed: CaseReading) => {
    const after = scoreAlone(changed, regimen)
    const band = after?.band ?? 'NONE'
    if (band !== now.band) tipping.push({ change, what, score: after?.score ?? null, band })
  }
  const over = (more: Partial<AnalysisInput['overrides']>): AnalysisInput => ({ ...input, overrides: joinOverrides(input.overrides, { ...noOverrides, ...more }) })
  for (const { result: one } of read.classified) if (one.confidence > 0) attempt('without_alteration', one.label, readAgain(read, over({ rejectedDrivers: [one.alterationId] }), one.alterationId, focus))
  const evidence = new Set(tellRecords(now, at).records.flatMap((one) => { const id = one.params['evidence']; return Array.isArray(id) ? id : typeof id === 'string' ? [id] : [] }))
  for (const id of [...evidence].sort()) attempt('without_evidence', id, withoutItem(read, id))
  for (const one of interactions) if (one.therapies.includes(therapy)) attempt('without_interaction', one.id, { ...read, input: over({ disputedInteractions: [one.id] }) })
  const untested = groupNotAssessable(read.evidence.unknown).filter((one) => one.rule === 'unknown.not_covered' && one.biomarker.endsWith(' wild-type')).map((one) => one.biomarker.slice(0, -' wild-type'.length))
  for (const gene of untested) attempt('gene_wild_type', gene, readAgain(read, { ...input, profile: { ...input.profile, wildType: [...input.profile.wildType, gene] } }, null, focus))
  return tipping
}
