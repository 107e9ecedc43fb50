import type { AnalysisInput, AnalysisRun, Jurisdiction } from '#src/domain/analysis.ts'
import type { GivenMappings } from '#src/domain/given-mapping.ts'
import type { RecordReading } from '#src/domain/record-reading.ts'
import type { KnowledgeIndex } from '#src/engine/release/knowledge-index.ts'
import type { Knowledge } from '#src/knowledge/knowledge.ts'
import type { Identity } from './auth/identify.ts'
import type { Keys } from './keys/key-port.ts'
import type { Store } from './store/ports.ts'

/** Reads dropped files off the main thread: `worker_threads` on a server, the demonstration's own worker in the browser. */
export type ReadRecords = (
  files: readonly { name: string; bytes: Uint8Array }[],
  /** `sample`: the one a person chose, where the records hold several, `alsoSamples` its other names; `mappings`: what people said of columns; `geneChoices`: of gene names. */
  options: {
    onProgress: (bytesRead: number) => void; signal: AbortSignal; sample?: string | null; mappings?: GivenMappings; alsoSamples?: readonly string[]
    geneChoices?: Readonly<Record<string, string>>
  },
) => Promise<RecordReading>

/** Knowledge releases a home has besides the one it reads with. */
export type Releases = {
  /** Sees to it that the release it reads with can be found later by its hash. */
  keep: () => Promise<void>
  named: (hash: string) => Promise<KnowledgeIndex | null>
}

/** Everything the server needs of its home. Time, ids and the home's abilities come in here; nothing below reads a clock of its own. */
export type Deps = {
  store: Store
  keys: Keys
  identity: Identity
  readRecords: ReadRecords
  clock: () => Date
  newId: () => string
  host: 'server' | 'demonstration'
  /** IANA zone of the institution, for screens and signatures. */
  zone: string
  /** Whose labels count for what is in label. */
  jurisdiction: Jurisdiction
  knowledge: Knowledge
  index: KnowledgeIndex
  /** Null where a home keeps no other: the browser demonstration. */
  releases: Releases | null
  analyse: (input: AnalysisInput) => AnalysisRun
}
