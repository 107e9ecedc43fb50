import type { BoardView } from '#src/contract/views/board-view.ts'
import type { AnalysisRun } from '#src/domain/analysis.ts'
import type { CaseState } from '#src/domain/case/state.ts'
import { isFactInteraction } from '#src/engine/map/fact-view.ts'
import { needsDecision } from '#src/domain/comparison/compare.ts'
import type { ComparisonRow } from '#src/domain/comparison/row.ts'
import type { Deps } from '../deps.ts'
import { baseRunOf, identityOf, intakePartOf, profilePartOf, runNamed } from '../case/case-parts.ts'
import { comparisonRowsOf } from '../case/comparison-rows.ts'
import { interactionSentence, interactionTitleInFull, sentenceOf, spokenBy } from '../case/sentences.ts'
import { decisionOf } from '../consensus/comparison-view.ts'
import type { BoardSession } from './board-sessions.ts'
import { masker } from './mask.ts'

/** At most so many of a kind stand on the wall: what does not fit at 24 px is not read from six metres. */
const onTheWall = { therapies: 4, reasons: 3, rows: 6, interactions: 5 }

/** What the wall shows: masked on the server, so that identity is not in the document at all. */
export async function boardViewOf(deps: Deps, state: CaseState, session: BoardSession & { expiresAt: string }): Promise<BoardView> {
  const [intake, profilePart, base] = [await intakePartOf(deps, state), await profilePartOf(deps, state), await baseRunOf(deps, state)]
  const mask = masker(await identityOf(deps, state))
  const speak = spokenBy(deps.knowledge)
  const opened = state.revealedAt !== null
  const rows = opened ? await comparisonRowsOf(deps, state) : []
  return {
    code: state.code, tumour: deps.knowledge.tumours.get(state.tumourType)?.name ?? state.tumourType, sex: intake.sex, ageBand: intake.ageBand,
    question: mask(intake.form.question), reason: intake.form.reason ?? '',
    course: intake.form.course.lines.map((l) => ({ drugs: mask(l.drugs.join(' + ')) || l.modality, response: l.bestResponse, stopped: l.stopReason, period: [l.from, l.to].filter(Boolean).join(' to ') })),
    drivers: base.drivers.map((d) => ({ label: d.alterations.join(' + '), effect: d.effect, oncogenicity: base.alterations.find((a) => d.alterationIds.includes(a.alterationId))?.oncogenicity ?? 'uncertain' })),
    interactions: base.interactions.filter(isFactInteraction).slice(0, onTheWall.interactions).map((i) => ({ title: speak(interactionTitleInFull(i)), sentence: speak(interactionSentence(i)), certainty: i.certainty })),
    biomarkers: profilePart.profile.biomarkers.map((b) => ({ name: b.name, value: b.status === 'measured' ? [b.value, b.unit].filter((x) => x !== null).join(' ') : 'not tested' })),
    opened,
    therapies: opened ? therapiesOf(await runNamed(deps, state, state.consensus?.run ?? state.round.baseRun), speak) : [],
    disagreements: rows.filter((r) => r.agreement === 'different' && needsDecision(r)).slice(0, onTheWall.rows).map((r) => disagreementOf(r, mask)),
    decisions: opened ? await decisionsOf(deps, state, rows, mask) : [],
    knowledge: `${state.round.knowledge.release}, ${state.round.date}`, startedAt: session.startedAt, expiresAt: session.expiresAt,
  }
}

const therapiesOf = (run: AnalysisRun, speak: (text: string) => string): BoardView['therapies'] =>
  run.therapies.filter((t) => t.label !== 'withdrawn' && t.score > 0).slice(0, onTheWall.therapies).map((t) => ({
    name: t.drugs.join(' + '), band: t.band, level: t.level,
    for: t.contributions.filter((c) => c.points > 0).slice(0, onTheWall.reasons).map((c) => speak(sentenceOf(c))),
    against: [...t.against, ...t.contributions.filter((c) => c.points < 0 && c.kind !== 'limit')].slice(0, onTheWall.reasons).map((c) => speak(sentenceOf(c))),
  }))

function disagreementOf(row: ComparisonRow, mask: (text: string) => string) {
  const say = (column: 'genomic_expert' | 'oncologist' | 'computed' | 'original') => {
    const cell = row[column]
    return cell ? mask([cell.code, cell.text].filter(Boolean).join(': ')) : 'not mentioned'
  }
  return { subject: row.subject, genomic_expert: say('genomic_expert'), oncologist: say('oncologist'), computed: say('computed'), original: say('original') }
}

async function decisionsOf(deps: Deps, state: CaseState, rows: readonly ComparisonRow[], mask: (text: string) => string) {
  const decided = rows.filter((r) => state.decisions[r.id]).slice(0, onTheWall.rows)
  return Promise.all(decided.map(async (r) => {
    const decision = await decisionOf(deps, state, r.id)
    return { subject: r.subject, kind: r.kind, stance: decision?.stance ?? 'open', outcome: decision?.outcome ?? '', text: mask([decision?.text, decision?.dissent].filter(Boolean).join(' / ')) }
  }))
}
