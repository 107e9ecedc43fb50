import type { Append } from './ports.ts'

/** A wrong append is a defect of the caller, never of a person: thrown before anything is written. */
export function checkAppend({ caseId, expectedVersion, entries, head, parts, receipt }: Append): void {
  const fail = (why: string): never => {
    throw new Error(`append to case ${caseId}: ${why}`)
  }
  if (entries.length === 0) fail('no entries')
  for (const [index, entry] of entries.entries()) {
    if (entry.caseId !== caseId) fail('an entry of another case')
    if (entry.version !== expectedVersion + index + 1) fail(`entry ${index} has version ${entry.version}, not ${expectedVersion + index + 1}`)
    if (index > 0 && entry.previous !== entries[index - 1]?.hash) fail(`entry ${index} does not continue the one before`)
    if (entry.commandId !== receipt.commandId) fail('an entry of another command than the receipt')
  }
  const last = entries.at(-1)
  if (head.caseId !== caseId || head.version !== last?.version || head.hash !== last.hash) fail('the head is not that of the last entry')
  if (parts.some((part) => part.caseId !== caseId)) fail('a part of another case')
}
