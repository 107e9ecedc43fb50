import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { sessionQuery } from '#src/lib/queries/session-query.ts'
import { Missing } from './missing.tsx'
import { PageFailed } from './page-failed.tsx'
import { places } from './places.ts'
import { readSearch } from './search.ts'

export type RouterContext = { queryClient: QueryClient }

const root = createRootRouteWithContext<RouterContext>()({ validateSearch: readSearch, notFoundComponent: Missing })

const signIn = createRoute({ getParentRoute: () => root, path: '/sign-in', component: lazyRouteComponent(() => import('./pages/sign-in-page.tsx'), 'SignInPage') })

/** Everything behind it needs a person: without one the sign-in comes first, and then this address again. */
const signedIn = createRoute({
  getParentRoute: () => root, id: 'signed-in', component: lazyRouteComponent(() => import('./shell/signed-in-shell.tsx'), 'SignedInShell'),
  beforeLoad: async ({ context, location }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery())
    if (!session.person) throw redirect({ to: '/sign-in', search: location.pathname === '/' ? {} : { view: location.pathname } })
  },
})

const worklist = createRoute({ getParentRoute: () => signedIn, path: '/', component: lazyRouteComponent(() => import('./pages/worklist-page.tsx'), 'WorklistPage') })
const intake = createRoute({ getParentRoute: () => signedIn, path: '/intake/$intakeId', component: lazyRouteComponent(() => import('./pages/intake-page.tsx'), 'IntakeRoute') })
const board = createRoute({ getParentRoute: () => signedIn, path: '/board/$session', component: lazyRouteComponent(() => import('./pages/board-route.tsx'), 'BoardRoute') })

const caseRoute = createRoute({ getParentRoute: () => signedIn, path: '/case/$caseId', component: lazyRouteComponent(() => import('./shell/case-shell.tsx'), 'CaseShell') })
const caseStart = createRoute({
  getParentRoute: () => caseRoute, path: '/',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/case/$caseId/$place', params: { caseId: params.caseId, place: 'overview' }, replace: true })
  },
})
/** One route for all places of a case: `places` names them, `CasePages` loads them. */
const placeRoute = createRoute({
  getParentRoute: () => caseRoute, path: '/$place',
  beforeLoad: ({ params }) => {
    if (!places.some((place) => place.id === params.place)) throw redirect({ to: '/case/$caseId/$place', params: { caseId: params.caseId, place: 'overview' }, replace: true })
  },
  component: lazyRouteComponent(() => import('./case-pages.tsx'), 'CasePages'),
})

const routeTree = root.addChildren([signIn, signedIn.addChildren([worklist, intake, board, caseRoute.addChildren([caseStart, placeRoute])])])

export const createAppRouter = (queryClient: QueryClient) =>
  createRouter({ routeTree, context: { queryClient }, defaultErrorComponent: PageFailed, scrollRestoration: true, defaultPreload: false })

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
}
