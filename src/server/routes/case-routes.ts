import type { Hono } from 'hono'
import { api } from '#src/contract/api.ts'
import { refused } from '#src/domain/refusal.ts'
import { caseViewOf } from '../case/case-view.ts'
import { explanationOf } from '../case/explanation.ts'
import { historyViewOf } from '../case/history-view.ts'
import { interactionsViewOf } from '../case/interactions-view.ts'
import { networkViewOf } from '../case/network-view.ts'
import type { Opened } from '../case/open-case.ts'
import { therapiesViewOf } from '../case/therapies-view.ts'
import { variantsViewOf } from '../case/variants-view.ts'
import { whatIfOf } from '../case/what-if.ts'
import type { Deps } from '../deps.ts'
import { onCase } from './on-case.ts'

/** Reading a case. Every answer is cut to what this person may know; what is not open yet is refused, not emptied. */
export function caseRoutes(app: Hono, deps: Deps) {
  const { opened } = onCase(app, deps)
  const ranked = <T>(o: Opened, answer: () => Promise<T>) => (o.sight.opens.ranking ? answer() : Promise.resolve(refused('not_yet_committed')))

  opened(api.case, (o) => caseViewOf(deps, o))
  opened(api.variants, (o) => variantsViewOf(deps, o))
  opened(api.interactions, (o) => interactionsViewOf(deps, o))
  opened(api.network, (o) => networkViewOf(deps, o))
  opened(api.history, (o) => historyViewOf(deps, o))
  opened(api.therapies, (o) => ranked(o, () => therapiesViewOf(deps, o)))
  opened(api.explanation, (o, { params }) => ranked(o, () => explanationOf(deps, o, params.therapy)))
  opened(api.whatIf, (o, { body }) => ranked(o, () => whatIfOf(deps, o, body.overrides)))
}
