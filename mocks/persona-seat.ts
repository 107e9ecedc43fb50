import { openDB } from 'idb'
import type { PersonaSeat } from '#src/server/auth/persona.ts'

/** Who is being played survives a reload; it is a choice, not a secret. */
export async function openSeat(name: string): Promise<PersonaSeat> {
  const db = await openDB<{ seat: { key: string; value: string } }>(name, 1, { upgrade: (d) => { d.createObjectStore('seat') } })
  let taken = (await db.get('seat', 'person')) ?? null
  return {
    read: () => taken,
    write: (personId) => {
      taken = personId
      const written = personId === null ? db.delete('seat', 'person') : db.put('seat', personId, 'person')
      written.catch((error: unknown) => console.error('the persona could not be kept', error))
    },
  }
}
