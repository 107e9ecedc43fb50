import type { PreviewView } from '#src/contract/views/intake-view.ts'
import type { GateName } from '#src/domain/gates.ts'
import type { Sending } from './use-uploads.ts'

/** Whether anything can be said of the files yet: on the way or being read, read, or none dropped. What is awaited must never look like what was found good. */
export type RecordsState = 'none' | 'waiting' | 'read'

export function recordsState(preview: PreviewView | null, sending: readonly Sending[]): RecordsState {
  if (preview === null || sending.some((one) => one.failed === null) || preview.uploads.some((one) => one.state === 'reading')) return 'waiting'
  return preview.uploads.length === 0 ? 'none' : 'read'
}

/** Gates that files answer, alone or beside what is typed. */
const byFiles: ReadonlySet<string> = new Set<GateName>(['records', 'findings', 'sample', 'genome_build', 'gene_names', 'other_case', 'patient_match', 'specimen_match'])
/** Of these, what is true without any file and still says nothing. */
const emptyWithout: ReadonlySet<string> = new Set<GateName>(['records', 'sample', 'gene_names', 'other_case', 'patient_match', 'specimen_match', 'genome_build'])

export const awaitsFiles = (gate: string, records: RecordsState): boolean => records === 'waiting' && byFiles.has(gate)
export const hasNothingToCheck = (gate: string, records: RecordsState): boolean => records === 'none' && emptyWithout.has(gate)
