import type { PreviewView, UploadView } from '#src/contract/views/intake-view.ts'
import { gatesOf, type Gate } from '#src/domain/gates.ts'
import type { IntakeForm } from '#src/domain/intake.ts'
import type { Profile } from '#src/domain/profile.ts'
import type { ReadingProblem, RecordReading } from '#src/domain/record-reading.ts'
import type { Deps } from '../deps.ts'
import { documentFormat, recordsOf, type UploadRecord } from './intake-draft.ts'
import { profileOfIntake } from './profile-of-intake.ts'
import type { ReadingJobs } from './reading-jobs.ts'

/** How many rows a preview carries; the totals say how many there are. */
const previewRows = 500
const previewProblems = 200

export type Prepared = { files: readonly UploadRecord[]; reading: RecordReading | null; pending: boolean; profile: Profile; problems: readonly ReadingProblem[]; gates: Gate[] }

/** Everything known of an intake now: what was read, what was typed, and which gates hold. */
export async function prepareIntake(deps: Deps, jobs: ReadingJobs, intakeId: string, personId: string, form: IntakeForm): Promise<Prepared & { bytesRead: number; failed: boolean }> {
  const { files, reading, bytesRead, failed } = await jobs.readingOf(intakeId, personId, form.sample)
  const { profile, problems } = profileOfIntake(deps, form, reading)
  const pending = recordsOf(files).length > 0 && reading === null
  const gates = gatesOf(form, reading, profile.alterations.length + profile.biomarkers.filter((b) => b.status === 'measured').length)
  const stillReading: Gate = { gate: 'records', state: 'open', why: failed ? 'the records could not be read; remove the file or drop it again' : 'the records are still being read', gapAllowed: false }
  return { files, reading, pending, profile, problems: [...problems, ...(reading?.problems ?? [])], gates: pending ? [...gates.filter((g) => g.gate !== 'records'), stillReading] : gates, bytesRead, failed }
}

export function previewOf(prepared: Awaited<ReturnType<typeof prepareIntake>>): PreviewView {
  const { reading, profile, problems, gates } = prepared
  return {
    uploads: prepared.files.map((file) => uploadView(file, prepared)),
    genomeBuild: reading?.genomeBuild ?? 'unknown', samples: reading?.samples ?? [], tumourSamples: reading?.tumourSamples ?? [], tumourSampleRule: reading?.tumourSampleRule ?? '',
    records: reading?.records ?? 0, listed: reading?.listed ?? {}, alterations: profile.alterations.slice(0, previewRows), alterationsTotal: profile.alterations.length,
    biomarkers: profile.biomarkers, notTested: reading?.notTested.length ?? 0, problems: problems.slice(0, previewProblems), problemsTotal: problems.length, gates,
  }
}

function uploadView(file: UploadRecord, { reading, bytesRead, failed, files }: Awaited<ReturnType<typeof prepareIntake>>): UploadView {
  if (file.kind === 'document') {
    const source = { name: file.name, hash: file.hash, bytes: file.bytes, format: documentFormat, records: 0, problems: 0 }
    return { id: file.id, name: file.name, bytes: file.bytes, bytesRead: file.bytes, state: 'read', problems: [], file: source }
  }
  const problems = (reading?.problems ?? []).filter((p) => p.file === file.name)
  const errors = problems.filter((p) => p.severity === 'error').length
  const total = recordsOf(files).reduce((sum, f) => sum + f.bytes, 0)
  return {
    id: file.id, name: file.name, bytes: file.bytes, bytesRead: reading ? file.bytes : Math.min(file.bytes, Math.round((bytesRead * file.bytes) / Math.max(1, total))),
    state: reading ? (errors > 0 ? 'failed' : 'read') : failed ? 'failed' : 'reading',
    problems: problems.slice(0, 20),
    file: reading ? { name: file.name, hash: file.hash, bytes: file.bytes, format: reading.format, records: reading.records, problems: problems.length } : null,
  }
}
