import type { Person } from '#src/domain/person.ts'

const licence = (title: string, number: string) => ({ title, number, validUntil: '2031-12-31' })

/**
 * Invented people, one for every place of a case: the seeded accounts of a fresh server and the personas of the demonstration. The
 * domain `.example` can belong to nobody (RFC 2606).
 */
export const invitedPeople: readonly Omit<Person, 'id'>[] = [
  { name: 'Ines Halloran', email: 'coordinator@consilium.example', roles: ['coordinator'], credential: null },
  { name: 'Dr Mara Lindqvist', email: 'genomics.one@consilium.example', roles: ['genomic_expert'], credential: licence('Consultant clinical scientist (genomics)', 'CS-20417') },
  { name: 'Dr Teodor Vasile', email: 'genomics.two@consilium.example', roles: ['genomic_expert'], credential: licence('Molecular pathologist', 'MP-31188') },
  { name: 'Dr Amara Osei', email: 'oncology.one@consilium.example', roles: ['oncologist'], credential: licence('Consultant medical oncologist', 'MO-55290') },
  { name: 'Dr Henrik Solberg', email: 'oncology.two@consilium.example', roles: ['oncologist'], credential: licence('Consultant medical oncologist', 'MO-48713') },
  { name: 'Prof. Laila Benatar', email: 'arbiter@consilium.example', roles: ['arbiter'], credential: licence('Professor of precision oncology', 'PO-10064') },
  { name: 'Dr Rosa Quintero', email: 'board@consilium.example', roles: ['board_member'], credential: licence('Consultant thoracic surgeon', 'TS-27735') },
  { name: 'Pavel Novotny', email: 'administrator@consilium.example', roles: ['administrator'], credential: null },
]
