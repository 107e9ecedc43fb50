import { z } from 'zod'
import { Credential, Role, type Person } from '#src/domain/person.ts'

/** The columns of a person as the accounts library gives them. */
const PersonRow = z.object({
  id: z.string(), name: z.string(), email: z.string(), roles: z.string(), credential: z.string().nullish(), active: z.coerce.boolean(), seeded: z.coerce.boolean(),
})

export type AccountRow = { person: Person; active: boolean; seeded: boolean }

export function accountOf(row: unknown): AccountRow {
  const { id, name, email, roles, credential, active, seeded } = PersonRow.parse(row)
  return {
    person: { id, name, email, roles: z.array(Role).parse(JSON.parse(roles)), credential: credential ? Credential.parse(JSON.parse(credential)) : null },
    active, seeded,
  }
}

export const columnsOf = ({ roles, credential }: Pick<Person, 'roles' | 'credential'>) => ({
  roles: JSON.stringify(roles), credential: credential ? JSON.stringify(credential) : null,
})
