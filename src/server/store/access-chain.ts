import { noPrevious } from '#src/domain/log-entry.ts'
import { canonicalJson } from '#src/server/record/canonical-json.ts'
import { sha256Hex } from '#src/server/record/sha-256.ts'
import type { AccessRecord } from './ports.ts'

export type AccessRow = AccessRecord & { process: string; ordinal: number; previous: string; hash: string }

/**
 * Reads are chained per server process: a row taken out or changed later shows. One batch after the other; a batch that could not be
 * written leaves no gap, because the chain moves on only after `write` succeeded.
 */
export function accessChain(write: (rows: readonly AccessRow[]) => Promise<void>): (records: readonly AccessRecord[]) => Promise<void> {
  const process = crypto.randomUUID()
  let last = { ordinal: 0, hash: noPrevious }
  let queue: Promise<unknown> = Promise.resolve()
  const link = async (records: readonly AccessRecord[]): Promise<void> => {
    let tip = last
    const rows: AccessRow[] = []
    for (const record of records) {
      const content = { ...record, process, ordinal: tip.ordinal + 1, previous: tip.hash }
      tip = { ordinal: content.ordinal, hash: await hashOf(content) }
      rows.push({ ...content, hash: tip.hash })
    }
    await write(rows)
    last = tip
  }
  return (records) => {
    const done = queue.then(() => link(records))
    // The caller hears of a failure through `done`; the next batch must not.
    queue = done.catch(() => undefined)
    return done
  }
}

/** Whether the rows of every process are an unbroken chain; names the first that is not. */
export async function verifyAccess(rows: readonly AccessRow[]): Promise<{ ok: true } | { ok: false; process: string; ordinal: number }> {
  const tips = new Map<string, { ordinal: number; hash: string }>()
  for (const { hash, ...content } of rows) {
    const tip = tips.get(content.process) ?? { ordinal: 0, hash: noPrevious }
    const good = content.ordinal === tip.ordinal + 1 && content.previous === tip.hash && (await hashOf(content)) === hash
    if (!good) return { ok: false, process: content.process, ordinal: content.ordinal }
    tips.set(content.process, { ordinal: content.ordinal, hash })
  }
  return { ok: true }
}

const hashOf = (content: Omit<AccessRow, 'hash'>) => sha256Hex(new TextEncoder().encode(canonicalJson(content)))
