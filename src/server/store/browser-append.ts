import { durable, type BrowserDatabase } from './browser-database.ts'
import type { CaseKeys } from './case-keys.ts'
import { checkAppend } from './check-append.ts'
import type { Append } from './ports.ts'
import { sealPart } from './seal-body.ts'

/**
 * Seals first, then one transaction that compares the head and writes: awaiting anything but the database itself (WebCrypto) inside a
 * transaction would end it. Transactions over the same stores run one after the other, across tabs too.
 */
export async function browserAppend(db: BrowserDatabase, caseKeys: CaseKeys, append: Append): Promise<'appended' | 'stale'> {
  checkAppend(append)
  const { caseId, expectedVersion, entries, head, deleteDrafts, receipt } = append
  const key = append.parts.length > 0 ? await caseKeys.forWriting(caseId) : null
  const parts = key ? await Promise.all(append.parts.map(async ({ hash, kind, bytes }) => ({ caseId, hash, kind, body: await sealPart(key, { caseId, hash, kind, bytes }) }))) : []

  const transaction = db.transaction(['entries', 'heads', 'receipts', 'parts', 'drafts'], 'readwrite', durable)
  const [present, repeated] = await Promise.all([transaction.objectStore('heads').get(caseId), transaction.objectStore('receipts').get([caseId, receipt.commandId])])
  if ((present?.version ?? 0) !== expectedVersion || repeated) {
    await transaction.done
    return 'stale'
  }
  await Promise.all([
    // `add` refuses a key that is there: an entry is never replaced.
    ...entries.map((entry) => transaction.objectStore('entries').add(entry)),
    transaction.objectStore('receipts').add({ ...receipt, caseId }),
    transaction.objectStore('heads').put(head),
    ...parts.map((part) => transaction.objectStore('parts').put(part)),
    ...deleteDrafts.map(({ personId, part }) => transaction.objectStore('drafts').delete([caseId, personId, part])),
    transaction.done,
  ])
  return 'appended'
}
