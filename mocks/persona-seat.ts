import type { IDBPDatabase } from 'idb'
import { openDB } from 'idb'
import type { PersonaSeat } from '#src/server/auth/persona.ts'
import { demonstrationNames } from './demonstration-names.ts'

type SeatSchema = { seat: { key: string; value: string } }
const person = (tab: string) => `person ${tab}`
const lastPerson = 'person'
const seeded = 'seeded'

/** What the demonstration remembers beside its cases: who is being played in which tab, and whether the cases were all played. */
export async function openMemory() {
  const db = await openDB<SeatSchema>(demonstrationNames.seat, 1, { upgrade: (d) => void d.createObjectStore('seat') })
  return {
    isSeeded: async () => (await db.get('seat', seeded)) !== undefined,
    markSeeded: async () => void (await db.put('seat', 'all', seeded)),
    seat: (tab: string) => openSeat(db, tab),
  }
}

/** Who is being played survives a reload of its tab; a new tab begins as who was taken last. It is a choice, not a secret. */
async function openSeat(db: IDBPDatabase<SeatSchema>, tab: string): Promise<PersonaSeat> {
  const nobody = ''
  let taken = (await db.get('seat', person(tab))) ?? (await db.get('seat', lastPerson)) ?? nobody
  return {
    read: () => taken || null,
    write: (personId) => {
      taken = personId ?? nobody
      const transaction = db.transaction('seat', 'readwrite')
      const written = Promise.all([transaction.store.put(taken, person(tab)), transaction.store.put(taken, lastPerson), transaction.done])
      written.catch((error: unknown) => console.error('the persona could not be kept', error))
    },
  }
}
