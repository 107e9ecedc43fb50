import { count, fraction, numberIn } from '../names/alteration-of.ts'
import type { InfoText } from './info-fields.ts'
import type { SampleFields } from './scan-line.ts'

/** How many reads carry an allele, and the rule that said so. Each caller writes this differently. */
export type ReadSupport = { vaf: number | null; depth: number | null; altReads: number | null; rule: string }

const none: ReadSupport = { vaf: null, depth: null, altReads: null, rule: 'not_stated' }

const listed = (text: string | undefined): number[] => (text === undefined ? [] : text.split(',').map((value) => (value === '.' || value === '' ? NaN : Number(value))))
const known = (value: number | undefined): number | null => (value === undefined || Number.isNaN(value) ? null : value)
const ratio = (alt: number | null, depth: number | null) => (alt === null || depth === null || depth <= 0 ? null : fraction(alt / depth))

function ofAlleleDepth(fields: SampleFields, allele: number): ReadSupport | null {
  const depths = listed(fields.get('AD'))
  const dp = numberIn(fields.get('DP'))
  // VarScan: AD is the variant reads alone, RD the reference reads.
  if (depths.length === 1 && fields.has('RD')) {
    const alt = count(known(depths[0]))
    const ref = count(numberIn(fields.get('RD')))
    const percent = numberIn((fields.get('FREQ') ?? '').replace('%', ''))
    return { vaf: percent !== null ? fraction(percent / 100) : ratio(alt, alt === null || ref === null ? null : alt + ref), depth: count(dp), altReads: alt, rule: percent !== null ? 'FREQ' : 'AD/(RD+AD)' }
  }
  if (depths.length <= allele) return null
  const alt = count(known(depths[allele]))
  const sum = depths.reduce((total, value) => total + (Number.isNaN(value) ? 0 : value), 0)
  const complete = depths.every((value) => !Number.isNaN(value))
  if (alt === null) return null
  return complete ? { vaf: ratio(alt, sum), depth: count(dp) ?? sum, altReads: alt, rule: 'AD' } : { vaf: ratio(alt, dp), depth: count(dp), altReads: alt, rule: 'AD/DP' }
}

/** Strelka: tier-1 counts of bases (`AU` …) or of indel-supporting reads (`TIR`, `TAR`). */
function ofStrelka(fields: SampleFields, ref: string, alt: string): ReadSupport | null {
  const first = (name: string) => count(known(listed(fields.get(name))[0]))
  if (fields.has('TIR')) {
    const indel = first('TIR')
    const other = first('TAR')
    return indel === null || other === null ? null : { vaf: ratio(indel, indel + other), depth: count(numberIn(fields.get('DP'))) ?? indel + other, altReads: indel, rule: 'TIR/(TAR+TIR)' }
  }
  const altBase = first(`${alt.toUpperCase()}U`)
  const refBase = first(`${ref.toUpperCase()}U`)
  if (altBase === null || refBase === null) return null
  return { vaf: ratio(altBase, altBase + refBase), depth: count(numberIn(fields.get('DP'))) ?? altBase + refBase, altReads: altBase, rule: 'tier-1 bases' }
}

/** Pairs of reference and variant counts that other callers write: FreeBayes, VarDict, Manta, Delly, TSO500 splice reads. */
function ofCounts(fields: SampleFields, allele: number): ReadSupport | null {
  const dp = count(numberIn(fields.get('DP')))
  const freebayes = listed(fields.get('AO'))
  if (freebayes.length >= allele) {
    const alt = count(known(freebayes[allele - 1]))
    const ref = count(numberIn(fields.get('RO')))
    if (alt !== null && ref !== null) return { vaf: ratio(alt, alt + ref), depth: dp ?? alt + ref, altReads: alt, rule: 'AO/(RO+AO)' }
  }
  const vardict = count(numberIn(fields.get('VD')))
  if (vardict !== null) return { vaf: ratio(vardict, dp), depth: dp, altReads: vardict, rule: 'VD/DP' }
  if (fields.has('PR') || fields.has('SR')) {
    const [pairs, splits] = [listed(fields.get('PR')), listed(fields.get('SR'))]
    const alt = (known(pairs[1]) ?? 0) + (known(splits[1]) ?? 0)
    const all = alt + (known(pairs[0]) ?? 0) + (known(splits[0]) ?? 0)
    if (all > 0) return { vaf: ratio(alt, all), depth: all, altReads: alt, rule: 'PR+SR' }
  }
  const [dr, dv, rr, rv] = ['DR', 'DV', 'RR', 'RV'].map((name) => count(numberIn(fields.get(name))))
  if (dv !== null && dv !== undefined) {
    const alt = dv + (rv ?? 0)
    const all = alt + (dr ?? 0) + (rr ?? 0)
    return { vaf: ratio(alt, all), depth: all, altReads: alt, rule: rv === null || rv === undefined ? 'DV/(DR+DV)' : '(DV+RV)/(DR+DV+RR+RV)' }
  }
  return null
}

/** Reads of one allele in the tumour column. `allele` is 1 for the first ALT. A stated fraction beats a computed one; what is not stated stays null. */
export function readSupport(fields: SampleFields, info: InfoText, ref: string, alt: string, allele: number): ReadSupport {
  const counted = ofAlleleDepth(fields, allele) ?? ofStrelka(fields, ref, alt) ?? ofCounts(fields, allele)
  for (const name of ['AF', 'FA', 'VAF']) {
    const values = listed(fields.get(name))
    const stated = fraction(known(values.length === 1 ? values[0] : values[allele - 1]))
    if (stated !== null) return { vaf: stated, depth: counted?.depth ?? count(numberIn(fields.get('DP'))), altReads: counted?.altReads ?? null, rule: name }
  }
  if (counted) return counted
  const percent = numberIn((fields.get('FREQ') ?? '').replace('%', ''))
  if (percent !== null) return { ...none, vaf: fraction(percent / 100), depth: count(numberIn(fields.get('DP'))), rule: 'FREQ' }
  return ofInfo(fields, info, allele)
}

/** INFO fields that speak of the tumour alone. `AF` counts only beside LoFreq's `DP4`: elsewhere it is a population's. */
function ofInfo(fields: SampleFields, info: InfoText, allele: number): ReadSupport {
  const at = (key: string) => { const values = listed(info(key) ?? undefined); return known(values[allele - 1] ?? values[0]) }
  for (const [key, depthKey] of [['TVAF', 'TDP'], ['TUMOUR_AF', 'TUMOUR_DP_AT'], ['AF_TUMOR', 'DP_TUMOR']] as const) {
    const stated = fraction(at(key))
    if (stated !== null) return { vaf: stated, depth: count(at(depthKey)), altReads: null, rule: `INFO/${key}` }
  }
  if (info('DP4') !== null && info('AF') !== null) return { vaf: fraction(at('AF')), depth: count(at('DP')), altReads: null, rule: 'INFO/AF' }
  return { ...none, depth: count(numberIn(fields.get('DP'))) }
}

/** Is the allele in the genotype? null when the genotype does not say. */
export function genotypeHas(genotype: string | undefined, allele: number): boolean | null {
  if (genotype === undefined || genotype === '.' || genotype === '') return null
  const called = genotype.split(/[/|]/).filter((part) => part !== '' && part !== '.')
  return called.length === 0 ? null : called.includes(String(allele))
}
