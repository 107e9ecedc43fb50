import type { Hono } from 'hono'
import type { Endpoint, ResponseOf } from '#src/contract/endpoint.ts'
import type { Slot } from '#src/domain/person.ts'
import { isRefused, refused, type Refused } from '#src/domain/refusal.ts'
import { openCase, type Opened } from '../case/open-case.ts'
import type { Deps } from '../deps.ts'
import { implement, refusalWithin, type Asked, type Handler } from '../implement.ts'

type OfCase = Endpoint & { path: `${string}:caseId${string}` }
type AnswerTo<E extends Endpoint> = ResponseOf<E> | Refused | Awaited<ReturnType<Handler<E>>>

/** Operations on one case: it is opened as this person may know it, and a refusal of the domain goes out under its own code. */
export function onCase(app: Hono, deps: Deps) {
  function opened<E extends OfCase>(endpoint: E, answer: (opened: Opened, asked: Asked<E>) => Promise<AnswerTo<E>>) {
    implement(app, deps, endpoint, async (asked) => {
      const found = await openCase(deps, (asked.params as { caseId: string }).caseId, asked.person) // the path names it
      const result = isRefused(found) ? found : await answer(found, asked)
      return isRefused(result) ? refusalWithin(endpoint, result) : result
    })
  }
  return {
    opened,
    /** Only for the two experts, each in their own part. */
    inSlot: <E extends OfCase>(endpoint: E, answer: (opened: Opened, slot: Slot, asked: Asked<E>) => Promise<AnswerTo<E>>) =>
      opened(endpoint, async (found, asked) => (found.sight.slot ? answer(found, found.sight.slot, asked) : refused('not_your_part'))),
  }
}
