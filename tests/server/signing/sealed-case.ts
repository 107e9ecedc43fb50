import type { LogEntry } from '#src/domain/log-entry.ts'
import { noPrevious } from '#src/domain/log-entry.ts'
import type { Slot } from '#src/domain/person.ts'
import type { Keys } from '#src/server/keys/key-port.ts'
import { memoryKeys } from '#src/server/keys/memory-keys.ts'
import { canonicalJson } from '#src/server/record/canonical-json.ts'
import { sealEntry } from '#src/server/record/seal-entry.ts'
import { sha256Hex } from '#src/server/record/sha-256.ts'
import { reportDocument } from '#src/server/report/report-view.ts'
import type { BundleInput } from '#src/server/signing/bundle.ts'
import { makeSeal } from '#src/server/signing/seal.ts'
import { makeStatement, signStatement } from '#src/server/signing/statement.ts'
import { lungCase } from '#tests/domain/report/lung-case.ts'

const bytesOf = (value: unknown) => new TextEncoder().encode(canonicalJson(value))
const people = { genomic_expert: { id: 'p-ruth', name: 'Ruth Okafor', credential: 'PhD, FRCPath, 4471' }, oncologist: { id: 'p-tomas', name: 'Tomas Lindqvist', credential: 'MD, board-certified, 9912' } }

/** A case signed by both and sealed, as the server would have made it: everything that `makeBundle` takes. */
export async function sealedCase({ demonstration = false, keys }: { demonstration?: boolean; keys?: Keys } = {}): Promise<{ keys: Keys; input: BundleInput }> {
  const own = keys ?? (await memoryKeys())
  const [snapshot, reviewedRun] = [bytesOf({ case: 'C-0187', profile: 'as reviewed' }), bytesOf(lungCase.run)]
  const report = await reportDocument({ input: lungCase, adopted: {}, revision: 1, demonstration, snapshot: await sha256Hex(snapshot), reviewedRun: await sha256Hex(reviewedRun), knowledge: lungCase.run.knowledge })
  const sign = async (role: Slot, previous: string | null, at: string) => {
    const made = await makeStatement({
      caseCode: 'C-0187', revision: 1, contentHash: report.contentHash, meaning: 'reviewed_and_concur', reservation: '', signer: { ...people[role], role }, at: new Date(at), zone: 'Europe/Oslo',
      authenticatedBy: 'password', previous, demonstration,
    })
    return { made, signature: await signStatement(own, made.bytes) }
  }
  const oncologist = await sign('oncologist', null, '2026-11-23T09:26:00Z')
  const genomic = await sign('genomic_expert', oncologist.signature.hash, '2026-11-23T09:44:00Z')
  const parts = {
    content: report.contentBytes, pdf: new TextEncoder().encode('%PDF-1.3 the printed report'), snapshot, reviewedRun,
    statements: { genomic_expert: genomic.made.bytes, oncologist: oncologist.made.bytes }, signatures: { genomic_expert: genomic.signature.bytes, oncologist: oncologist.signature.bytes },
  }
  const sealed = await makeSeal(own, { at: '2026-11-23T10:44:00+01:00', parts })
  const told = (slot: Slot, given: typeof genomic) => ({ type: 'report_signed', personId: people[slot].id, data: { revision: 1, slot, contentHash: report.contentHash, content: report.contentHash, statement: given.made.hash, signature: given.signature.hash, meaning: 'reviewed_and_concur' } })
  const log = await chained([
    { type: 'case_taken_in', personId: 'p-coordinator', data: { code: 'C-0187' } }, told('oncologist', oncologist), told('genomic_expert', genomic),
    { type: 'report_sealed', personId: people.genomic_expert.id, data: { revision: 1, manifest: sealed.manifest.hash, seal: sealed.seal.hash, pdf: sealed.pdfHash } },
  ])
  return { keys: own, input: { parts, manifest: sealed.manifest.bytes, seal: sealed.seal.bytes, log } }
}

async function chained(acts: readonly { type: string; personId: string; data: LogEntry['data'] }[]): Promise<LogEntry[]> {
  const log: LogEntry[] = []
  for (const { type, personId, data } of acts) {
    log.push(await sealEntry({ caseId: 'case-1', version: log.length + 1, v: 1, type, at: '2026-11-23T09:44:00.000Z', actor: { personId, role: 'genomic_expert' }, commandId: `command-${log.length}`, data, previous: log.at(-1)?.hash ?? noPrevious }))
  }
  return log
}
