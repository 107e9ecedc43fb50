import { noOverrides } from '#src/domain/analysis.ts'
import type { AnalysisInput, Band } from '#src/domain/analysis.ts'
import { analyse } from './analyse.ts'
import type { KnowledgeIndex } from './knowledge-index.ts'
import { joinOverrides } from './what-if.ts'

/** One change of the input that moves the therapy to another band. `NONE` with score null: it would no longer be listed. */
export type Tipping = { change: 'without_alteration' | 'without_evidence' | 'without_interaction' | 'gene_wild_type'; what: string; score: number | null; band: Band }

/**
 * The smallest changes that move a therapy across a band: one alteration less, one evidence item less, one interaction less, or one gene that was not
 * tested found wild-type. Computed when asked: one run a candidate.
 */
export function wouldChange(input: AnalysisInput, therapy: string, index: KnowledgeIndex): Tipping[] {
  const base = analyse(input, index)
  const now = base.therapies.find((one) => one.therapy === therapy)
  if (!now) return []
  const tipping: Tipping[] = []
  const attempt = (change: Tipping['change'], what: string, changed: AnalysisInput) => {
    const after = analyse(changed, index).therapies.find((one) => one.therapy === therapy)
    const band = after?.band ?? 'NONE'
    if (band !== now.band) tipping.push({ change, what, score: after?.score ?? null, band })
  }
  const over = (more: Partial<AnalysisInput['overrides']>): AnalysisInput => ({ ...input, overrides: joinOverrides(input.overrides, { ...noOverrides, ...more }) })
  for (const one of base.alterations) if (one.confidence > 0) attempt('without_alteration', one.label, over({ rejectedDrivers: [one.alterationId] }))
  const evidence = new Set(now.contributions.flatMap((one) => { const id = one.params['evidence']; return Array.isArray(id) ? id : typeof id === 'string' ? [id] : [] }))
  for (const id of [...evidence].sort()) attempt('without_evidence', id, over({ disabledEvidence: [id] }))
  for (const one of base.interactions) if (one.therapies.includes(therapy)) attempt('without_interaction', one.id, over({ disputedInteractions: [one.id] }))
  const untested = base.notAssessable.filter((one) => one.rule === 'unknown.not_covered' && one.biomarker.endsWith(' wild-type')).map((one) => one.biomarker.slice(0, -' wild-type'.length))
  for (const gene of untested) attempt('gene_wild_type', gene, { ...input, profile: { ...input.profile, wildType: [...input.profile.wildType, gene] } })
  return tipping
}
