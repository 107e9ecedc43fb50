import type { Hono } from 'hono'
import { api } from '#src/contract/api.ts'
import type { SessionView } from '#src/contract/views/session-view.ts'
import type { Person } from '#src/domain/person.ts'
import type { Deps } from '../deps.ts'
import { Answer, implement, refuse } from '../implement.ts'
import { todayIn } from '../today.ts'

export function sessionRoutes(app: Hono, deps: Deps) {
  const viewOf = (person: Person | null): SessionView => ({ person, host: deps.host, zone: deps.zone, today: todayIn(deps) })
  const colleague = (p: Person) => ({ id: p.id, name: p.name, roles: p.roles, credential: p.credential?.title ?? null })

  implement(app, deps, api.session, async ({ request }) => viewOf(await deps.identity.identify(request)))
  implement(app, deps, api.signIn, async ({ request, body }) => {
    const entered = await deps.identity.signIn(request, body.email, body.password)
    return typeof entered === 'string' ? refuse(entered) : new Answer(viewOf(entered.person), entered.headers)
  })
  implement(app, deps, api.signOut, async ({ request }) => new Answer(viewOf(null), await deps.identity.signOut(request)))
  implement(app, deps, api.personas, async () => (await deps.identity.personas()).map(colleague))
  implement(app, deps, api.takePersona, async ({ request, body }) => {
    const taken = await deps.identity.takePersona(request, body.personId)
    return taken ? new Answer(viewOf(taken.person), taken.headers) : refuse('not_found')
  })
  implement(app, deps, api.colleagues, async () => (await deps.identity.people()).map(colleague))
}
