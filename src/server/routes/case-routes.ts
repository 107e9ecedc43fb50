import type { Hono } from 'hono'
import { api } from '#src/contract/api.ts'
import type { Endpoint, ResponseOf } from '#src/contract/endpoint.ts'
import { isRefused, refused, type Refused } from '#src/domain/refusal.ts'
import type { Person } from '#src/domain/person.ts'
import { caseViewOf } from '../case/case-view.ts'
import { explanationOf } from '../case/explanation.ts'
import { historyViewOf } from '../case/history-view.ts'
import { interactionsViewOf } from '../case/interactions-view.ts'
import { networkViewOf } from '../case/network-view.ts'
import { openCase, type Opened } from '../case/open-case.ts'
import { therapiesViewOf } from '../case/therapies-view.ts'
import { variantsViewOf } from '../case/variants-view.ts'
import { whatIfOf } from '../case/what-if.ts'
import type { Deps } from '../deps.ts'
import { implement, refusalWithin } from '../implement.ts'

/** Reading a case. Every answer is cut to what this person may know; what is not open yet is refused, not emptied. */
export function caseRoutes(app: Hono, deps: Deps) {
  async function opened<E extends Endpoint>(endpoint: E, caseId: string, person: Person, answer: (o: Opened) => Promise<ResponseOf<E> | Refused>) {
    const found = await openCase(deps, caseId, person)
    const result = isRefused(found) ? found : await answer(found)
    return isRefused(result) ? refusalWithin(endpoint, result) : result
  }
  const open = (o: Opened) => o.sight.opens.ranking

  implement(app, deps, api.case, ({ params, person }) => opened(api.case, params.caseId, person, (o) => caseViewOf(deps, o)))
  implement(app, deps, api.variants, ({ params, person }) => opened(api.variants, params.caseId, person, (o) => variantsViewOf(deps, o)))
  implement(app, deps, api.interactions, ({ params, person }) => opened(api.interactions, params.caseId, person, (o) => interactionsViewOf(deps, o)))
  implement(app, deps, api.network, ({ params, person }) => opened(api.network, params.caseId, person, (o) => networkViewOf(deps, o)))
  implement(app, deps, api.history, ({ params, person }) => opened(api.history, params.caseId, person, (o) => historyViewOf(deps, o)))
  implement(app, deps, api.therapies, ({ params, person }) =>
    opened(api.therapies, params.caseId, person, async (o) => (open(o) ? therapiesViewOf(deps, o) : refused('not_yet_committed'))))
  implement(app, deps, api.explanation, ({ params, person }) =>
    opened(api.explanation, params.caseId, person, async (o) => (open(o) ? explanationOf(deps, o, params.therapy) : refused('not_yet_committed'))))
  implement(app, deps, api.whatIf, ({ params, person, body }) =>
    opened(api.whatIf, params.caseId, person, async (o) => (open(o) ? whatIfOf(deps, o, body.overrides) : refused('not_yet_committed'))))
}
