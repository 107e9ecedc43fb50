import type { RecordReport } from '#src/server/backup/check-record.ts'

export function recordSummary({ cases, entries, parts, signatures, erased, checkpoints, problems }: RecordReport): string {
  const verdict = problems.length === 0 ? 'everything verifies' : `${problems.length} problems`
  return `${cases} cases (${erased} erased), ${entries} entries, ${parts} parts, ${signatures} signatures and seals, ${checkpoints} checkpoints: ${verdict}.`
}
