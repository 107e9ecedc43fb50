import type { RunDifference } from '#src/contract/views/therapies-view.ts'
import type { InteractionAnnotation, InteractionVerdict } from '#src/domain/opinion.ts'
import type { Slot } from '#src/domain/person.ts'
import { isRefused, refused, type Refused } from '#src/domain/refusal.ts'
import { act } from '../case/act.ts'
import { analyseRound } from '../case/analyse-case.ts'
import { atItsRelease } from '../case/at-its-release.ts'
import { annotationsOf, baseRunOf, opinionOf, overridesOf, roundInputOf, runNamed } from '../case/case-parts.ts'
import { differenceView } from '../case/difference-view.ts'
import type { Opened } from '../case/open-case.ts'
import { textPart } from '../case/parts.ts'
import type { Deps } from '../deps.ts'

type Body = { commandId: string; version: number; verdict: InteractionVerdict | null; note: string; interactionId: string }
/** A dispute without a word of why helps nobody who reads it later. */
const shortestNote = 3

/** Confirms, disputes or qualifies an interaction after commitment, or takes that back; my run follows, and the answer says by how much. */
export async function annotateInteraction(deps: Deps, opened: Opened, slot: Slot, body: Body): Promise<{ run: string; baseRun: string; difference: RunDifference[] } | Refused> {
  const caseId = opened.state.id
  const note = body.note.trim()
  if (body.verdict && note.length < shortestNote) return refused('reason_required')
  const written = body.verdict ? await textPart(deps, caseId, 'note', note) : null
  const done = await act(deps, {
    caseId, person: opened.person, role: slot, commandId: body.commandId, body: { ...body, commandId: '' },
    prepare: async (state) => {
      if (!state) return refused('case_not_found')
      if (!state.opinions[slot]) return refused('not_yet_committed')
      const base = await baseRunOf(deps, state)
      const standing = (await annotationsOf(deps, state, slot)).filter((a) => a.interactionId !== body.interactionId)
      const now: InteractionAnnotation[] = body.verdict ? [...standing, { interactionId: body.interactionId, verdict: body.verdict, note }] : standing
      const mine = await analyseRound(await atItsRelease(deps, state), caseId, await roundInputOf(deps, state), overridesOf(await opinionOf(deps, state, slot), now, base))
      return {
        command: {
          type: 'annotate_interaction', personId: opened.person.id, interactionId: body.interactionId, verdict: body.verdict, note: written?.hash ?? null, run: mine.part.hash, version: body.version,
          known: base.interactions.some((i) => i.id === body.interactionId),
        },
        parts: [mine.part, ...(written ? [written] : [])], deleteDrafts: [],
      }
    },
  })
  if (isRefused(done)) return done
  const base = await baseRunOf(deps, done)
  const run = done.runs[slot] ?? done.round.baseRun
  return { run, baseRun: done.round.baseRun, difference: differenceView(base, await runNamed(deps, done, run)) }
}
