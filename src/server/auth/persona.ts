import type { Person } from '#src/domain/person.ts'
import type { Identity } from './identify.ts'
import { invitedPeople } from './invited-people.ts'

/** The personas of the demonstration, named by the local part of their address: the same ids on every machine, for seeded cases. */
export const personas: readonly Person[] = invitedPeople.map((person) => ({ ...person, id: `persona-${person.email.split('@')[0]}` }))

/** Where the worker keeps who is being played; another tab may play another person. */
export type PersonaSeat = { read: () => string | null; write: (personId: string | null) => void }

/**
 * The demonstration's identity: whoever sits at the screen picks a person. There are no passwords, and every statement signed so says
 * `demonstration`.
 */
export function personaHome(seat: PersonaSeat = memorySeat()): Identity {
  const find = (personId: string | null) => personas.find((person) => person.id === personId) ?? null
  return {
    identify: () => Promise.resolve(find(seat.read())),
    signIn: () => Promise.resolve('sign_in_failed'),
    signOut: () => {
      seat.write(null)
      return Promise.resolve(new Headers())
    },
    authenticateAgain: (_request, person) => Promise.resolve(seat.read() === person.id ? { method: 'demonstration' } : 'step_up_failed'),
    people: () => Promise.resolve([...personas]),
    personas: () => Promise.resolve([...personas]),
    takePersona: (_request, personId) => {
      const person = find(personId)
      if (!person) return Promise.resolve(null)
      seat.write(personId)
      return Promise.resolve({ person, headers: new Headers() })
    },
  }
}

export function memorySeat(): PersonaSeat {
  let taken: string | null = null
  return {
    read: () => taken,
    write: (personId) => {
      taken = personId
    },
  }
}
