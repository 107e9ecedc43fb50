import type { BoardView } from '#src/contract/views/board-view.ts'

/** The fixed way of a case over the wall. The last three are locked until both experts have committed. */
export const stepNames = { question: 'Question', course: 'Course', drivers: 'Drivers', therapies: 'Therapies', disagreement: 'Disagreement', decision: 'Decision' } as const
export type StepId = keyof typeof stepNames
export const stepIds = Object.keys(stepNames) as StepId[] // keys of the constant above
const locked: ReadonlySet<StepId> = new Set(['therapies', 'disagreement', 'decision'])

export const isLockedStep = (step: StepId, view: BoardView) => locked.has(step) && !view.opened

/** How many blocks a step shows one after another; at least one. */
export function blocksOf(step: StepId, view: BoardView): number {
  if (isLockedStep(step, view)) return 1
  switch (step) {
    case 'question': return 1
    case 'course': return 1
    case 'drivers': return view.interactions.length > 0 ? 2 : 1
    case 'therapies': return Math.max(1, view.therapies.length)
    case 'disagreement': return Math.max(1, view.disagreements.length)
    case 'decision': return 1
  }
}

export type Place = { step: number; block: number }
const last = stepIds.length - 1

export const stepBy = (place: Place, by: number): Place => ({ step: Math.min(last, Math.max(0, place.step + by)), block: 0 })

/** The next block of this step; after the last one, the next step. */
export function reveal(place: Place, view: BoardView): Place {
  const step = stepIds[place.step]
  if (!step) return place
  return place.block + 1 < blocksOf(step, view) ? { ...place, block: place.block + 1 } : stepBy(place, place.step < last ? 1 : 0)
}
