import type { PreviewView, TableView, UploadView } from '#src/contract/views/intake-view.ts'
import { gatesOf, type Gate } from '#src/domain/gates.ts'
import { matchIdentity, type IdentityRow } from '#src/domain/identity-match.ts'
import type { IntakeForm } from '#src/domain/intake.ts'
import type { Profile } from '#src/domain/profile.ts'
import type { AmbiguousGene, ReadingProblem, RecordReading } from '#src/domain/record-reading.ts'
import { suggestionsOf } from '#src/domain/suggestion.ts'
import type { Deps } from '../deps.ts'
import { documentFormat, recordsOf, type UploadRecord } from './intake-draft.ts'
import { otherCasesWith } from './other-cases.ts'
import { profileOfIntake } from './profile-of-intake.ts'
import type { ReadingJobs } from './reading-jobs.ts'

/** How many rows a preview carries; the totals say how many there are. */
const previewRows = 500
const previewProblems = 200

export type Prepared = {
  files: readonly UploadRecord[]; reading: RecordReading | null; pending: boolean; profile: Profile; problems: readonly ReadingProblem[]; gates: Gate[]; identity: IdentityRow[]; ambiguous: AmbiguousGene[]
}

/** Everything known of an intake now: what was read, what was typed, and which gates hold. */
export async function prepareIntake(deps: Deps, jobs: ReadingJobs, intakeId: string, personId: string, form: IntakeForm): Promise<Prepared & { bytesRead: number; failed: boolean }> {
  const { files, reading, bytesRead, failed } = await jobs.readingOf(intakeId, personId, form)
  const { profile, problems } = profileOfIntake(deps, form, reading)
  const pending = recordsOf(files).length > 0 && reading === null
  const identity = matchIdentity(reading?.stated ?? [], form, (a, b) => deps.knowledge.tree.isWithin(a, b) || deps.knowledge.tree.isWithin(b, a))
  // A name in a table of 400 genes is asked about only where a finding of the case was read under it.
  const genes = new Set(profile.alterations.map((one) => one.gene))
  const ambiguous = (reading?.ambiguousGenes ?? []).filter((one) => genes.has(one.readAs))
  const { elsewhere, problems: known } = await otherCasesWith(deps, intakeId, files)
  const gates = gatesOf(form, reading, profile.alterations.length + profile.biomarkers.filter((b) => b.status === 'measured').length, { identity, elsewhere, ambiguousNames: ambiguous.map((one) => one.name) })
  const stillReading: Gate = { gate: 'records', state: 'open', why: failed ? 'the records could not be read; remove the file or drop it again' : 'the records are still being read', gapAllowed: false }
  return { files, reading, pending, profile, identity, ambiguous, problems: [...known, ...problems, ...(reading?.problems ?? [])], gates: pending ? [...gates.filter((g) => g.gate !== 'records'), stillReading] : gates, bytesRead, failed }
}

export function previewOf(prepared: Awaited<ReturnType<typeof prepareIntake>>, tables: TableView[], form: IntakeForm): PreviewView {
  const { reading, profile, problems, gates, identity } = prepared
  const shown = profile.alterations.slice(0, previewRows)
  return {
    uploads: prepared.files.map((file) => uploadView(file, prepared)),
    genomeBuild: reading?.genomeBuild ?? 'unknown', samples: reading?.samples ?? [], tumourSamples: reading?.tumourSamples ?? [], tumourSampleRule: reading?.tumourSampleRule ?? '',
    records: reading?.records ?? 0, listed: reading?.listed ?? {}, alterations: shown, alterationsTotal: profile.alterations.length,
    biomarkers: profile.biomarkers, notTested: reading?.notTested.length ?? 0, tables, problems: problems.slice(0, previewProblems), problemsTotal: problems.length, gates,
    stated: reading?.stated ?? [], identity, suggestions: suggestionsOf(reading?.stated ?? [], form), reportLines: reading?.reportLines ?? [], ambiguousGenes: prepared.ambiguous,
    sources: sourcesOf(reading, shown.map((one) => one.id)),
  }
}

/** Names of the files behind alterations that several of them state. */
export function sourcesOf(reading: RecordReading | null, ids: readonly string[]): Record<string, string[]> {
  return Object.fromEntries(ids.flatMap((id) => { const places = reading?.sources[id]; return places ? [[id, places.flatMap((at) => reading?.files[at]?.file ?? [])]] : [] }))
}

/** The reading of the files was ended from outside: by the limits of time and memory, or by a defect. */
const stopped = (file: string): ReadingProblem => ({
  severity: 'error', code: 'reading_stopped', file, line: null, column: null,
  message: 'The records could not be read within the time and memory of this server. Remove the largest file, or filter it to the genes or regions of the assay and drop it again.',
})

function uploadView(file: UploadRecord, { reading, bytesRead, failed, files }: Awaited<ReturnType<typeof prepareIntake>>): UploadView {
  if (file.kind === 'document') {
    const source = { name: file.name, hash: file.hash, bytes: file.bytes, format: documentFormat, records: 0, problems: 0 }
    return { id: file.id, name: file.name, bytes: file.bytes, bytesRead: file.bytes, state: 'read', problems: [], file: source }
  }
  const problems = failed ? [stopped(file.name)] : (reading?.problems ?? []).filter((p) => p.file === file.name)
  const own = reading?.files.find((one) => one.file === file.name)
  const errors = problems.filter((p) => p.severity === 'error').length
  const total = recordsOf(files).reduce((sum, f) => sum + f.bytes, 0)
  return {
    id: file.id, name: file.name, bytes: file.bytes, bytesRead: reading ? file.bytes : Math.min(file.bytes, Math.round((bytesRead * file.bytes) / Math.max(1, total))),
    state: reading ? (errors > 0 ? 'failed' : 'read') : failed ? 'failed' : 'reading',
    problems: problems.slice(0, 20),
    file: reading ? { name: file.name, hash: file.hash, bytes: file.bytes, format: own?.format ?? 'the same content as another file', records: own?.records ?? 0, problems: problems.length } : null,
  }
}
