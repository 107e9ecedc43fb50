import { noPrevious, type LogEntry } from '#src/domain/log-entry.ts'
import { sealEntry } from './seal-entry.ts'

export type ChainVerdict = { ok: true } | { ok: false; version: number; why: string }

/**
 * Whether the entries are one unbroken chain of one case from version 1: versions without gap, each `previous` the hash before, each
 * hash true. Names the first bad place. It cannot see a cut tail or a chain rewritten whole: signed checkpoints are for that.
 */
export async function verifyChain(entries: readonly LogEntry[]): Promise<ChainVerdict> {
  let previous = noPrevious
  for (const [index, entry] of entries.entries()) {
    const version = index + 1
    const bad = (why: string): ChainVerdict => ({ ok: false, version, why })
    if (entry.version !== version) return bad(`expected version ${version}, found ${entry.version}`)
    if (entry.caseId !== entries[0]?.caseId) return bad('the entry belongs to another case')
    if (entry.previous !== previous) return bad('does not continue the entry before')
    const { hash, ...content } = entry
    const sealed = await sealEntry(content).catch((error: Error) => error)
    if (sealed instanceof Error) return bad(sealed.message)
    if (sealed.hash !== hash) return bad('content and hash differ')
    previous = hash
  }
  return { ok: true }
}
