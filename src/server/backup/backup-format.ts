import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { z } from 'zod'
import { ReleaseManifest } from '#src/knowledge/release.ts'

/**
 * One gzip of lines of JSON: a header, every row of every table, every knowledge release of the data folder, and a last line with their number and the SHA-256 of all lines before.
 * Independent of the database: a backup of SQLite restores into PostgreSQL and the other way round.
 */
export const Header = z.strictObject({
  type: z.literal('consilium.backup.v1'), at: z.iso.datetime(), fingerprint: z.string(), migrations: z.array(z.string()),
  /** The key file of the host, or null when it was left out. */
  keys: z.string().nullable(),
})
export type Header = z.infer<typeof Header>

/** In the order in which they are restored. Sessions are not kept: everybody signs in anew. */
export const backupTables = ['entries', 'heads', 'receipts', 'drafts', 'parts', 'column_mappings', 'case_keys', 'access', 'checkpoints', 'person', 'login'] as const
export type BackupTable = (typeof backupTables)[number]

const Bytes = z.strictObject({ $bytes: z.base64() })
const Value = z.union([z.null(), z.string(), z.number(), z.boolean(), Bytes])
export const RowLine = z.strictObject({ table: z.enum(backupTables), row: z.record(z.string(), Value) })
export type RowLine = z.infer<typeof RowLine>
/** A knowledge release of the data folder: what cases were read with. */
export const ReleaseLine = z.strictObject({ release: ReleaseManifest, rows: z.string() })
export type ReleaseLine = z.infer<typeof ReleaseLine>
const EndLine = z.strictObject({ rows: z.int(), sha256: z.string() })

/** A row as the database gives it, in JSON: bytes as base64, instants as text. */
export function encodeRow(row: Readonly<Record<string, unknown>>): RowLine['row'] {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => {
    if (value instanceof Uint8Array) return [name, { $bytes: Buffer.from(value).toString('base64') }]
    if (value instanceof Date) return [name, value.toISOString()]
    return [name, Value.parse(value)]
  }))
}

/** Columns of the accounts library that are truth values, which SQLite keeps as 0 and 1. */
const flags = new Set(['emailVerified', 'active', 'seeded'])

export function decodeRow(row: RowLine['row'], type: 'sqlite' | 'postgres'): Record<string, string | number | boolean | null | Uint8Array> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => {
    if (value !== null && typeof value === 'object') return [name, new Uint8Array(Buffer.from(value.$bytes, 'base64'))]
    if (flags.has(name)) return [name, type === 'postgres' ? Boolean(value) : Number(value)]
    return [name, value]
  }))
}

/** The lines of a file, each without its newline. */
export async function* backupLines(file: string): AsyncGenerator<string> {
  const packed = createReadStream(file)
  const unpacked = createGunzip()
  // A stream that breaks must end the reading of the next one with its reason.
  packed.once('error', (error) => unpacked.destroy(error))
  const lines = createInterface({ input: packed.pipe(unpacked), crlfDelay: Infinity })
  const broken = new Promise<never>((_, fail) => unpacked.once('error', fail))
  broken.catch(() => undefined)
  const iterator = lines[Symbol.asyncIterator]()
  for (;;) {
    const next = await Promise.race([iterator.next(), broken])
    if (next.done) return
    yield next.value
  }
}

/** Reads the whole file once and compares its last line: a cut or changed file is refused before anything is restored. */
export async function checkBackupFile(file: string): Promise<{ header: Header; rows: number }> {
  const digest = createHash('sha256')
  let [header, rows, held]: [Header | null, number, string | null] = [null, 0, null]
  for await (const line of backupLines(file)) {
    if (held !== null) {
      digest.update(`${held}\n`)
      if (header) rows += 1
      else header = Header.parse(JSON.parse(held))
    }
    held = line
  }
  const end = held === null ? null : EndLine.safeParse(parsed(held))
  if (!header || !end?.success) throw new Error('the backup is cut: its last line is missing')
  if (end.data.rows !== rows || end.data.sha256 !== digest.digest('hex')) throw new Error('the backup was changed: its content and its SHA-256 differ')
  return { header, rows }
}

/** null is refused by the schema of the last line. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
