import { randomUUID } from 'node:crypto'
import { Jurisdiction } from '#src/domain/analysis.ts'
import { analyse } from '#src/engine/analyse.ts'
import { indexKnowledge } from '#src/engine/release/knowledge-index.ts'
import type { Deps } from '../deps.ts'
import { readInWorker } from './read-in-worker.ts'
import type { FoundRelease } from './release-shelf.ts'
import { shelfReleases } from './shelf-releases.ts'

type Given = Pick<Deps, 'store' | 'keys' | 'identity'> & { release: FoundRelease; shelf: string }

/** What a Node host gives to the server besides its database: clock, ids, the knowledge release it reads with, the engine, reading in threads. */
export function nodeDeps({ store, keys, identity, release, shelf }: Given): Deps {
  const { knowledge } = release
  const index = indexKnowledge(knowledge)
  return {
    store, keys, identity, knowledge, index, releases: shelfReleases(shelf, release),
    analyse: (input) => analyse(input, index),
    readRecords: readInWorker(),
    clock: () => new Date(),
    newId: () => randomUUID(),
    host: 'server',
    zone: process.env['CONSILIUM_ZONE'] ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    jurisdiction: Jurisdiction.parse(process.env['CONSILIUM_JURISDICTION'] ?? 'EU'),
  }
}
