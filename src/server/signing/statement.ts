import { z } from 'zod'
import { Meaning } from '#src/domain/case/events.ts'
import { intendedUse } from '#src/domain/report/intended-use.ts'
import { Slot } from '#src/domain/person.ts'
import type { Keys } from '#src/server/keys/key-port.ts'
import { canonicalJson } from '#src/server/record/canonical-json.ts'
import { sha256Hex } from '#src/server/record/sha-256.ts'
import { signEnvelope } from './dsse.ts'

const Hash = z.string().regex(/^[0-9a-f]{64}$/)

/** What one expert says by signing. Every field comes from the session, the server's clock and the frozen report, none from the request but meaning and reservation. */
export const Statement = z.strictObject({
  type: z.literal('consilium.statement.v1'),
  caseCode: z.string(),
  revision: z.int().min(1),
  contentHash: Hash,
  meaning: Meaning,
  reservation: z.string(),
  signer: z.strictObject({ id: z.string(), name: z.string(), credential: z.string(), role: Slot }),
  /** Server time with offset, e.g. `2026-11-23T10:44:00+01:00`. */
  at: z.iso.datetime({ offset: true }),
  authenticatedBy: z.enum(['passkey', 'password_and_code', 'password', 'demonstration']),
  /** Hash of the earlier signature of this revision; null for the first. */
  previous: Hash.nullable(),
  intendedUse: Hash,
  demonstration: z.boolean(),
})
export type Statement = z.infer<typeof Statement>

export type StatementInput = Omit<Statement, 'type' | 'at' | 'intendedUse'> & { at: Date; /** IANA zone of the institution. */ zone: string }
export type MadeStatement = { statement: Statement; bytes: Uint8Array; hash: string }

/** The statement and its exact bytes. The bytes are stored as they are; verification never writes them anew. */
export async function makeStatement({ at, zone, ...rest }: StatementInput): Promise<MadeStatement> {
  const statement = Statement.parse({
    ...rest, reservation: rest.reservation.normalize('NFC'), type: 'consilium.statement.v1', at: instantWithOffset(at, zone), intendedUse: await sha256Hex(new TextEncoder().encode(intendedUse)),
  })
  const bytes = new TextEncoder().encode(canonicalJson(statement))
  return { statement, bytes, hash: await sha256Hex(bytes) }
}

export const statementType = 'application/vnd.consilium.statement+json'

/** The server vouches for the fresh authentication that the statement names: its key signs the statement's exact bytes. */
export async function signStatement(keys: Pick<Keys, 'sign' | 'fingerprint'>, statementBytes: Uint8Array): Promise<{ bytes: Uint8Array; hash: string }> {
  const bytes = await signEnvelope(keys, statementType, statementBytes)
  return { bytes, hash: await sha256Hex(bytes) }
}

/** The instant in the zone's own time, with its offset: `2026-11-23T10:44:00+01:00`. */
export function instantWithOffset(at: Date, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit', timeZoneName: 'longOffset',
  }).formatToParts(at)
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? ''
  const offset = part('timeZoneName').replace('GMT', '') || '+00:00'
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}${offset}`
}
