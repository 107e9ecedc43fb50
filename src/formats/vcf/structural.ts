import type { Alteration, AlterationKind } from '#src/domain/alteration.ts'
import { numberIn } from '../names/alteration-of.ts'
import type { InfoText } from './info-fields.ts'
import type { SampleFields } from './scan-line.ts'

/**
 * Copies from which a gain is called amplification: 6, the figure of ASCO/CAP 2018 for ERBB2 (average copies a cell) and of panel laboratories for other genes.
 * Only an absolute copy number (`CN`) is compared; fold changes and ratios are not converted.
 */
const AMPLIFIED = 6

/** Kind of a symbolic allele. A lost or gained stretch is a *loss* or *gain* unless the file states how many copies are left. */
export function symbolicKind(alt: string, info: InfoText, copies: number | null, wholeGene: boolean): AlterationKind {
  const type = (info('SVTYPE') ?? '').toUpperCase()
  const name = alt.slice(1, -1).split(':')[0]?.toUpperCase() ?? ''
  const isCopyCall = type === 'CNV' || name === 'CNV' || copies !== null
  if (isCopyCall && copies !== null) {
    if (copies < 0.5) return 'deletion'
    if (copies >= AMPLIFIED) return 'amplification'
    if (copies !== 2) return copies < 2 ? 'loss' : 'gain'
  }
  if (name === 'DEL') return isCopyCall || wholeGene ? 'loss' : 'rearrangement'
  if (name === 'DUP') return isCopyCall || wholeGene ? 'gain' : 'rearrangement'
  return 'rearrangement'
}

/** Absolute copies in the tumour cell, from FORMAT or INFO `CN`; Delly writes -1 for "not estimated". */
export function copiesOf(fields: SampleFields | null, info: InfoText): number | null {
  const value = numberIn(fields?.get('CN')) ?? numberIn(info('CN') ?? undefined)
  return value !== null && value >= 0 ? value : null
}

/** End of a stretch: INFO `END`, else from `SVLEN` (4.4: absolute; earlier negative for deletions). */
export function endOf(pos: number, info: InfoText): number | null {
  const end = numberIn(info('END') ?? undefined)
  if (end !== null && end >= pos) return end
  const length = numberIn((info('SVLEN') ?? '').split(',')[0])
  return length === null ? null : pos + Math.abs(length)
}

/** One end of a breakend pair that waits for its mate. */
export type OpenBreakend = { id: string; mate: string; alteration: Alteration }

/**
 * Joins the two ends of a breakend when each lies in a gene of its own: one fusion, the first end's gene in front (direction is not claimed).
 * Returns the findings that were absorbed by their mate.
 */
export function joinBreakends(open: readonly OpenBreakend[]): Set<Alteration> {
  const byId = new Map(open.map((end) => [end.id, end]))
  const absorbed = new Set<Alteration>()
  for (const end of open) {
    const mate = byId.get(end.mate)
    if (!mate || mate === end || absorbed.has(end.alteration) || absorbed.has(mate.alteration) || end.alteration.partner !== null) continue
    const [first, second] = [end.alteration, mate.alteration]
    if (first.gene === '' || second.gene === '') continue
    if (first.gene !== second.gene) { first.kind = 'fusion'; first.partner = second.gene }
    first.asReported = `${first.asReported} with ${second.asReported}`.slice(0, 400)
    absorbed.add(second)
  }
  return absorbed
}
