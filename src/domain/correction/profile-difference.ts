import { z } from 'zod'
import type { Alteration } from '../alteration.ts'
import { alterationLabel } from '../alteration-label.ts'
import type { Biomarker } from '../biomarker.ts'
import type { Profile } from '../profile.ts'
import { proteinChangeKeys } from '../protein-change-key.ts'

const Named = z.object({ id: z.string(), label: z.string() })
const FieldChange = z.object({ field: z.string(), before: z.string(), after: z.string() })

/** What a corrected file changes in the profile of a case. `carried`: old id → new id of every alteration that is the same one. */
export const ProfileDifference = z.object({
  added: z.array(Named), removed: z.array(Named),
  changed: z.array(Named.extend({ fields: z.array(FieldChange) })),
  unchanged: z.int(),
  biomarkers: z.array(z.object({ name: z.string(), before: z.string(), after: z.string() })),
  carried: z.record(z.string(), z.string()),
})
export type ProfileDifference = z.infer<typeof ProfileDifference>

/** Fields a reader of the case acts on; how the file writes a change is not among them. */
const compared = ['kind', 'hgvsp', 'hgvsc', 'transcript', 'exon', 'consequence', 'partner', 'copyNumber', 'vaf', 'depth', 'altReads', 'ccf', 'zygosity', 'populationAf', 'origin', 'phase', 'filter', 'sample'] as const
const words = (value: unknown) => (value === null || value === undefined ? 'not stated' : String(value))
const placeOf = ({ genomic }: Alteration) => (genomic && genomic.alt !== '' ? `${genomic.chrom}:${genomic.pos}:${genomic.ref}>${genomic.alt}` : '')

const up = new Set(['amplification', 'gain'])
const down = new Set(['deletion', 'loss'])

/** Ways of being the same alteration, the surest first: same id; same gene and change; same gene and place. Empty: this way says nothing. */
const ways: readonly ((one: Alteration) => string)[] = [
  (one) => one.id,
  (one) => {
    const change = one.hgvsp !== null ? proteinChangeKeys(one.hgvsp).own : one.hgvsc ?? one.category ?? (up.has(one.kind) ? 'more copies' : down.has(one.kind) ? 'fewer copies' : one.partner !== null ? 'fusion' : '')
    return change === '' ? '' : [one.origin === 'germline' ? 'germline' : '', one.gene, one.partner ?? '', change, one.exon !== null && one.category !== null ? one.exon : ''].join('|')
  },
  (one) => (placeOf(one) === '' ? '' : `${one.gene}|${placeOf(one)}`),
]

/** Pairs of the same alteration before and after; each alteration is in one pair at most, and the order of the profiles decides among equals. */
function pairs(before: readonly Alteration[], after: readonly Alteration[]): Map<Alteration, Alteration> {
  const found = new Map<Alteration, Alteration>()
  const taken = new Set<Alteration>()
  for (const way of ways) {
    const free = new Map<string, Alteration[]>()
    for (const one of after) { const key = taken.has(one) ? '' : way(one); if (key !== '') free.set(key, [...(free.get(key) ?? []), one]) }
    for (const one of before) {
      const key = found.has(one) ? '' : way(one)
      const next = key === '' ? undefined : free.get(key)?.shift()
      if (next) { found.set(one, next); taken.add(next) }
    }
  }
  return found
}

const measure = ({ value, unit, status }: Biomarker) => (status === 'measured' ? [words(value), unit ?? ''].join(' ').trim() : status.replaceAll('_', ' '))

function biomarkerChanges(before: readonly Biomarker[], after: readonly Biomarker[]): ProfileDifference['biomarkers'] {
  const of = (list: readonly Biomarker[]) => Map.groupBy(list, (one) => [one.name, one.name === 'IHC' || one.name === 'OTHER' ? one.unit ?? '' : ''].filter(Boolean).join(' '))
  const [x, y] = [of(before), of(after)]
  return [...new Set([...x.keys(), ...y.keys()])].flatMap((name) => {
    const said = (list: Biomarker[] | undefined) => (list ?? []).map(measure).sort().join(', ') || 'not stated'
    return said(x.get(name)) === said(y.get(name)) ? [] : [{ name, before: said(x.get(name)), after: said(y.get(name)) }]
  })
}

/** Compares two readings of one tumour. Every alteration of either is named once: added, removed, changed or counted as unchanged. */
export function compareProfiles(before: Pick<Profile, 'alterations' | 'biomarkers'>, after: Pick<Profile, 'alterations' | 'biomarkers'>): ProfileDifference {
  const same = pairs(before.alterations, after.alterations)
  const kept = new Set(same.values())
  const named = (one: Alteration) => ({ id: one.id, label: alterationLabel(one) })
  const changed = [...same].flatMap(([old, now]) => {
    const moved = placeOf(old) === placeOf(now) ? [] : [{ field: 'genomic', before: placeOf(old) || 'not stated', after: placeOf(now) || 'not stated' }]
    const fields = [...compared.filter((field) => old[field] !== now[field]).map((field) => ({ field, before: words(old[field]), after: words(now[field]) })), ...moved]
    return fields.length === 0 ? [] : [{ ...named(now), fields }]
  })
  return {
    added: after.alterations.filter((one) => !kept.has(one)).map(named), removed: before.alterations.filter((one) => !same.has(one)).map(named), changed, unchanged: same.size - changed.length,
    biomarkers: biomarkerChanges(before.biomarkers, after.biomarkers), carried: Object.fromEntries([...same].map(([old, now]) => [old.id, now.id])),
  }
}
