import type { QueryClient } from '@tanstack/react-query'
import type { SessionView } from '#src/contract/views/session-view.ts'
import { sessionQuery } from '#src/lib/queries/session-query.ts'

/** Another person at the same screen: whatever the one before was allowed to see leaves the memory before anything else is asked. */
export async function switchPerson(queryClient: QueryClient, session: SessionView): Promise<void> {
  await queryClient.cancelQueries()
  queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session' })
  queryClient.setQueryData(sessionQuery().queryKey, session)
}
