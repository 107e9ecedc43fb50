import type { Alteration } from '#src/domain/alteration.ts'
import type { ClassifiedAlteration, EvidenceMatch, Oncogenicity } from '#src/domain/analysis.ts'
import type { EffectName } from '#src/ui/parts/effect-glyph.tsx'
import type { MatchCloseness } from '#src/ui/parts/match-dot.tsx'

export const oncogenicityWords: Record<Oncogenicity, string> = {
  oncogenic: 'oncogenic', likely_oncogenic: 'likely oncogenic', uncertain: 'uncertain', likely_benign: 'likely benign', benign: 'benign',
}

export function effectOf({ kind }: Alteration, { effect }: ClassifiedAlteration): { effect: EffectName; word: string } {
  if (kind === 'fusion') return { effect: 'fusion', word: effect === 'unknown' ? 'fusion' : `fusion, ${effect}` }
  if (effect === 'switch') return { effect: 'gain', word: 'switch' }
  return { effect, word: effect === 'unknown' ? 'unclear' : effect }
}

export const closenessOf = (match: EvidenceMatch['variantMatch']): MatchCloseness => (match === 'exact' ? 'exact' : match === 'gene' ? 'gene' : 'near')
export const isThisTumour = (item: EvidenceMatch) => item.tumourMatch === 'same' || item.tumourMatch === 'agnostic'

/** Kinds of the filter: one table for all, four doors into it. */
export const kindFilters = ['all', 'small', 'copy', 'fusion', 'other'] as const
export type KindFilter = (typeof kindFilters)[number]
export const kindFilterWords: Record<KindFilter, string> = { all: 'All', small: 'Small', copy: 'Copy', fusion: 'Fusion', other: 'Other' }
const kindsIn: Record<Exclude<KindFilter, 'all' | 'other'>, readonly Alteration['kind'][]> = { small: ['snv', 'indel', 'splice'], copy: ['amplification', 'gain', 'loss', 'deletion'], fusion: ['fusion', 'rearrangement'] }
export const isOfKind = (alteration: Alteration, filter: KindFilter): boolean =>
  filter === 'all' || (filter === 'other' ? !Object.values(kindsIn).some((kinds) => kinds.includes(alteration.kind)) : kindsIn[filter].includes(alteration.kind))

export const frequencyText = (value: number | null) => (value === null ? 'not stated' : value === 0 ? '0' : value < 0.0001 ? value.toExponential(1) : String(Number(value.toPrecision(2))))
