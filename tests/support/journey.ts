import { expect } from 'vitest'
import { ask } from '#mocks/seed/ask.ts'
import { api } from '#src/contract/api.ts'
import type { ComparisonRowView } from '#src/contract/views/review-view.ts'
import type { RowDecision } from '#src/domain/comparison/row.ts'
import { verifyBundle } from '#src/server/signing/verify-bundle.ts'
import { committed, experts } from './a-case.ts'
import { rightPassword, type House } from './house.ts'

const [genomics, oncology] = [experts.genomic_expert, experts.oncologist]

/** The code under which the server refused, or that it did not. */
export const refusal = async (promise: Promise<unknown>) => promise.then(() => 'no refusal', (error: Error) => /"code":"(\w+)"/.exec(error.message)?.[1] ?? error.message)

function decisionOn(row: ComparisonRowView): RowDecision {
  const stance = row.oncologist?.stance ?? row.genomic_expert?.stance ?? 'against'
  const drugs = row.subject.split(' + ')
  return {
    row: row.id, outcome: 'agreed', stance, text: `Agreed on ${row.subject}`, reason: 'none', dissent: '',
    option: row.kind === 'therapy' && stance === 'for'
      ? { drugs, possible: 'yes', realistic: 'yes', worthConsidering: 'yes', priority: 1, level: 'A', use: 'in_label', against: 'Infusion reactions', access: 'Available', wouldChange: 'Performance status' } : null,
  }
}

/** The whole way of a taken-in case, with the refusals that stand in it, to a bundle that verifies. The same on every home. */
export async function playJourney(house: House, caseId: string): Promise<void> {
  const at = () => ({ caseId })
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
}
