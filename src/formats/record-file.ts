import type { GivenMappings } from '#src/domain/given-mapping.ts'

/** A file as it was dropped: its name is only ever used to speak of it, never to decide what it is. */
export type RecordFile = { name: string; bytes: AsyncIterable<Uint8Array> | Uint8Array }

/** Bounds checked while reading; bytes are counted as they arrive, so a bomb is stopped before it is unpacked. */
export type ReadingLimits = {
  packedBytes: number
  unpackedBytes: number
  /** Unpacked to packed; real variant files stay below 60. */
  ratio: number
  lineCharacters: number
  headerCharacters: number
  records: number
  /** Findings kept of one file; what lies beyond is counted and said. */
  alterations: number
}

export const defaultLimits: ReadingLimits = {
  packedBytes: 64 * 2 ** 20, unpackedBytes: 2 ** 30, ratio: 100, lineCharacters: 4 * 2 ** 20, headerCharacters: 16 * 2 ** 20,
  records: 10_000_000, alterations: 200_000,
}

/**
 * Bounds of one case on a server that others use too: what is kept of it is written, encrypted and shown again and again. A tumour of the highest burden has
 * some ten thousand coding changes; a file of a whole genome is filtered before it is dropped.
 */
export const caseLimits: ReadingLimits = { ...defaultLimits, alterations: 20_000, records: 5_000_000 }

export type ResolvedGene = { symbol: string; via: 'symbol' | 'previous' | 'alias' | 'none' }

/** What the host lends to the readers: gene names, bounds, progress and a way to stop. No clock, no file system: the same code runs in both hosts. */
export type ReadContext = {
  resolveGene: (symbol: string) => ResolvedGene
  limits: ReadingLimits
  /** The sample a person chose, where a file holds several. */
  sample?: string | null
  /** Further names of the same tumour (its RNA, another laboratory's name for it), stated by a person. */
  alsoSamples?: readonly string[]
  /** OncoTree codes, where the host knows them: what is not among them is no tumour type. */
  tumourTypes?: ReadonlySet<string>
  /** OncoTree code of a tumour type by its own name or synonym; null: no such name. */
  tumourNamed?: (name: string) => string | null
  /** Symbol of a gene by its HGNC id (`HGNC:3236`). */
  geneById?: (hgnc: string) => string | null
  /** Generic name of a drug, brand or code. */
  resolveDrug?: (name: string) => string | null
  /** What a person answered to gene names that the field uses for more than one gene. */
  geneChoices?: Readonly<Record<string, string>>
  /** What people said of the columns of laboratories' own tables. */
  mappings?: GivenMappings | undefined
  /** Bytes of the file as it was dropped; `total` is null while the host streams. */
  onProgress?: (bytes: number, total: number | null) => void
  signal?: AbortSignal
}
