import type { Hono } from 'hono'
import { api } from '#src/contract/api.ts'
import type { Identity } from '#src/server/auth/identify.ts'
import { createApp } from '#src/server/app.ts'
import type { Deps } from '#src/server/deps.ts'
import type { Person } from '#src/domain/person.ts'
import { ask } from './ask.ts'
import { demonstrationCases } from './cases.ts'
import type { DemonstrationCase } from './demonstration-case.ts'
import { playReview } from './play-review.ts'
import type { Players } from './players.ts'
import { playToSignature } from './play-to-signature.ts'

/**
 * `onCase` hears, before the first case and after each, how many of how many stand. `onFailure` hears of a case that does not play, and the
 * others go on; without it the failure is thrown.
 */
type Seeding = { only?: readonly string[]; onCase?: (done: number, of: number) => void; onFailure?: (caseId: string, error: unknown) => void }

/**
 * Plays the demonstration cases through the product's own operations, once: a case that is there already is left alone. Everything is
 * decided, logged and signed as it would be by hand; only the authentication says `demonstration`.
 */
export async function seedCases(deps: Deps, options: Seeding = {}): Promise<{ seeded: string[] }> {
  const people = await deps.identity.people()
  let acting: Person | null = null
  const identity: Identity = {
    ...deps.identity, identify: async () => acting, authenticateAgain: async () => ({ method: 'demonstration' }),
  }
  const app: Hono = createApp({ ...deps, identity, host: 'demonstration' })
  const fetchAs = (person: Person) => (request: Request) => {
    acting = person
    return app.fetch(request)
  }
  const named = (local: string) => {
    const person = people.find((p) => p.email.startsWith(`${local}@`))
    if (!person) throw new Error(`The demonstration needs an account ${local}`)
    return person
  }
  const coordinator = named('coordinator')
  const there = new Set((await ask(fetchAs(coordinator), api.worklist, { params: {} })).rows.map((row) => row.id))
  const seeded: string[] = []
  const wanted = demonstrationCases.filter((c) => !options.only || options.only.includes(c.id))
  for (const [place, written] of wanted.entries()) {
    options.onCase?.(place, wanted.length)
    const players: Players = { fetchAs, coordinator, genomic_expert: named(written.experts.genomic_expert), oncologist: named(written.experts.oncologist) }
    const intake = await ask(fetchAs(coordinator), api.startIntake, { params: {}, body: { commandId: `demonstration-${written.id}` } })
    if (there.has(intake.id) || (intake.version > 1 && written.until === 'intake')) continue
    try {
      await play(deps, players, written, intake)
      seeded.push(written.id)
    } catch (error) {
      if (!options.onFailure) throw error
      options.onFailure(written.id, error)
    }
  }
  options.onCase?.(wanted.length, wanted.length)
  return { seeded }
}

async function play(deps: Deps, players: Players, written: DemonstrationCase, intake: { id: string; version: number }) {
  const asCoordinator = players.fetchAs(players.coordinator)
  const { dueInDays, ...form } = written.intake
  const due = new Date(deps.clock().getTime() + dueInDays * 86_400_000).toISOString().slice(0, 10)
  const params = { intakeId: intake.id }
  const saved = await ask(asCoordinator, api.saveIntake, {
    params, body: { version: intake.version, form: { ...form, due, assigned: { genomic_expert: players.genomic_expert.id, oncologist: players.oncologist.id } } },
  })
  for (const file of written.files) await ask(asCoordinator, api.uploadRecord, { params, file: { name: file.name, bytes: new TextEncoder().encode(file.text) } })
  if (written.files.length > 0) await untilRead(asCoordinator, intake.id)
  if (written.until === 'intake') return
  const { caseId } = await ask(asCoordinator, api.takeIn, { params, body: { commandId: `take-in-${written.id}`, version: saved.version } })
  if (written.until === 'review') return
  await playReview(players, written, caseId)
  if (['comparison', 'one_committed'].includes(written.until)) return
  await playToSignature(players, written, caseId)
}

const patience = 300 // tenths of a second

async function untilRead(fetch: (request: Request) => Response | Promise<Response>, intakeId: string) {
  for (let i = 0; i < patience; i++) {
    const { uploads } = await ask(fetch, api.preview, { params: { intakeId } })
    if (uploads.every((u) => u.state === 'read')) return
    const failed = uploads.find((u) => u.state === 'failed')
    if (failed) throw new Error(`${failed.name} could not be read: ${failed.problems.map((p) => p.message).join(' ')}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('the records of a demonstration case were not read in time')
}
