import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask } from '#mocks/seed/ask.ts'
import { api } from '#src/contract/api.ts'
import type { ComparisonRowView } from '#src/contract/views/review-view.ts'
import type { RowDecision } from '#src/domain/comparison/row.ts'
import { verifyBundle } from '#src/server/signing/verify-bundle.ts'
import { anIntake, committed, experts, takenIn } from '#tests/support/a-case.ts'
import { openHouse, rightPassword, type House } from '#tests/support/house.ts'

let house: House
let caseId: string
beforeAll(async () => {
  house = await openHouse()
  caseId = await takenIn(house, anIntake(), 'journey')
})
afterAll(() => house.close())

const [genomics, oncology] = [experts.genomic_expert, experts.oncologist]
const at = () => ({ caseId })
const refusal = async (promise: Promise<unknown>) => promise.then(() => 'no refusal', (error: Error) => /"code":"(\w+)"/.exec(error.message)?.[1] ?? error.message)

function decisionOn(row: ComparisonRowView): RowDecision {
  const stance = row.oncologist?.stance ?? row.genomic_expert?.stance ?? 'against'
  const drugs = row.subject.split(' + ')
  return {
    row: row.id, outcome: 'agreed', stance, text: `Agreed on ${row.subject}`, reason: 'none', dissent: '',
    option: row.kind === 'therapy' && stance === 'for'
      ? { drugs, possible: 'yes', realistic: 'yes', worthConsidering: 'yes', priority: 1, level: 'A', use: 'in_label', against: 'Infusion reactions', access: 'Available', wouldChange: 'Performance status' } : null,
  }
}

test('a case goes from intake to a sealed report that verifies offline', async () => {
  await committed(house, caseId, 'genomic_expert', 'first reading')
  expect(await refusal(ask(house.as(genomics), api.comparison, { params: at() }))).toBe('not_yet_revealed')
  await committed(house, caseId, 'oncologist', 'second reading')

  const { rows } = await ask(house.as(oncology), api.comparison, { params: at() })
  expect(rows[0]?.agreement, 'disagreements come first').toBe('different')
  expect(await refusal(ask(house.as(oncology), api.agreeConsensus, { params: at(), body: { commandId: 'agree-too-early' } }))).toBe('rows_open')
  for (const row of rows.filter((r) => r.needsDecision)) {
    await ask(house.as(oncology), api.decideRow, { params: { caseId, row: row.id }, body: { commandId: `decide-${row.id}`.slice(0, 80), version: row.version, decision: decisionOn(row) } })
  }
  expect(await refusal(ask(house.as(genomics), api.report, { params: at() }))).toBe('not_yet_agreed')
  for (const [who, id] of [[genomics, 'agree-genomics'], [oncology, 'agree-oncology']] as const) await ask(house.as(who), api.agreeConsensus, { params: at(), body: { commandId: id } })

  const draft = await ask(house.as(genomics), api.report, { params: at() })
  expect(draft.status).toBe('draft')
  expect(draft.sections.find((s) => s.id === 'options')?.markdown).toContain('amivantamab')
  const signing = { revision: draft.revision, contentHash: draft.contentHash, reservation: '', noConflict: true, password: rightPassword }
  expect(await refusal(ask(house.as(genomics), api.signReport, { params: at(), body: { ...signing, commandId: 'sign-too-early', meaning: 'authored' } }))).toBe('sections_not_adopted')
  for (const s of draft.sections.filter((x) => x.kind === 'text')) {
    await ask(house.as(genomics), api.adoptSection, { params: { caseId, section: s.id }, body: { commandId: `adopt-${s.id}`, version: s.version, markdown: s.markdown } })
  }
  const report = await ask(house.as(genomics), api.report, { params: at() })
  expect(report.lint.filter((f) => f.blocking)).toEqual([])

  const body = { ...signing, revision: report.revision, contentHash: report.contentHash }
  expect(await refusal(ask(house.as(genomics), api.signReport, { params: at(), body: { ...body, commandId: 'sign-wrong-password', meaning: 'authored', password: 'wrong' } }))).toBe('step_up_failed')
  expect((await ask(house.as(genomics), api.signReport, { params: at(), body: { ...body, commandId: 'sign-genomics', meaning: 'authored' } })).status).toBe('signing')
  expect(await refusal(ask(house.as(genomics), api.signReport, { params: at(), body: { ...body, commandId: 'sign-genomics-twice', meaning: 'authored' } }))).toBe('already_signed')
  const final = await ask(house.as(oncology), api.signReport, { params: at(), body: { ...body, commandId: 'sign-oncology', meaning: 'reviewed_and_concur' } })
  expect(final.status).toBe('final')

  const bundle = await house.as(oncology)(new Request(`http://localhost/api/cases/${caseId}/bundle.zip`))
  const bytes = new Uint8Array(await bundle.arrayBuffer())
  expect((await verifyBundle(bytes, { trust: [house.deps.keys.fingerprint] })).verdict).toBe('valid')
  expect((await verifyBundle(bytes, {})).verdict).toBe('signer_not_trusted')
  const broken = bytes.slice()
  broken[Math.floor(broken.length / 3)] = (broken[Math.floor(broken.length / 3)] ?? 0) ^ 1
  expect((await verifyBundle(broken, { trust: [house.deps.keys.fingerprint] })).verdict).not.toBe('valid')

  expect(await refusal(ask(house.as(genomics), api.adoptSection, { params: { caseId, section: 'answer' }, body: { commandId: 'adopt-after-seal', version: 0, markdown: 'other words' } }))).toBe('already_final')
  const history = await ask(house.as(oncology), api.history, { params: at() })
  expect([history.chain, history.entries.at(-1)?.act]).toEqual(['intact', 'report_sealed'])
}, 60_000)

