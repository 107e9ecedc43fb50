import type { Alteration } from '#src/domain/alteration.ts'
import type { ReadingPart } from '../reading-part.ts'
import { list, note } from '../reading-part.ts'
import type { TumourChoice } from './tumour-sample.ts'

/** Alleles whose genotype says that the chosen tumour does not carry them. They wait until the file is read. */
export type UnseenAlleles = { findings: Alteration[]; records: number; inNormal: number; recordsSeen: number }

export const noUnseenAlleles = (): UnseenAlleles => ({ findings: [], records: 0, inNormal: 0, recordsSeen: 0 })

/** Fewer records than this prove nothing. */
const ENOUGH = 5

/**
 * Counts what the tumour does not carry. Where most changes of a file are in the "normal" and not in the "tumour", header and data contradict each
 * other: then no column is taken as tumour, every finding stays and loses what was read from the wrong column, and a person is asked.
 */
export function settleUnseen(part: ReadingPart, unseen: UnseenAlleles, choice: TumourChoice): void {
  const contradicts = choice.rule !== 'chosen' && choice.normal >= 0 && unseen.inNormal >= ENOUGH && unseen.inNormal > unseen.recordsSeen
  if (!contradicts) { if (unseen.records > 0) list(part, 'not_in_the_tumour_sample', unseen.records); return }
  const [tumour, normal] = [part.samples[choice.tumour] ?? '', part.samples[choice.normal] ?? '']
  note(part, 'error', 'tumour_sample_contradicts', `By its header ${tumour} is the tumour, but ${unseen.inNormal} of the changes are in ${normal} and not in ${tumour}. Choose the sample; until then no allele fraction is read.`)
  part.read += unseen.records
  part.alterations.push(...unseen.findings)
  part.tumourSamples = []
  part.tumourSampleRule = 'contradicts'
  for (const alteration of part.alterations) Object.assign(alteration, { sample: null, vaf: null, depth: null, altReads: null, phase: null, origin: 'unknown' })
}
