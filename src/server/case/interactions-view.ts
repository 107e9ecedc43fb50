import type { AnnotationView, InteractionsView } from '#src/contract/views/facts-view.ts'
import { otherSlot, type Slot } from '#src/domain/person.ts'
import { emptyOpinion, Opinion, type InteractionAnnotation } from '#src/domain/opinion.ts'
import type { CaseState } from '#src/domain/case/state.ts'
import { isFactInteraction } from '#src/engine/map/fact-view.ts'
import type { Deps } from '../deps.ts'
import { opinionPart } from '../review/my-opinion.ts'
import { annotationsOf, baseRunOf } from './case-parts.ts'
import type { Opened } from './open-case.ts'
import { interactionSentence, interactionTitleInFull, spokenBy } from './sentences.ts'

/**
 * Interactions as relations between alterations, with my annotations; the other's only after both have committed, and what they do to
 * therapies only after my own commitment.
 */
export async function interactionsViewOf(deps: Deps, opened: Opened): Promise<InteractionsView> {
  const { state, sight } = opened
  const run = await baseRunOf(deps, state)
  const speak = spokenBy(deps.knowledge)
  const mine = sight.slot ? await mineOf(deps, opened, sight.slot) : []
  const theirs = sight.slot && sight.opens.comparison ? await annotationsOf(deps, state, otherSlot(sight.slot)) : []
  return {
    // An entry that exists only because of a therapy on the list would tell what is on it.
    rows: run.interactions.filter((i) => sight.opens.ranking || isFactInteraction(i)).map((interaction) => {
      const { therapies, effect, ...fact } = interaction
      const slot = sight.slot
      return {
        ...fact, title: speak(interactionTitleInFull(interaction)), sentence: speak(interactionSentence(interaction)),
        mine: slot ? annotationView(state, slot, mine.find((a) => a.interactionId === interaction.id), sight.committed) : null,
        version: slot ? (state.annotations[slot][interaction.id]?.version ?? 0) : 0,
        other: slot ? annotationView(state, otherSlot(slot), theirs.find((a) => a.interactionId === interaction.id), true) : null,
        judgement: sight.opens.ranking ? { therapies, effect } : null,
      }
    }),
  }
}

async function mineOf(deps: Deps, { state, sight, person }: Opened, slot: Slot): Promise<InteractionAnnotation[]> {
  if (sight.committed) return annotationsOf(deps, state, slot)
  const draft = await deps.store.draft(state.id, person.id, opinionPart)
  return (draft ? Opinion.parse(draft.body) : emptyOpinion(slot)).interactions
}

function annotationView(state: CaseState, slot: Slot, annotation: InteractionAnnotation | undefined, frozen: boolean): AnnotationView | null {
  if (!annotation) return null
  return { verdict: annotation.verdict, note: annotation.note, version: state.annotations[slot][annotation.interactionId]?.version ?? 0, by: slot, frozen }
}
