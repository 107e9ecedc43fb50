import { readFileSync } from 'node:fs'
import { engineVersion } from '#src/engine/analyse.ts'
import { loadKnowledge } from '#src/knowledge/load-knowledge.ts'
import { sha256 } from '#src/domain/sha256.ts'

/** What is frozen before a look: the release's hash, that of the weights file as it lies there, and the engine's version. */
export function frozen(): { engine: string; knowledge: string; weights: string } {
  return { engine: engineVersion, knowledge: loadKnowledge().hash, weights: sha256(readFileSync(new URL('../../src/engine/release/weights.json', import.meta.url), 'utf8')) }
}
