import type { AnalysisInput, AnalysisRun, EvidenceMatch, Remark } from '#src/domain/analysis.ts'
import { tellHypothesis } from './telling/tell-hypothesis.ts'
import { conclude } from './case/conclusion.ts'
import { driverResult } from './reading/driver-result.ts'
import type { KnowledgeIndex } from './release/knowledge-index.ts'
import type { EvidenceReading } from './reading/match-evidence.ts'
import { groupNotAssessable } from './reading/not-assessable.ts'
import { readCase } from './case/read-case.ts'
import type { CaseReading } from './case/read-case.ts'
import { tellTherapy } from './telling/tell-therapy.ts'
import type { Classified } from './alteration/tumour-alteration.ts'

/** Version of the reasoning itself: it changes whenever the same input and release could give another run. */
export const engineVersion = '1.2.0'

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

const tumourOrder = { same: 0, agnostic: 1, broader: 2, family: 2, other: 3, distant: 3, excluded: 4 } as const
const closenessName = { stated: 'exact', codon: 'codon', region: 'domain', gene: 'gene', unspecified: 'gene', none: 'gene' } as const

function evidenceResults(reading: EvidenceReading): EvidenceMatch[] {
  return reading.matched.filter((one) => one.verdict.hits.length > 0 || one.tumour === 'same' || one.tumour === 'agnostic')
    .toSorted((a, b) => tumourOrder[a.tumour] - tumourOrder[b.tumour] || compare(a.item.level, b.item.level) || compare(a.item.therapy, b.item.therapy) || compare(a.item.id, b.item.id))
    .map(({ item, verdict, tumour }) => ({
      id: item.id, therapy: item.therapy, direction: item.direction, level: item.level,
      tumour: [...item.tumour.in, ...item.tumour.except.map((code) => `not ${code}`)].join(', '), tumourMatch: tumour === 'broader' ? 'family' : tumour === 'excluded' || tumour === 'distant' ? 'other' : tumour,
      biomarker: item.biomarker, variantMatch: closenessName[verdict.closeness], alterationIds: [...new Set(verdict.hits.map((hit) => hit.alteration.id))].sort(compare), sources: [...item.sources], checked: item.checked,
    }))
}

function runRemarks(input: AnalysisInput, classified: readonly Classified[], empty: boolean, index: KnowledgeIndex): Remark[] {
  const remarks: Remark[] = []
  const { overrides } = input
  if (empty) remarks.push({ rule: 'run.empty', params: { alterations: classified.length }, source: 'profile' })
  if (!index.knowledge.tumours.has(input.tumourType)) remarks.push({ rule: 'run.unknown_tumour', params: { tumour: input.tumourType }, source: 'OncoTree' })
  if (input.mode === 'model-system') remarks.push({ rule: 'run.model_system', params: {}, source: 'mode' })
  const counts = { rejected: overrides.rejectedDrivers.length, reclassified: overrides.reclassified.length, interactions: overrides.disputedInteractions.length, edges: overrides.disputedEdges.length, evidence: overrides.disabledEvidence.length }
  if (Object.values(counts).some((count) => count > 0)) remarks.push({ rule: 'run.overrides', params: counts, source: 'annotations' })
  const germline = classified.filter((one) => one.result.possibleGermline && one.result.confidence > 0).map((one) => one.label)
  if (germline.length > 0) remarks.push({ rule: 'run.possible_germline', params: { alterations: germline }, source: 'tumour-only assay' })
  return remarks
}

/**
 * Reads a molecular profile as one connected system: classifies its alterations, calls drivers, finds their interactions, and ranks every therapy and
 * combination that anything speaks of, each with the records its score is the sum of. Pure and deterministic: no clock, no randomness, integers only;
 * the same input and index give the same bytes. `input` of the result stays empty: the caller that hashes fills it in.
 */
export function analyse(input: AnalysisInput, base: KnowledgeIndex): AnalysisRun {
  return runOf(readCase(input, base))
}

/** The run of a case that was read. */
export function runOf(read: CaseReading): AnalysisRun {
  const { input, index, classified, drivers, empty } = read
  const { at, scored, combinations, interactions } = conclude(read)
  return {
    engine: engineVersion, knowledge: { release: index.knowledge.release, hash: index.knowledge.hash }, input: '', tumourType: input.tumourType, mode: input.mode, date: input.date, jurisdiction: input.jurisdiction,
    alterations: classified.map((one) => one.result), drivers: drivers.map((driver) => driverResult(driver, index)),
    interactions, evidence: evidenceResults(read.evidence), therapies: scored.map((one) => tellTherapy(one, at)), combinations: combinations.map((one) => tellHypothesis(one, at)),
    notAssessable: groupNotAssessable(read.evidence.unknown), listedOnly: classified.filter((one) => one.result.confidence === 0).map((one) => one.label).sort(compare),
    remarks: runRemarks(input, classified, empty, index),
  }
}
