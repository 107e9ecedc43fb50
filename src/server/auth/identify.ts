import type { Person } from '#src/domain/person.ts'

/** Who is asking, and the fresh authentication that a signature needs. Homes: better-auth on a server, the persona picker in the demonstration. */
export type Identity = {
  /** Null when nobody is signed in, the session has idled out or its account is disabled. */
  identify: (request: Request) => Promise<Person | null>
  /** Answers with the headers (cookies) that carry the session. */
  signIn: (request: Request, email: string, password: string) => Promise<{ person: Person; headers: Headers } | 'sign_in_failed' | 'too_many_attempts'>
  signOut: (request: Request) => Promise<Headers>
  /** Fresh authentication of the person who is signed in; throttled like a sign-in. `method` is printed in the signed statement. */
  authenticateAgain: (request: Request, person: Person, password: string) => Promise<{ method: 'password' | 'password_and_code' | 'demonstration' } | 'step_up_failed' | 'too_many_attempts'>
  /** All active accounts, for assigning experts and printing names. */
  people: () => Promise<Person[]>
  /** Demonstration only: who may be played; empty on a server. */
  personas: () => Promise<Person[]>
  takePersona: (request: Request, personId: string) => Promise<{ person: Person; headers: Headers } | null>
}
