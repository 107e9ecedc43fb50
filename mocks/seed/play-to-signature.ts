import { api } from '#src/contract/api.ts'
import type { ComparisonRowView } from '#src/contract/views/review-view.ts'
import type { RowDecision } from '#src/domain/comparison/row.ts'
import type { Slot } from '#src/domain/person.ts'
import { ask } from './ask.ts'
import type { DemonstrationCase } from './demonstration-case.ts'
import type { Players } from './players.ts'

/** From comparison to the stage the case is to stand in: decisions, both agreements, adopted sections, two signatures. */
export async function playToSignature(players: Players, written: DemonstrationCase, caseId: string): Promise<void> {
  const params = { caseId }
  const fetch = players.fetchAs(players.oncologist)
  const { rows } = await ask(fetch, api.comparison, { params })
  const decisions = rows.flatMap((row) => decisionFor(written, row) ?? [])
  // A case that stands in consensus has some rows decided and some still open.
  const now = written.until === 'consensus' ? decisions.slice(0, Math.ceil(decisions.length / 2)) : decisions
  for (const decision of now) {
    await ask(fetch, api.decideRow, { params: { caseId, row: decision.row }, body: { commandId: `decide-${written.id}-${decision.row}`.slice(0, 80), version: 0, decision } })
  }
  if (written.until === 'consensus') return
  for (const slot of ['genomic_expert', 'oncologist'] as const) await ask(players.fetchAs(players[slot]), api.agreeConsensus, { params, body: { commandId: `agree-${written.id}-${slot}` } })
  if (written.until === 'report') return
  await adoptAll(players, written, caseId)
  for (const slot of ['genomic_expert', 'oncologist'] as const) await sign(players, written, caseId, slot)
}

/** The written decision for a row; for a row that nobody wrote about and that must be decided, what the experts said stands. */
function decisionFor(written: DemonstrationCase, row: ComparisonRowView): RowDecision | null {
  const said = written.decisions.find((d) => d.row === row.id || (row.kind === 'driver' && d.row === `driver:${row.subject}`))
  if (said) return { ...said, row: row.id }
  if (!row.needsDecision) return null
  const cell = row.oncologist ?? row.genomic_expert ?? row.original ?? row.computed
  const stance = cell?.stance ?? 'open'
  const option = row.kind === 'therapy' && stance === 'for'
    ? { drugs: row.subject.split(' + '), possible: 'yes' as const, realistic: 'unknown' as const, worthConsidering: 'yes' as const, priority: cell?.priority ?? null, level: cell?.level ?? null, use: 'unknown' as const, against: '', access: '', wouldChange: '' }
    : null
  return { row: row.id, outcome: 'agreed', stance, text: cell?.text || cell?.code || '', reason: 'none', dissent: '', option }
}

async function adoptAll(players: Players, written: DemonstrationCase, caseId: string) {
  const adopter = (part: string) => players.fetchAs(part === 'patient' ? players.oncologist : players.genomic_expert)
  const { sections } = await ask(players.fetchAs(players.oncologist), api.report, { params: { caseId } })
  for (const section of sections.filter((s) => s.kind === 'text')) {
    await ask(adopter(section.part), api.adoptSection, { params: { caseId, section: section.id }, body: { commandId: `adopt-${written.id}-${section.id}`, version: section.version, markdown: section.markdown } })
  }
}

async function sign(players: Players, written: DemonstrationCase, caseId: string, slot: Slot) {
  const fetch = players.fetchAs(players[slot])
  const { revision, contentHash } = await ask(fetch, api.report, { params: { caseId } })
  await ask(fetch, api.signReport, {
    params: { caseId },
    body: { commandId: `sign-${written.id}-${slot}`, revision, contentHash, meaning: slot === 'genomic_expert' ? 'authored' : 'reviewed_and_concur', reservation: '', noConflict: true, password: '' },
  })
}
