import type { Person } from '#src/domain/person.ts'

/** Who acts while a case is played: the seeder sits down as one person after the other. */
export type Players = { fetchAs: (person: Person) => (request: Request) => Response | Promise<Response>; genomic_expert: Person; oncologist: Person; coordinator: Person }
