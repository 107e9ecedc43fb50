import { z } from 'zod'
import { Person } from '#src/domain/person.ts'

export const SessionView = z.object({
  person: Person.nullable(),
  /** Which home answers: a server, or the demonstration inside the browser. */
  host: z.enum(['server', 'demonstration']),
  zone: z.string(),
  today: z.iso.date(),
})
export type SessionView = z.infer<typeof SessionView>

export const ColleagueView = z.object({ id: z.string(), name: z.string(), roles: Person.shape.roles, credential: z.string().nullable() })
export type ColleagueView = z.infer<typeof ColleagueView>
