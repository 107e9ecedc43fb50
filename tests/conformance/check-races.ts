import { verifyChain } from '#src/server/record/verify-chain.ts'
import type { Store } from '#src/server/store/ports.ts'
import { anAppend, noon, start, tipOf, type Tip } from './an-append.ts'
import { eventually, same } from './expect.ts'
import type { Check } from './home.ts'
import { withHome } from './with-home.ts'

/** A fiftieth of the 200 rounds of the full campaign. */
const gateRounds = 4

export const raceChecks = (rounds = gateRounds): readonly Check[] => [
  withHome(`50 racers on one version, ${rounds} rounds: exactly one winner each`, async ({ store, another }) => {
    const handles = [store, await another()]
    let tip = start
    for (let round = 0; round < rounds; round += 1) tip = await race(handles, tip, round)
    const entries = await store.entries('case-1')
    same(entries.length, rounds, 'one entry a round')
    same(await verifyChain(entries), { ok: true }, 'no fork')
    same((await store.head('case-1'))?.hash, tip.hash, 'head of the last winner')
    await handles[1]?.close()
  }),
  withHome('the same command sent 20 times at once takes effect once', async ({ store, another }) => {
    const handles = [store, await another()]
    const append = await anAppend(start, { commandId: 'impatient' })
    const outcomes = await Promise.all(Array.from({ length: 20 }, (_, index) => handles[index % 2]?.append(append)))
    same(outcomes.filter((outcome) => outcome === 'appended').length, 1, 'winners')
    same((await store.entries('case-1')).length, 1, 'entries')
    await handles[1]?.close()
  }),
  withHome('50 savers of one draft: exactly one winner', async ({ store, another }) => {
    const handles = [store, await another()]
    for (let version = 0; version < rounds; version += 1) {
      const saves = await Promise.all(Array.from({ length: 50 }, (_, index) => (
        handles[index % 2]?.saveDraft({ caseId: 'case-1', personId: 'person-1', part: 'opinion', body: `racer ${index}`, savedAt: noon }, version)
      )))
      const winners = saves.filter((save) => save?.outcome === 'saved')
      same(winners.length, 1, `winners on version ${version}`)
      same(await store.draft('case-1', 'person-1', 'opinion'), winners[0]?.draft ?? null, 'the draft is that of the winner')
    }
    await handles[1]?.close()
  }),
  withHome('two blind experts drafting at once never disturb each other', async ({ store, another }) => {
    const other = await another()
    const drafting = async (home: Store, personId: string) => {
      for (let version = 0; version < 25; version += 1) {
        const save = await home.saveDraft({ caseId: 'case-1', personId, part: 'opinion', body: { text: `${personId} ${version}` }, savedAt: noon }, version)
        same(save.outcome, 'saved', `${personId} is never told of the other`)
      }
    }
    await Promise.all([drafting(store, 'genomics'), drafting(other, 'oncology')])
    same((await store.draftsOf('case-1', 'genomics')).map((draft) => draft.body), [{ text: 'genomics 24' }], 'hers')
    same((await store.draftsOf('case-1', 'oncology')).map((draft) => draft.body), [{ text: 'oncology 24' }], 'his')
    await other.close()
  }),
  withHome('a change is told after commit, here and elsewhere, and only when something changed', async ({ store, another }) => {
    const other = await another()
    const [here, there]: [unknown[], unknown[]] = [[], []]
    const stopHere = await store.changes.subscribe((change) => here.push(change))
    await other.changes.subscribe((change) => there.push(change))
    const first = await anAppend(start)
    await store.append(first)
    await eventually(() => here.length === 1 && there.length === 1, 'the change of the first act')
    same([here[0], there[0]], [{ caseId: 'case-1', version: 1 }, { caseId: 'case-1', version: 1 }], 'what is told')
    await stopHere()
    same(await store.append(await anAppend(start, { commandId: 'late' })), 'stale', 'a late one')
    await store.append(await anAppend(tipOf(first)))
    await eventually(() => there.length === 2, 'the change of the second act')
    same(there[1], { caseId: 'case-1', version: 2 }, 'a stale append told nothing')
    same(here.length, 1, 'whoever stopped listening hears nothing')
    await other.close()
  }),
]

async function race(handles: readonly Store[], tip: Tip, round: number): Promise<Tip> {
  const appends = await Promise.all(Array.from({ length: 50 }, (_, index) => anAppend(tip, { commandId: `round-${round}-racer-${index}`, personId: `person-${index}` })))
  const outcomes = await Promise.all(appends.map((append, index) => handles[index % handles.length]?.append(append)))
  const winners = appends.filter((_, index) => outcomes[index] === 'appended')
  same(winners.length, 1, `winners of round ${round}`)
  same(outcomes.filter((outcome) => outcome === 'stale').length, 49, `told to look again in round ${round}`)
  const [winner] = winners
  return winner ? tipOf(winner) : tip
}
