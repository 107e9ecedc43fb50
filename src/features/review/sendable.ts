import { z } from 'zod'
import { InteractionAnnotation, Opinion, TherapyOpinion } from '#src/domain/opinion.ts'

const { avoid: Avoid, tests: Tests } = Opinion.shape
const holds = (schema: { safeParse: (value: unknown) => { success: boolean } }) => (value: unknown) => schema.safeParse(value).success

/** A draft as it is typed: lines may still lack their drug, reason or name. This is what this browser keeps. */
export const TypedOpinion = Opinion.extend({
  interactions: z.array(InteractionAnnotation.extend({ note: z.string() })), therapies: z.array(TherapyOpinion.extend({ drugs: z.array(z.string()) })),
  avoid: z.array(Avoid.element.extend({ drugs: z.array(z.string()), reason: z.string() })), tests: z.array(Tests.element.extend({ test: z.string() })),
})

/** What of a draft can be saved: a line without its drug or its reason is kept on this device until it has one. `waiting` counts such lines. */
export function sendable(opinion: Opinion): { opinion: Opinion; waiting: number } {
  const whole: Opinion = {
    ...opinion,
    interactions: opinion.interactions.filter(holds(InteractionAnnotation)),
    therapies: opinion.therapies.filter(holds(TherapyOpinion)),
    avoid: opinion.avoid.filter(holds(Avoid.element)),
    tests: opinion.tests.filter(holds(Tests.element)),
  }
  const count = (one: Opinion) => one.interactions.length + one.therapies.length + one.avoid.length + one.tests.length
  return { opinion: whole, waiting: count(opinion) - count(whole) }
}
