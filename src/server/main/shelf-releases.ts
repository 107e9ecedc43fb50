import { indexKnowledge } from '#src/engine/release/knowledge-index.ts'
import type { KnowledgeIndex } from '#src/engine/release/knowledge-index.ts'
import type { Releases } from '../deps.ts'
import { releaseByHash, shelve } from './release-shelf.ts'
import type { FoundRelease } from './release-shelf.ts'

/**
 * The releases of a Node host. `keep` puts the one it reads with on the shelf, so that an update of the program loses no release a case was read with; `named`
 * reads another one from there, once. Null for one that is not there or was made in a shape this version cannot read.
 */
export function shelfReleases(shelf: string, own: FoundRelease): Releases {
  const opened = new Map<string, Promise<KnowledgeIndex | null>>()
  let kept: Promise<unknown> | null = null
  return {
    keep: async () => {
      const { manifest, rows } = own
      kept ??= shelve(shelf, rows, { release: manifest.release, made: manifest.made ?? new Date().toISOString(), base: manifest.base, source: manifest.source }, null)
      await kept.catch((error: unknown) => {
        kept = null
        throw error
      })
    },
    named: (hash) => {
      const known = opened.get(hash) ?? releaseByHash(shelf, hash).then((found) => (found ? indexKnowledge(found.knowledge) : null), (error: unknown) => {
        console.error(`a knowledge release that a case was read with cannot be read: ${error instanceof Error ? error.message : 'unknown reason'}`)
        return null
      })
      opened.set(hash, known)
      return known
    },
  }
}
