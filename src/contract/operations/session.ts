import { z } from 'zod'
import type { Endpoint } from '../endpoint.ts'
import { ColleagueView, SessionView } from '../views/session-view.ts'

export const sessionOperations = {
  session: { method: 'GET', path: '/session', permission: 'anyone', response: SessionView, problems: [] },
  signIn: {
    method: 'POST', path: '/session', permission: 'anyone', body: z.object({ email: z.string().max(200), password: z.string().max(200) }), response: SessionView,
    problems: ['sign_in_failed', 'too_many_attempts'],
  },
  signOut: { method: 'POST', path: '/session/end', permission: 'signed_in', body: z.object({}), response: SessionView, problems: [] },
  /** Demonstration only: who may be played. On a server the list is empty. */
  personas: { method: 'GET', path: '/personas', permission: 'anyone', response: z.array(ColleagueView), problems: [] },
  takePersona: { method: 'POST', path: '/session/persona', permission: 'anyone', body: z.object({ personId: z.string() }), response: SessionView, problems: ['not_found'] },
  colleagues: { method: 'GET', path: '/colleagues', permission: 'signed_in', response: z.array(ColleagueView), problems: [] },
} as const satisfies Record<string, Endpoint>
