import { gatesOf, type Gate, type GateName } from '#src/domain/gates.ts'
import { compareProfiles, type ProfileDifference } from '#src/domain/correction/profile-difference.ts'
import { isUnnamedSample, matchIdentity, type IdentityRow } from '#src/domain/identity-match.ts'
import type { IntakeForm, SourceFile } from '#src/domain/intake.ts'
import type { Profile } from '#src/domain/profile.ts'
import type { ReadingProblem, RecordReading } from '#src/domain/record-reading.ts'
import type { CaseState } from '#src/domain/case/state.ts'
import { intakePartOf, profilePartOf } from '../case/case-parts.ts'
import type { Deps } from '../deps.ts'
import { otherCasesWith } from '../intake/other-cases.ts'
import { profileOfIntake } from '../intake/profile-of-intake.ts'
import { sourceFiles } from '../intake/take-in.ts'
import { documentFormat } from '../intake/intake-draft.ts'
import { formOf, type CorrectionDraft, type CorrectionJobs } from './correction-draft.ts'

/** Gates that a file can close; the others were passed when the case was taken in. */
const ofRecords = new Set<GateName>(['patient_match', 'tumour_type', 'sample', 'specimen_match', 'findings', 'genome_build', 'gene_names', 'records', 'other_case'])

export type PreparedCorrection = {
  form: IntakeForm; files: SourceFile[]; reading: RecordReading; part: string; profile: Profile; difference: ProfileDifference; identity: IdentityRow[]; gates: Gate[]; problems: ReadingProblem[]
}

const namesOf = ({ alterations }: Profile) => new Set(alterations.flatMap((one) => (one.sample === null || isUnnamedSample(one.sample) ? [] : [one.sample])))

/** A corrected file that speaks of another sample than the case did so far is a file of another tumour, until a person says why not. */
function sampleGate(form: IntakeForm, before: Profile, after: Profile): Gate {
  const [known, now] = [namesOf(before), namesOf(after)]
  if (known.size === 0 || now.size === 0 || [...now].some((name) => known.has(name) || form.alsoSamples.includes(name))) return { gate: 'sample', state: 'passed', why: '', gapAllowed: false }
  const gap = form.gaps.find((one) => one.gate === 'sample')
  return { gate: 'sample', state: gap ? 'passed_with_gap' : 'open', why: gap?.reason ?? `the file speaks of ${[...now].slice(0, 3).join(', ')}, the case so far of ${[...known].slice(0, 3).join(', ')}`, gapAllowed: true }
}

/** What the case would be with the corrected file, compared with what it is. Null while it is being read, or when it could not be. */
export async function prepareCorrection(deps: Deps, jobs: CorrectionJobs, state: CaseState, personId: string, draft: CorrectionDraft): Promise<PreparedCorrection | { failed: boolean }> {
  const { reading, part, failed } = await jobs.readingOf(state, personId, draft)
  if (!reading || !part) return { failed }
  const form = await formOf(deps, state, draft.gaps)
  const { profile, problems: typed } = profileOfIntake(deps, form, reading)
  const identity = matchIdentity(reading.stated, form, (a, b) => deps.knowledge.tree.isWithin(a, b) || deps.knowledge.tree.isWithin(b, a))
  const { elsewhere, problems: known } = await otherCasesWith(deps, state.id, [{ id: draft.file.hash, kind: 'records', ...draft.file }])
  const genes = new Set(profile.alterations.map((one) => one.gene))
  const ambiguousNames = reading.ambiguousGenes.filter((one) => genes.has(one.readAs)).map((one) => one.name)
  const before = await profilePartOf(deps, state)
  const passed = gatesOf(form, reading, profile.alterations.length + profile.biomarkers.filter((one) => one.status === 'measured').length, { identity, elsewhere, ambiguousNames }).filter((gate) => ofRecords.has(gate.gate))
  const gates = passed.map((gate) => (gate.gate === 'sample' && gate.state === 'passed' ? sampleGate(form, before.profile, profile) : gate))
  const intake = await intakePartOf(deps, state)
  const problems = [...known, ...typed, ...reading.problems]
  const records = [...intake.files.filter((one) => one.format !== documentFormat && !draft.replaces.includes(one.hash)), { ...draft.file }].map((one) => ({ id: one.hash, name: one.name, hash: one.hash, bytes: one.bytes, kind: 'records' as const }))
  const files = [...intake.files.filter((one) => one.format === documentFormat), ...sourceFiles(records, reading, problems)]
  return { form, files, reading, part, profile, difference: compareProfiles(before.profile, profile), identity, gates, problems }
}
