import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { sessionQuery } from '#src/lib/queries/session-query.ts'
import { createQueryClient } from '#src/lib/query-client.ts'
import { LookProvider } from '#src/ui/look/provider.tsx'
import { createAppRouter } from './router.tsx'

const queryClient = createQueryClient(() => {
  // The session ended on the server: nobody is signed in, whatever this page still believes.
  queryClient.setQueryData(sessionQuery().queryKey, (session) => (session ? { ...session, person: null } : session))
  void router.invalidate()
})
const router = createAppRouter(queryClient)

export function App() {
  return (
    <LookProvider>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </LookProvider>
  )
}
