import { describe, expect, test } from 'vitest'
import type { Interaction } from '#src/domain/analysis.ts'
import { interactionsSection } from '#src/domain/report/draft-interactions.ts'
import { interplayWords } from '#src/domain/report/interaction-words.ts'
import { inWords, therapyWords } from '#src/domain/report/names.ts'
import { lungCase } from './lung-case.ts'

const interaction = (id: string, more: Partial<Interaction>): Interaction => ({ id, kind: 'bypass', members: ['KRAS G12C'], memberGenes: ['KRAS'], path: [], certainty: 3, rule: 'interaction.bypass', params: {}, sources: [], therapies: [], effect: 'neutral', ...more })
const bypass = interaction('bypass:KRAS:EGFR', { params: { node: 'EGFR' }, therapies: ['osimertinib'], effect: 'against', sources: ['PMID:1'] })
const section = (interactions: readonly Interaction[], decided: readonly { interactionId: string; stance: 'for' | 'against' | 'open'; text: string }[]) =>
  interactionsSection({ ...lungCase, run: { ...lungCase.run, interactions: [...interactions] }, plan: { ...lungCase.plan, interactions: [...decided] } })

describe('an interplay in plain words', () => {
  const labels = { GRB2_SOS: 'GRB2-SOS1', CDK4_6: 'CDK4/6' }
  test.each<[string, Partial<Interaction>, string]>([
    ['a path that comes back on itself', { rule: 'interaction.convergence', memberGenes: ['PIK3CA', 'PTEN'], path: ['PTEN', 'PIP3', 'AKT', 'PIP3', 'PIK3CA'], params: { node: 'PIK3CA' } }, 'PIK3CA and PTEN both lead to AKT, so closing one road may leave the other open'],
    ['a path that meets', { rule: 'interaction.convergence', memberGenes: ['PIK3CA', 'PTEN'], path: ['PIK3CA', 'PIP3', 'PTEN'], params: { target: 'PIP3' } }, 'PIK3CA and PTEN both lead to PIP3, so closing one road may leave the other open'],
    ['three genes', { rule: 'interaction.convergence', memberGenes: ['KRAS', 'NF1', 'PTEN'], path: ['KRAS', 'CDK4_6', 'PTEN'], params: { node: 'CDK4_6' } }, 'KRAS, NF1 and PTEN all lead to CDK4/6, so closing one road may leave the other open'],
    ['no meeting that can be named', { rule: 'interaction.convergence', memberGenes: ['PTEN'], path: [] }, 'the engine says so'],
    ['an internal name', { params: { node: 'CDK4_6' } }, 'the signal starts below CDK4/6, so blocking CDK4/6 alone may leave it on'],
    ['a release', { rule: 'interaction.release', params: { node: 'BRAF', released: 'EGFR' } }, 'blocking BRAF can release EGFR, which may keep the signal on'],
    ['a kind without words', { rule: 'interaction.reversion' }, 'the engine says so'],
  ])('%s', (_what, more, words) => { expect(interplayWords(interaction('x', more), labels, 'the engine says so')).toBe(words) })

  test('ids of a sentence, whole words only', () => {
    expect(inWords(labels, 'Blocking CDK4_6 and GRB2_SOSX')).toBe('Blocking CDK4/6 and GRB2_SOSX')
    expect(inWords(labels, 'constructor')).toBe('constructor')
    expect(therapyWords({ pd1_mab: 'PD-1 antibody' }, 'class:pd1_mab+docetaxel')).toBe('PD-1 antibody + docetaxel')
  })
})

describe('the section', () => {
  test('each interplay once, under what it means for the plan', () => {
    const second = interaction('acquired', { kind: 'acquired_resistance', rule: 'interaction.acquired_resistance', params: { target: 'EGFR' }, therapies: ['osimertinib'], effect: 'against', sources: ['PMID:2'] })
    const text = section([bypass, second], [{ interactionId: bypass.id, stance: 'for', text: 'Both say the same' }, { interactionId: second.id, stance: 'for', text: 'Both say the same' }])
    expect(text).toContain('**Why a therapy is not advised**')
    expect(text.match(/KRAS G12C/g)).toHaveLength(1)
    expect(text.match(/Both say the same/g)).toHaveLength(1)
    expect(text).toContain('[PMID:1, PMID:2]')
  })
  test('what bears on nothing is one closing line, not a list', () => {
    const away = [interaction('a', { therapies: ['cetuximab'] }), interaction('b', { memberGenes: ['TP53'], members: ['TP53 R175H'], therapies: ['siremadlin'] })]
    const text = section(away, away.map((i) => ({ interactionId: i.id, stance: 'for' as const, text: 'Concerns drugs that nobody proposes here.' })))
    expect(text).toBe('No interaction among the alterations bears on the plan.\n\n2 further relations (KRAS and TP53) have no bearing on the plan and are kept with the reviewed run.')
  })
  test('a word of one\'s own keeps an interplay; the same word on several does not', () => {
    const away = [interaction('a', { therapies: ['cetuximab'] }), interaction('b', { memberGenes: ['TP53'], members: ['TP53 R175H'] })]
    expect(section(away, [{ interactionId: 'a', stance: 'for', text: 'Explains the short benefit' }, { interactionId: 'b', stance: 'for', text: 'Seen' }])).toContain('Explains the short benefit.')
    expect(section(away, away.map((i) => ({ interactionId: i.id, stance: 'for' as const, text: 'Seen' })))).not.toContain('Seen')
  })
  test('what holds for a drug alone is not said against its combination; an option with a partner that closes the way says so', () => {
    const option = lungCase.plan.options.find((o) => o.drugs.includes('savolitinib'))
    const therapies = lungCase.run.therapies.map((t) => (t.therapy === 'osimertinib+savolitinib' ? { ...t, notes: [{ rule: 'note.relieved', params: { drug: 'savolitinib' }, source: 'PMID:1' }] } : t))
    const input = { ...lungCase, run: { ...lungCase.run, interactions: [bypass], therapies }, plan: { ...lungCase.plan, interactions: [{ interactionId: bypass.id, stance: 'for' as const, text: 'Explains it' }] } }
    expect(option).toBeDefined()
    expect(interactionsSection(input)).toContain('**Osimertinib: KRAS G12C.**')
    expect(interactionsSection(input)).toContain('In osimertinib + savolitinib a partner drug closes this way.')
    const alone = { ...input, plan: { ...input.plan, notToDo: [{ drugs: ['osimertinib', 'olaparib'], reason: 'x', dissent: '' }] } }
    expect(interactionsSection(alone)).toContain('**To keep in mind beside the plan**')
    expect(interactionsSection(alone)).not.toContain('Why a therapy is not advised')
  })
  test('what was left open and what was not kept is said', () => {
    expect(section([bypass], [{ interactionId: bypass.id, stance: 'open', text: 'Not sure here' }])).toContain('Left open by the experts')
    expect(section([bypass], [{ interactionId: bypass.id, stance: 'against', text: '' }])).toContain('Not kept by the experts: KRAS G12C.')
  })
})
