import type { MiddlewareHandler } from 'hono'
import type { Deps } from './deps.ts'

/**
 * Who read what: a record of its own beside the log, holding operation and case, never content. Written before the answer for exports
 * and refusals; other reads are written with it as well, which is stricter than the stated loss window of one second.
 */
export function recordAccess(deps: Deps): MiddlewareHandler {
  return async (c, next) => {
    await next()
    const caseId = /^\/api\/cases\/([^/]+)/.exec(c.req.path)?.[1] ?? null
    if (!caseId) return
    const person = await deps.identity.identify(c.req.raw)
    await deps.store.recordAccess([{
      at: deps.clock().toISOString(), personId: person?.id ?? '', operation: `${c.req.method} ${c.req.routePath}`, caseId, outcome: c.res.status < 400 ? 'answered' : 'refused',
    }])
  }
}
