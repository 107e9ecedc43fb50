import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ask } from '#mocks/seed/ask.ts'
import { api } from '#src/contract/api.ts'
import { noOverrides } from '#src/domain/analysis.ts'
import { analyse } from '#src/engine/analyse.ts'
import { indexKnowledge } from '#src/engine/release/knowledge-index.ts'
import { readKnowledge } from '#src/knowledge/load-knowledge.ts'
import { countsOf } from '#src/knowledge/release.ts'
import { knowledgeRows } from '#src/knowledge/rows/registry.ts'
import { createApp } from '#src/server/app.ts'
import { runNamed, snapshotOf } from '#src/server/case/case-parts.ts'
import { stateOf } from '#src/server/case/act.ts'
import type { Deps } from '#src/server/deps.ts'
import { builtIn } from '#src/server/main/release-shelf.ts'
import { shelfReleases } from '#src/server/main/shelf-releases.ts'
import { assembleReport } from '#src/server/reporting/report-view-of.ts'
import { anIntake, committed, experts, takenIn } from '#tests/support/a-case.ts'
import { openHouse, type House } from '#tests/support/house.ts'
import { playJourney } from '#tests/support/journey.ts'

let shelf: string
let house: House
beforeEach(async () => {
  shelf = await mkdtemp(join(tmpdir(), 'consilium-shelf-'))
  house = withDeps(await openHouse(), (deps) => ({ ...deps, releases: shelfReleases(shelf, builtIn()) }))
})
afterEach(async () => {
  await house.close()
  await rm(shelf, { recursive: true })
})

/** The same house after a change of what its server is given. */
function withDeps(of: House, change: (deps: Deps) => Deps): House {
  const deps = change(of.deps)
  const app = createApp(deps)
  const as = (id: string) => (request: Request) => {
    const headers = new Headers(request.headers)
    headers.set('x-test-person', id)
    return app.fetch(new Request(request, { headers }))
  }
  return { ...of, deps, app, as }
}

/** A later release without any evidence on osimertinib, and without class records. */
const laterRows = { ...knowledgeRows, priors: [[]], evidence: knowledgeRows.evidence.map((part) => part.filter((row) => !JSON.stringify(row).includes('osimertinib'))) }
const later = readKnowledge(laterRows, '2027.05')
const laterIndex = indexKnowledge(later)
const updated = (of: House, shelved: boolean) => withDeps(of, (deps) => ({
  ...deps, knowledge: later, index: laterIndex, analyse: (input) => analyse(input, laterIndex),
  releases: shelved ? shelfReleases(shelf, { knowledge: later, rows: laterRows, manifest: { release: '2027.05', hash: later.hash, made: null, base: null, source: null, counts: countsOf(laterRows) } }) : null,
}))
const stateNow = async (of: House, id: string) => {
  const head = await of.deps.store.head(id)
  if (!head) throw new Error('the case is there')
  return stateOf(head)
}
const own = { release: builtIn().manifest.release, hash: builtIn().manifest.hash }

describe('a case names the release it was read with', () => {
  test('log, snapshot, run and report name one hash, and the release lies on the shelf under it', async () => {
    const id = await takenIn(house)
    await playJourney(house, id)
    const state = await stateNow(house, id)
    expect(state.round.knowledge).toEqual(own)
    expect((await snapshotOf(house.deps, state)).knowledge).toEqual(own)
    expect((await runNamed(house.deps, state, state.consensus?.run ?? '')).knowledge).toEqual(own)
    expect((await assembleReport(house.deps, state)).content.knowledge).toEqual(own)
    expect(await readdir(shelf)).toEqual([`${own.hash}.json`, `${own.hash}.rows`])
    expect((await ask(house.as(experts.oncologist), api.case, { params: { caseId: id } })).knowledge).toMatchObject({ ...own, server: null })
  }, 60_000)

  test('on a server that has moved on it is shown as such, and every later run keeps its release', async () => {
    const id = await takenIn(house)
    const now = updated(house, true)
    expect((await ask(now.as(experts.genomic_expert), api.case, { params: { caseId: id } })).knowledge).toMatchObject({ ...own, server: { release: '2027.05', hash: later.hash } })
    await committed(now, id, 'genomic_expert', 'after the update')
    const asked = { params: { caseId: id } }
    const before = await ask(house.as(experts.genomic_expert), api.therapies, asked)
    expect(before.knowledge).toEqual(own)
    expect(await ask(now.as(experts.genomic_expert), api.therapies, asked)).toEqual(before)
    expect(await ask(now.as(experts.genomic_expert), api.whatIf, { ...asked, body: { overrides: noOverrides } })).toMatchObject({ sameAsBase: true })
    await committed(now, id, 'oncologist', 'after the update')
    const fresh = await takenIn(now, anIntake(), 'case-two')
    expect((await stateNow(now, fresh)).round.knowledge).toEqual({ release: '2027.05', hash: later.hash })
    expect(await readdir(shelf)).toContain(`${later.hash}.rows`)
  }, 60_000)

  test('a release that cannot be had gives way to the server\'s own, and the run and its report say which', async () => {
    const id = await takenIn(house)
    const now = updated(house, false)
    await playJourney(now, id)
    const state = await stateNow(now, id)
    const run = await runNamed(now.deps, state, state.consensus?.run ?? '')
    expect(run.knowledge).toEqual({ release: '2027.05', hash: later.hash })
    expect((await assembleReport(now.deps, state)).content.knowledge).toEqual(run.knowledge)
    expect(state.round.knowledge).toEqual(own)
  }, 60_000)
})
