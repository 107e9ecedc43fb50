import { isUnnamedSample } from './identity-match.ts'
import type { IntakeForm } from './intake.ts'
import type { FileReading, RecordReading } from './record-reading.ts'

type Choice = Pick<IntakeForm, 'sample' | 'alsoSamples'>

/** Files of one tumour each; a file of many samples is a cohort, and what lies in a cohort is told apart by its names. */
function singleFiles(reading: Pick<RecordReading, 'files'>): { file: string; sample: string }[] {
  const cohorts = new Set(reading.files.filter((one) => one.tumourSamples.length > 1).flatMap((one) => one.tumourSamples))
  return reading.files.flatMap((one: FileReading) => { const [sample] = one.tumourSamples; return one.tumourSamples.length === 1 && sample !== undefined && !cohorts.has(sample) ? [{ file: one.file, sample }] : [] })
}

/**
 * The samples whose findings belong to the case: the chosen one, those stated to be the same tumour (its RNA, another laboratory's name), and a tumour column without a
 * name of its own (`TUMOR`). Null: nothing has to be chosen, all findings belong.
 */
export function chosenSamples(form: Choice, reading: Pick<RecordReading, 'files' | 'tumourSamples'>): ReadonlySet<string> | null {
  const named = [...new Set([...reading.tumourSamples, ...singleFiles(reading).map((one) => one.sample)])].filter((name) => !isUnnamedSample(name))
  const chosen = form.sample ?? (named.length === 1 ? named[0] ?? null : null)
  if (chosen === null) return null
  return new Set([chosen, ...form.alsoSamples, ...singleFiles(reading).map((one) => one.sample).filter(isUnnamedSample)])
}

export type SampleQuestion = { state: 'passed' | 'open' | 'blocked'; why: string }

/** Is it clear whose findings these are? Two files of two tumours stop; several samples in one file wait for a choice. */
export function sampleQuestion(form: Choice, reading: RecordReading | null): SampleQuestion {
  if (reading === null || (reading.samples.length < 2 && reading.files.length < 2)) return { state: 'passed', why: '' }
  const singles = singleFiles(reading).filter((one) => !isUnnamedSample(one.sample))
  const names = [...new Set(singles.map((one) => one.sample))]
  const chosen = chosenSamples(form, reading)
  const strangers = names.filter((name) => chosen !== null && !chosen.has(name))
  const isApart = chosen === null && names.length > 1 && names.length === new Set(reading.tumourSamples).size
  if (isApart) return { state: 'blocked', why: `the files name different tumour samples (${names.slice(0, 4).join(', ')}): choose one, and state which others are the same tumour` }
  if (strangers.length > 0) return { state: 'blocked', why: `${strangers.slice(0, 4).join(', ')} is not the chosen sample: state that it is the same tumour, or remove its file` }
  if (chosen === null && reading.samples.length > 1 && reading.tumourSamples.length !== 1) return { state: 'open', why: 'the records hold several samples and none is chosen' }
  return { state: 'passed', why: '' }
}
