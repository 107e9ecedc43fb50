import { ask } from '#mocks/seed/ask.ts'
import { api } from '#src/contract/api.ts'
import { emptyIntake, type IntakeForm } from '#src/domain/intake.ts'
import type { Opinion } from '#src/domain/opinion.ts'
import type { House } from './house.ts'

/** An intake that passes every gate; nobody real. */
export const anIntake = (overrides: Partial<IntakeForm> = {}): IntakeForm => ({
  ...emptyIntake,
  identity: { pseudonym: 'Marit Halvorsen', localId: 'MRN-4471', sex: 'female', birthYear: 1963 },
  tumourType: 'LUAD', specimen: { site: 'liver', kind: 'metastasis', collected: '2026-10-21', purity: 0.5 },
  assay: { name: 'Large panel', laboratory: 'Invented Laboratory', coverage: { kind: 'all' }, tumourOnly: true }, genomeBuild: 'GRCh38',
  question: 'Progression on osimertinib for Marit Halvorsen: what next?', reason: 'resistant_disease', askedBy: 'Dr Referring', consent: 'given', due: '2026-12-01',
  originalReport: {
    laboratory: 'Invented Laboratory', date: '2026-11-01', document: null,
    lines: [{ id: 'l1', kind: 'therapy', text: 'Osimertinib: approved for this alteration', page: 2, gene: null, therapy: ['osimertinib'], stance: 'for', tier: 'I', capturedBy: 'coordinator', alterationIds: [] }],
  },
  typedProfile: 'EGFR L858R; EGFR T790M + C797S in cis; MET amplification; TP53 R273C', assigned: { genomic_expert: 'genomics.one', oncologist: 'oncology.one' },
  ...overrides,
})

/** Takes a case in as the coordinator would and answers with its id. */
export async function takenIn(house: House, form: IntakeForm = anIntake(), name = 'case-one'): Promise<string> {
  const coordinator = house.as('coordinator')
  const intake = await ask(coordinator, api.startIntake, { params: {}, body: { commandId: `start-${name}` } })
  const params = { intakeId: intake.id }
  const saved = await ask(coordinator, api.saveIntake, { params, body: { version: intake.version, form } })
  return (await ask(coordinator, api.takeIn, { params, body: { commandId: `take-in-${name}`, version: saved.version } })).caseId
}

export const experts = { genomic_expert: 'genomics.one', oncologist: 'oncology.one' } as const

/** A complete opinion; `mark` stands in every free text of it, so that a leak of any of them is found. */
export function anOpinion(slot: 'genomic_expert' | 'oncologist', asked: { alterationIds: readonly string[]; interactionIds: readonly string[] }, mark: string): Opinion {
  return {
    slot, adequacy: { state: 'adequate', note: `adequacy ${mark}` },
    drivers: asked.alterationIds.map((alterationId) => ({ alterationId, gene: '', call: 'driver', effect: null, tier: 'I', note: `driver ${mark}` })),
    interactions: asked.interactionIds.map((interactionId) => ({ interactionId, verdict: 'confirm', note: `interaction ${mark}` })),
    germline: { state: 'none_suspected', genes: [], note: `germline ${mark}` },
    therapies: [{ drugs: ['amivantamab', 'carboplatin', 'pemetrexed'], possible: 'yes', realistic: 'yes', worthConsidering: 'yes', priority: 1, level: 'A', use: 'in_label', reasons: ['evidence_strong'], note: `therapy ${mark}`, against: `against ${mark}` }],
    noTherapeuticConsequence: false, avoid: [{ drugs: ['osimertinib'], reason: `avoid ${mark}` }], tests: [{ test: `test ${mark}`, reason: `reason ${mark}` }], plan: `plan ${mark} in words`, confidence: 70,
    wouldChange: `would change ${mark}`, conflictOfInterest: { declared: false, text: '' }, ofEarlierFile: [],
  }
}

/** Writes and commits one expert's opinion. */
export async function committed(house: House, caseId: string, slot: 'genomic_expert' | 'oncologist', mark: string): Promise<void> {
  const fetch = house.as(experts[slot])
  const params = { caseId }
  const draft = await ask(fetch, api.myOpinion, { params })
  const saved = await ask(fetch, api.saveOpinion, { params, body: { version: draft.version, opinion: anOpinion(slot, draft.asked, mark) } })
  await ask(fetch, api.commitOpinion, { params, body: { commandId: `commit-${slot}-${mark}`, version: saved.version } })
}
