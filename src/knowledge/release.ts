import { z } from 'zod'
import { sha256 } from '#src/domain/sha256.ts'
import { canonicalRows } from './canonical-rows.ts'
import type { KnowledgeTable } from './rows/registry.ts'

/** The rows of a release by table, in parts as they are kept; parts and order do not count. */
export type ReleaseRows = Readonly<Record<KnowledgeTable, readonly (readonly unknown[])[]>>

/** The tables of a release. A release without one of them is not one of ours. */
export const knowledgeTables = [
  'tumours', 'genes', 'variants', 'classes', 'therapies', 'labels', 'evidence', 'nodes', 'edges', 'feedback', 'lethality', 'priors', 'assays',
] as const satisfies readonly KnowledgeTable[]

/** A release as it is kept: its canonical text (a row a line, `table<tab>row`), named by the SHA-256 of that text. */
export type ReleaseText = { hash: string; text: string }

export function releaseText(rows: ReleaseRows): ReleaseText {
  const text = canonicalRows(rows)
  return { hash: sha256(text), text }
}

const Table = z.enum(knowledgeTables)

/** Reads a release text back into rows; the rows themselves are parsed where they are loaded. Throws, naming the line, when it is not the text of a release. */
export function releaseRows(text: string): ReleaseRows {
  // every table is there from the start, so that a release without rows of one still has it
  const rows = Object.fromEntries(knowledgeTables.map((table) => [table, [[]]])) as unknown as Record<KnowledgeTable, [unknown[]]> // all keys of the enumeration, made a line above
  for (const [at, line] of text.split('\n').entries()) {
    const tab = line.indexOf('\t')
    const table = Table.safeParse(line.slice(0, Math.max(tab, 0)))
    if (!table.success) throw new Error(`line ${at + 1} of the release does not begin with a table`)
    try {
      rows[table.data][0].push(JSON.parse(line.slice(tab + 1)))
    } catch {
      throw new Error(`line ${at + 1} of the release is not a row`)
    }
  }
  return rows
}

/** How many rows each table has. */
export const countsOf = (rows: ReleaseRows): Record<KnowledgeTable, number> =>
  Object.fromEntries(knowledgeTables.map((table) => [table, rows[table].flat().length])) as Record<KnowledgeTable, number> // all keys of the enumeration

/** What is said beside a release: its name, when it was made and of what. The hash names the rows; this only describes them. */
export const ReleaseManifest = z.strictObject({
  type: z.literal('consilium.knowledge.v1'), hash: z.string().regex(/^[0-9a-f]{64}$/), release: z.string().min(1), made: z.iso.datetime(),
  /** The release the import was laid on. */
  base: z.strictObject({ release: z.string(), hash: z.string() }).nullable(),
  source: z.strictObject({ kind: z.enum(['civic', 'oncotree']), file: z.string(), sha256: z.string(), format: z.string(), read: z.int(), imported: z.int(), rejected: z.int() }).nullable(),
  counts: z.record(Table, z.int()),
})
export type ReleaseManifest = z.infer<typeof ReleaseManifest>
