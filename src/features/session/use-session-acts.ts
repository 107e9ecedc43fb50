import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '#src/contract/api.ts'
import type { SessionView } from '#src/contract/views/session-view.ts'
import { call, type ErrorOf } from '#src/lib/call.ts'
import { switchPerson } from './switch-person.ts'

type Entered = (session: SessionView) => void

export function useSignIn(onEntered: Entered) {
  const queryClient = useQueryClient()
  return useMutation<SessionView, ErrorOf<typeof api.signIn>, { email: string; password: string }>({
    mutationFn: (body) => call(api.signIn, { body }),
    onSuccess: async (session) => {
      await switchPerson(queryClient, session)
      onEntered(session)
    },
  })
}

export function useTakePersona(onEntered: Entered) {
  const queryClient = useQueryClient()
  return useMutation<SessionView, ErrorOf<typeof api.takePersona>, string>({
    mutationFn: (personId) => call(api.takePersona, { body: { personId } }),
    onSuccess: async (session) => {
      await switchPerson(queryClient, session)
      onEntered(session)
    },
  })
}

export function useSignOut(onLeft: () => void) {
  const queryClient = useQueryClient()
  return useMutation<SessionView, ErrorOf<typeof api.signOut>, void>({
    mutationFn: () => call(api.signOut, { body: {} }),
    onSuccess: async (session) => {
      await switchPerson(queryClient, session)
      onLeft()
    },
  })
}
