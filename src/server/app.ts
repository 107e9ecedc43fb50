import { Hono } from 'hono'
import type { Deps } from './deps.ts'
import { caseRoutes } from './routes/case-routes.ts'
import { correctionRoutes } from './routes/correction-routes.ts'
import { intakeRoutes } from './routes/intake-routes.ts'
import { reportRoutes } from './routes/report-routes.ts'
import { reviewRoutes } from './routes/review-routes.ts'
import { sessionRoutes } from './routes/session-routes.ts'
import { recordAccess } from './record-access.ts'

/** The whole server, the same in both homes. */
export function createApp(deps: Deps) {
  const app = new Hono().basePath('/api')
  app.use('*', async (c, next) => {
    await next()
    c.res.headers.set('cache-control', 'no-store')
  })
  app.use('*', recordAccess(deps))
  sessionRoutes(app, deps)
  intakeRoutes(app, deps)
  correctionRoutes(app, deps)
  caseRoutes(app, deps)
  reviewRoutes(app, deps)
  reportRoutes(app, deps)
  app.notFound((c) => c.json({ code: 'not_found', detail: null }, 404))
  app.onError((error, c) => {
    // A defect: caught once, here. The reference lets a person and a log line find each other; no patient data goes into either.
    const reference = deps.newId()
    console.error(`defect ${reference} at ${c.req.method} ${c.req.routePath}: ${error.stack ?? error.message}`)
    return c.json({ code: 'unexpected', detail: reference }, 500)
  })
  return app
}
