import { InteractionAnnotation, Opinion, TherapyOpinion } from '#src/domain/opinion.ts'

const { avoid: Avoid, tests: Tests } = Opinion.shape
const holds = (schema: { safeParse: (value: unknown) => { success: boolean } }) => (value: unknown) => schema.safeParse(value).success

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
