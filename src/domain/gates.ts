import type { IdentityRow } from './identity-match.ts'
import type { IntakeForm } from './intake.ts'
import type { RecordReading } from './record-reading.ts'
import { sampleQuestion } from './sample-choice.ts'

export type GateName =
  | 'identity' | 'patient_match' | 'consent' | 'tumour_type' | 'question' | 'findings' | 'sample' | 'specimen_match' | 'assay' | 'genome_build' | 'gene_names' | 'experts' | 'due' | 'records' | 'other_case'
/** `blocked` stops and cannot be passed with a gap; `open` may be passed where `gapAllowed`, with a reason that is printed. */
export type Gate = { gate: GateName; state: 'passed' | 'open' | 'blocked' | 'passed_with_gap'; why: string; gapAllowed: boolean }

export type GateEvidence = {
  identity: readonly IdentityRow[]
  /** Codes of other cases that hold a file of the same content. */
  elsewhere: readonly string[]
  /** Names of two genes under which a finding of the case was read. */
  ambiguousNames: readonly string[]
}

const nothingElse: GateEvidence = { identity: [], elsewhere: [], ambiguousNames: [] }

/**
 * What must hold before a case is ready for review. `findings` counts the alterations of the chosen sample, typed ones included.
 * What speaks of another person, another tumour or another genome build stops, for a reading of it would harm; what may have a harmless reason (a
 * number of another hospital, a name spelt otherwise) may be passed with that reason. Source: design of intake and of trust.
 */
export function gatesOf(form: IntakeForm, reading: RecordReading | null, findings: number, evidence: GateEvidence = nothingElse): Gate[] {
  const gate = (name: GateName, holds: boolean, why: string, gapAllowed = false): Gate => {
    if (holds) return { gate: name, state: 'passed', why: '', gapAllowed }
    const gap = gapAllowed && form.gaps.find((g) => g.gate === name)
    return gap ? { gate: name, state: 'passed_with_gap', why: gap.reason, gapAllowed } : { gate: name, state: 'open', why, gapAllowed }
  }
  const blocked = (name: GateName, why: string): Gate => ({ gate: name, state: 'blocked', why, gapAllowed: false })
  const differs = (field: IdentityRow['field']) => evidence.identity.some((row) => row.field === field && row.state === 'differs')
  const unread = reading?.problems.filter((p) => p.severity === 'error' && p.code !== 'genome_build_contradicts').length ?? 0
  const { genomic_expert, oncologist } = form.assigned
  const sample = sampleQuestion(form, reading)
  const unanswered = [...new Set(evidence.ambiguousNames)].filter((name) => form.geneChoices[name] === undefined)
  return [
    gate('identity', form.identity.pseudonym.trim().length > 0, 'no pseudonym or name is given'),
    differs('sex') || differs('birth_date')
      ? blocked('patient_match', `the records and the form differ on ${[differs('sex') ? 'sex' : '', differs('birth_date') ? 'date of birth' : ''].filter(Boolean).join(' and ')}: this may be another person`)
      : gate('patient_match', !differs('patient_name') && !differs('patient_id'), `the records and the form differ on ${[differs('patient_name') ? 'the name' : '', differs('patient_id') ? 'the number' : ''].filter(Boolean).join(' and ')} of the patient`, true),
    gate('consent', form.consent === 'given', 'consent to a second opinion is not recorded'),
    differs('tumour_type') ? blocked('tumour_type', 'the records and the form name different tumour types') : gate('tumour_type', form.tumourType !== null, 'no tumour type is chosen'),
    gate('question', form.question.trim().length >= 10 && form.reason !== null, 'the question or the reason for the second opinion is missing'),
    sample.state === 'blocked' ? blocked('sample', sample.why) : gate('sample', sample.state === 'passed', sample.why),
    gate('specimen_match', !differs('specimen_collected'), 'the records and the form give different dates of collection', true),
    gate('findings', findings > 0 || form.noneFound, 'no alteration was read or typed, and "none found" is not ticked'),
    gate('assay', form.assay.coverage.kind !== 'unknown', 'what the assay covered is not known: what was not tested cannot be told from what is negative', true),
    buildGate(form, reading, findings, gate, blocked),
    gate('gene_names', unanswered.length === 0, `${unanswered.join(', ')} has been used for more than one gene`, true),
    gate('records', unread === 0, 'part of the records could not be read', true),
    gate('other_case', evidence.elsewhere.length === 0, `the same file belongs to ${evidence.elsewhere.slice(0, 3).join(', ')}: one of the two cases may hold another patient's file`, true),
    genomic_expert !== null && genomic_expert === oncologist
      ? blocked('experts', 'one person cannot fill both roles of a case')
      : gate('experts', genomic_expert !== null && oncologist !== null, 'a genomic expert and an oncologist must be named'),
    gate('due', form.due !== null, 'no due date is set'),
  ]
}

function buildGate(form: IntakeForm, reading: RecordReading | null, findings: number, gate: (name: GateName, holds: boolean, why: string, gapAllowed?: boolean) => Gate, blocked: (name: GateName, why: string) => Gate): Gate {
  const said = new Set((reading?.files ?? []).map((file) => file.genomeBuild).filter((build) => build !== 'unknown'))
  if (said.size > 1) return blocked('genome_build', 'the files follow different genome builds: their positions cannot be compared')
  const build = reading?.genomeBuild ?? 'unknown'
  if (build !== 'unknown' && form.genomeBuild !== 'unknown' && build !== form.genomeBuild) return blocked('genome_build', `the records say ${build}, the form says ${form.genomeBuild}`)
  return gate('genome_build', form.genomeBuild !== 'unknown' || reading === null || build !== 'unknown' || findings === 0, 'the records do not say their genome build', true)
}

export const openGates = (gates: readonly Gate[]): string[] => gates.filter((g) => g.state === 'open' || g.state === 'blocked').map((g) => g.gate)
