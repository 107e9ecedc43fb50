import { expect, test } from 'vitest'
import { loadKnowledge } from '#src/knowledge/load-knowledge.ts'
import { citationsOf } from '#src/server/reporting/citations-of.ts'
import { drugClassOf, labelsOf } from '#src/server/reporting/labels-of.ts'
import { lungCase } from '#tests/domain/report/lung-case.ts'

const knowledge = loadKnowledge()
const labels = labelsOf(knowledge)
const row = knowledge.evidence.map((e) => e.row).find((r) => r.cluster === 'CAPITELLO-291' && r.regimen.includes('capivasertib') && r.level === 'A' && r.direction === 'sensitivity')
const [firstSource = ''] = row?.sources.filter((s) => s.startsWith('PMID:')) ?? []
const match = {
  id: row?.id ?? '', therapy: 'capivasertib+fulvestrant', direction: 'sensitivity' as const, level: 'A' as const, tumour: 'BRCA', tumourMatch: 'same' as const, biomarker: row?.biomarker ?? '', variantMatch: 'exact' as const, alterationIds: [],
  sources: [firstSource, 'recalled:PMID:1', 'EU label; CAPItello-291'], checked: 'civic' as const,
}
const cited = citationsOf({ ...lungCase.run, evidence: [match], interactions: [{ ...lungCase.run.interactions[0], sources: ['PMID:16847462'] } as (typeof lungCase.run.interactions)[number]], therapies: [], combinations: [] }, knowledge, labels) // the lung case has an interaction

test('a source is cited by its study and what it says, not by its number alone', () => {
  expect(firstSource).not.toBe('')
  expect(cited[firstSource]).toMatch(/^CAPITELLO-291: supports capivasertib \+ fulvestrant with .*level A\.$/)
  expect(cited['trial:CAPItello-291']).toMatch(/^CAPItello-291: supports capivasertib/)
})
test('what was recalled says so, a label is left to its own words', () => {
  expect(cited['recalled:PMID:1']).toContain('recalled, not checked against the source')
  expect(cited['label:EU']).toBeUndefined()
})
test('a source of the network is cited by the relation it shows, in names of the release', () => {
  expect(cited['PMID:16847462']).toMatch(/^(?:Signal|Release|Dependence) /)
  expect(Object.values(cited).filter((words) => /\b(?:GRB2_SOS|CDK4_6)\b/.test(words))).toEqual([])
})

test('names are those of the release, classes as a sentence says them, chemotherapy by its own name', () => {
  expect([labels['CDK4_6'], labels['GRB2_SOS'], labels['pd1_mab'], labels['aromatase_inhibitor'], labels['raf_monomer']]).toEqual(['CDK4/6', 'GRB2-SOS1', 'PD-1 antibody', 'aromatase inhibitor', 'RAF inhibitor'])
  expect(drugClassOf(knowledge, ['encorafenib', 'carboplatin', 'nobody'])).toEqual({ encorafenib: 'RAF inhibitor' })
})
