import type { JudgementView, TherapiesView, TherapyCard } from '#src/contract/views/therapies-view.ts'
import type { AnalysisRun, TherapyResult } from '#src/domain/analysis.ts'
import type { CaseState, Judgement } from '#src/domain/case/state.ts'
import { otherSlot, type Slot } from '#src/domain/person.ts'
import type { Deps } from '../deps.ts'
import { atItsRelease } from './at-its-release.ts'
import { baseRunOf, runNamed, textOf } from './case-parts.ts'
import { differenceView } from './difference-view.ts'
import type { Opened } from './open-case.ts'
import { sentenceOf, spokenBy } from './sentences.ts'

/** Scores this close say no order: about one weak item (level D, 100 points, halved). */
const tieWithin = 50

/** The ranking of my run; after consensus the reviewed run. The caller has checked that it is open to this person. */
export async function therapiesViewOf(given: Deps, { state, sight }: Opened): Promise<TherapiesView> {
  const deps = await atItsRelease(given, state)
  const base = await baseRunOf(deps, state)
  const hash = state.consensus?.run ?? (sight.slot ? state.runs[sight.slot] : null) ?? state.round.baseRun
  const run = await runNamed(deps, state, hash)
  const judged = await judgementsOf(deps, state, sight.slot)
  const other = sight.slot && sight.opens.comparison ? await judgementsOf(deps, state, otherSlot(sight.slot)) : new Map<string, JudgementView>()
  const speak = spokenBy(deps.knowledge)
  const card = (t: TherapyResult): TherapyCard => ({ ...explained(t, speak), drugClass: t.drugClass.map((id) => deps.knowledge.classes.get(id)?.name ?? id), rank: null, tieGroup: null, judgement: judged.get(t.therapy) ?? null, otherJudgement: other.get(t.therapy) ?? null })
  const standing = run.therapies.filter((t) => t.label !== 'withdrawn')
  return {
    engine: run.engine, knowledge: run.knowledge, run: hash, baseRun: state.round.baseRun, which: state.consensus ? 'reviewed' : 'mine',
    ranked: ranked(standing.filter((t) => t.score > 0).map(card)), against: standing.filter((t) => t.score <= 0 && (t.band === 'LOW' || t.against.length > 0)).map(card),
    combinations: run.combinations.map(card), withdrawn: run.therapies.filter((t) => t.label === 'withdrawn').map(card),
    notAssessable: run.notAssessable.map((n) => ({ biomarker: n.biomarker, because: speak(sentenceOf(n)), therapies: n.therapies.map(speak) })),
    remarks: run.remarks.map((r) => speak(sentenceOf(r))), difference: differenceView(base, run).map((d) => ({ ...d, because: d.because.map(speak) })),
  }
}

function explained(t: TherapyResult, speak: (text: string) => string) {
  const because = <T extends { rule: string; params: AnalysisRun['remarks'][number]['params'] }>(c: T) => ({ ...c, because: speak(sentenceOf(c)) })
  return {
    ...t, contributions: t.contributions.map(because), against: t.against.map(because), notes: t.notes.map(because),
    feasibility: t.feasibility.map((f) => ({ ...f, because: speak(sentenceOf({ rule: f.fact, params: f.params })) })),
  }
}

/** Ranks by score; neighbours whose scores are too close to be ordered share a rank and a tie group. */
function ranked(cards: TherapyCard[]): TherapyCard[] {
  let rank = 0
  let group = 0
  return cards.map((card, index) => {
    const before = cards[index - 1]
    const tied = before !== undefined && before.score - card.score <= tieWithin
    if (!tied) {
      rank = index + 1
      group += 1
    }
    const next = cards[index + 1]
    const inTie = tied || (next !== undefined && card.score - next.score <= tieWithin)
    return { ...card, rank, tieGroup: inTie ? group : null }
  })
}

async function judgementsOf(deps: Deps, state: CaseState, slot: Slot | null): Promise<Map<string, JudgementView>> {
  const view = async (j: Judgement): Promise<JudgementView> =>
    ({ verdict: j.verdict, reasons: [...j.reasons], possibleHarm: j.possibleHarm, note: await textOf(deps, state, j.note), version: j.version })
  const all = slot ? Object.entries(state.judgements[slot]) : []
  return new Map(await Promise.all(all.map(async ([therapy, j]) =>
    [therapy, await view(j)] as const)))
}
