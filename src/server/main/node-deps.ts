import { randomUUID } from 'node:crypto'
import { Jurisdiction } from '#src/domain/analysis.ts'
import { analyse } from '#src/engine/analyse.ts'
import { indexKnowledge } from '#src/engine/knowledge-index.ts'
import { loadKnowledge } from '#src/knowledge/load-knowledge.ts'
import type { Deps } from '../deps.ts'
import { readInWorker } from './read-in-worker.ts'

/** What a Node host gives to the server besides its database: clock, ids, the embedded knowledge, the engine, reading in threads. */
export function nodeDeps({ store, keys, identity }: Pick<Deps, 'store' | 'keys' | 'identity'>): Deps {
  const knowledge = loadKnowledge()
  const index = indexKnowledge(knowledge)
  return {
    store, keys, identity, knowledge, index,
    analyse: (input) => analyse(input, index),
    readRecords: readInWorker(),
    clock: () => new Date(),
    newId: () => randomUUID(),
    host: 'server',
    zone: process.env['CONSILIUM_ZONE'] ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    jurisdiction: Jurisdiction.parse(process.env['CONSILIUM_JURISDICTION'] ?? 'EU'),
  }
}
