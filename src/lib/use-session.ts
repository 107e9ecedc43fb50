import { useQuery } from '@tanstack/react-query'
import { sessionQuery } from './queries/session-query.ts'

/** The session as last told by the server; before the first answer nobody, and the time as UTC. */
export function useSession() {
  const session = useQuery(sessionQuery()).data
  return { person: session?.person ?? null, host: session?.host ?? 'server', zone: session?.zone ?? 'UTC', today: session?.today ?? null }
}
