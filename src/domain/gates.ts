import type { IntakeForm } from './intake.ts'
import type { RecordReading } from './record-reading.ts'

export type GateName = 'identity' | 'consent' | 'tumour_type' | 'question' | 'findings' | 'sample' | 'assay' | 'genome_build' | 'experts' | 'due' | 'records'
/** `blocked` stops and cannot be passed with a gap; `open` may be passed where `gapAllowed`, with a reason that is printed. */
export type Gate = { gate: GateName; state: 'passed' | 'open' | 'blocked' | 'passed_with_gap'; why: string; gapAllowed: boolean }

/**
 * What must hold before a case is ready for review. `findings` counts the alterations of the chosen sample, typed ones included.
 * Source: design of intake; a genome build that contradicts the form stops, since every position would be wrong.
 */
export function gatesOf(form: IntakeForm, reading: RecordReading | null, findings: number): Gate[] {
  const gate = (name: GateName, holds: boolean, why: string, gapAllowed = false): Gate => {
    if (holds) return { gate: name, state: 'passed', why: '', gapAllowed }
    const gap = gapAllowed && form.gaps.find((g) => g.gate === name)
    return gap ? { gate: name, state: 'passed_with_gap', why: gap.reason, gapAllowed } : { gate: name, state: 'open', why, gapAllowed }
  }
  const buildsDiffer = reading !== null && reading.genomeBuild !== 'unknown' && form.genomeBuild !== 'unknown' && reading.genomeBuild !== form.genomeBuild
  const unread = reading?.problems.filter((p) => p.severity === 'error').length ?? 0
  const { genomic_expert, oncologist } = form.assigned
  const build = gate('genome_build', form.genomeBuild !== 'unknown' || reading === null || (reading?.genomeBuild ?? 'unknown') !== 'unknown' || findings === 0, 'the records do not say their genome build', true)
  return [
    gate('identity', form.identity.pseudonym.trim().length > 0, 'no pseudonym or name is given'),
    gate('consent', form.consent === 'given', 'consent to a second opinion is not recorded'),
    gate('tumour_type', form.tumourType !== null, 'no tumour type is chosen'),
    gate('question', form.question.trim().length >= 10 && form.reason !== null, 'the question or the reason for the second opinion is missing'),
    gate('sample', reading === null || reading.samples.length < 2 || form.sample !== null || reading.tumourSamples.length === 1, 'the records hold several samples and none is chosen'),
    gate('findings', findings > 0 || form.noneFound, 'no alteration was read or typed, and "none found" is not ticked'),
    gate('assay', form.assay.coverage.kind !== 'unknown', 'what the assay covered is not known: what was not tested cannot be told from what is negative', true),
    buildsDiffer ? { gate: 'genome_build', state: 'blocked', why: `the records say ${reading.genomeBuild}, the form says ${form.genomeBuild}`, gapAllowed: false } : build,
    gate('records', unread === 0, 'part of the records could not be read', true),
    genomic_expert !== null && genomic_expert === oncologist
      ? { gate: 'experts', state: 'blocked', why: 'one person cannot fill both roles of a case', gapAllowed: false }
      : gate('experts', genomic_expert !== null && oncologist !== null, 'a genomic expert and an oncologist must be named'),
    gate('due', form.due !== null, 'no due date is set'),
  ]
}

export const openGates = (gates: readonly Gate[]): string[] => gates.filter((g) => g.state === 'open' || g.state === 'blocked').map((g) => g.gate)
