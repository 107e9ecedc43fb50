import { expect, test } from 'vitest'
import { personaHome, personas } from '#src/server/auth/persona.ts'

const request = new Request('http://127.0.0.1/')

test('whoever is picked is who asks, until somebody else is or nobody', async () => {
  const identity = personaHome()
  expect(await identity.identify(request)).toBeNull()
  const [first, second] = personas
  if (!first || !second) throw new Error('no personas')
  expect((await identity.takePersona(request, first.id))?.person).toEqual(first)
  expect(await identity.identify(request)).toEqual(first)
  expect(await identity.authenticateAgain(request, first, '')).toEqual({ method: 'demonstration' })
  expect(await identity.authenticateAgain(request, second, '')).toBe('step_up_failed')
  expect(await identity.takePersona(request, 'nobody')).toBeNull()
  await identity.takePersona(request, second.id)
  expect(await identity.identify(request)).toEqual(second)
  await identity.signOut(request)
  expect(await identity.identify(request)).toBeNull()
})

test('there are enough people for a case and its arbiter, each with one place', () => {
  const count = (role: string) => personas.filter((person) => person.roles.some((each) => each === role)).length
  expect({ genomics: count('genomic_expert'), oncology: count('oncologist'), arbiter: count('arbiter'), coordinator: count('coordinator') }).toEqual({ genomics: 2, oncology: 2, arbiter: 1, coordinator: 1 })
  expect(personas.filter((person) => person.roles.includes('genomic_expert') && person.roles.includes('oncologist'))).toEqual([])
  expect(new Set(personas.map((person) => person.id)).size).toBe(personas.length)
})
