import type { ColumnMapping } from './column-mapping.ts'

/** A mapping that reading goes by; `source` completes "This table was read with …": `the mapping of 2026-11-23 by Anna Koch`. */
export type GivenMapping = { columns: ColumnMapping; source: string }

/** What was said of columns: of one file (null: read it by its names all the same), or of every table with a header of this fingerprint. */
export type GivenMappings = { byFile: Readonly<Record<string, GivenMapping | null>>; byHeader: Readonly<Record<string, GivenMapping>> }

/** The mapping of a table: what was said of the file counts before what was said of its header. */
export function mappingFor(given: GivenMappings | undefined, file: string, fingerprint: string | null): GivenMapping | null {
  if (!given) return null
  if (Object.hasOwn(given.byFile, file)) return given.byFile[file] ?? null
  return fingerprint !== null && Object.hasOwn(given.byHeader, fingerprint) ? given.byHeader[fingerprint] ?? null : null
}