test('the same command again answers the same; the same id with another body is refused', async () => {
  const id = await takenIn(house, anIntake(), 'retry')
  const fetch = house.as(genomics)
  const flag = { commandId: 'raise-flag-1', text: 'The sample may be swapped', blocking: true }
  await ask(fetch, api.raiseFlag, { params: { caseId: id }, body: flag })
  await ask(fetch, api.raiseFlag, { params: { caseId: id }, body: flag })
  expect((await ask(fetch, api.case, { params: { caseId: id } })).flags).toHaveLength(1)
  expect(await refusal(ask(fetch, api.raiseFlag, { params: { caseId: id }, body: { ...flag, text: 'Something else entirely' } }))).toBe('command_reused')
})

test('nobody fills both roles of one case', async () => {
  const form = anIntake({ assigned: { genomic_expert: 'genomics.one', oncologist: 'genomics.one' } })
  expect(await refusal(takenIn(house, form, 'both-roles'))).toBe('gates_open')
})

test('a disputed interaction changes my run and says by how much; taking it back restores the base run to the byte', async () => {
  const id = await takenIn(house, anIntake(), 'dispute')
  await committed(house, id, 'genomic_expert', 'before the dispute')
  const fetch = house.as(genomics)
  const { rows } = await ask(fetch, api.interactions, { params: { caseId: id } })
  const disputed = rows.find((r) => r.judgement?.effect === 'against' && r.judgement.therapies.length > 0)
  if (!disputed) throw new Error('this profile has an interaction that speaks against a therapy')
  const params = { caseId: id, interactionId: disputed.id }
  const base = (await ask(fetch, api.therapies, { params: { caseId: id } })).baseRun
  const changed = await ask(fetch, api.annotateInteraction, { params, body: { commandId: 'dispute-it', version: disputed.version, verdict: 'dispute', note: 'not seen in this sample' } })
  expect(changed.run).not.toBe(base)
  expect(changed.difference.length).toBeGreaterThan(0)
  expect(changed.difference[0]?.because.length).toBeGreaterThan(0)
  const now = (await ask(fetch, api.interactions, { params: { caseId: id } })).rows.find((r) => r.id === disputed.id)
  const back = await ask(fetch, api.annotateInteraction, { params, body: { commandId: 'take-it-back', version: now?.version ?? 0, verdict: null, note: '' } })
  expect([back.run, back.difference]).toEqual([base, []])
})
