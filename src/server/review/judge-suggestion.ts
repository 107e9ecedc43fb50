import type { SuggestionVerdict } from '#src/domain/case/events.ts'
import type { AnalysisRun } from '#src/domain/analysis.ts'
import { regimenKey, type Opinion, type ReasonCode } from '#src/domain/opinion.ts'
import type { Slot } from '#src/domain/person.ts'
import { isRefused, refused, type Refused } from '#src/domain/refusal.ts'
import { act } from '../case/act.ts'
import { baseRunOf, opinionOf } from '../case/case-parts.ts'
import type { Opened } from '../case/open-case.ts'
import { textPart } from '../case/parts.ts'
import type { Deps } from '../deps.ts'

type Body = { commandId: string; version: number; verdict: SuggestionVerdict; reasons: ReasonCode[]; possibleHarm: boolean; note: string; therapy: string }

/** My word on a computed suggestion. A reason is asked where it contradicts my own blind answer, and where it rejects what is HIGH. */
export async function judgeSuggestion(deps: Deps, opened: Opened, slot: Slot, body: Body): Promise<{ done: true } | Refused> {
  const caseId = opened.state.id
  const note = body.note.trim() ? await textPart(deps, caseId, 'note', body.note.trim()) : null
  const done = await act(deps, {
    caseId, person: opened.person, role: slot, commandId: body.commandId, body: { ...body, commandId: '' },
    prepare: async (state) => {
      if (!state) return refused('case_not_found')
      const base = await baseRunOf(deps, state)
      if (![...base.therapies, ...base.combinations].some((t) => t.therapy === body.therapy)) return refused('unknown_subject')
      return {
        command: {
          type: 'judge_suggestion', personId: opened.person.id, therapy: body.therapy, verdict: body.verdict, reasons: body.reasons, possibleHarm: body.possibleHarm, note: note?.hash ?? null,
          version: body.version, contradictsSelfOrHigh: contradicts(base, await opinionOf(deps, state, slot), body),
        },
        parts: note ? [note] : [], deleteDrafts: [],
      }
    },
  })
  return isRefused(done) ? done : { done: true }
}

function contradicts(base: AnalysisRun, opinion: Opinion | null, body: Pick<Body, 'therapy' | 'verdict'>): boolean {
  const said = opinion?.therapies.find((t) => regimenKey(t.drugs) === body.therapy)?.worthConsidering
  const avoided = opinion?.avoid.some((a) => regimenKey(a.drugs) === body.therapy) ?? false
  const agrees = body.verdict === 'agree' || body.verdict === 'agree_with_change'
  const high = base.therapies.find((t) => t.therapy === body.therapy)?.band === 'HIGH'
  return (agrees && (said === 'no' || avoided)) || (body.verdict === 'reject' && (said === 'yes' || high))
}
