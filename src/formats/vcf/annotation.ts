import { numberIn } from '../alteration-of.ts'
import type { AnnotationHeader } from './annotation-header.ts'
import { listedReason, mostSevere } from './consequence.ts'
import { decoded } from './scan-line.ts'

/** What an annotator says of one allele in one transcript. */
export type TranscriptEffect = {
  terms: string
  rank: number
  gene: string
  transcript: string
  biotype: string
  exon: string
  hgvsc: string
  hgvsp: string
  mane: 'select' | 'plus_clinical' | null
  pick: boolean
  canonical: boolean
  distance: number | null
  populationAf: number | null
  /** Residues of the protein, when `Protein_position` states them (`858/1210`). */
  proteinLength: number
}

type Columns = ReadonlyMap<string, number>

/** Column `wanted` of an entry without cutting the others. */
function columnAt(entry: string, wanted: number): string {
  let from = 0
  for (let at = 0; at < wanted; at++) {
    const next = entry.indexOf('|', from)
    if (next < 0) return ''
    from = next + 1
  }
  const to = entry.indexOf('|', from)
  return to < 0 ? entry.slice(from) : entry.slice(from, to)
}

/** The reason to count a record without looking closer: no entry of it, for any allele, touches coding sequence, splice sites or TERT. */
export function nothingOfInterest(header: AnnotationHeader, annotation: string): 'intergenic_or_intronic' | null {
  const column = header.columns.get('Consequence') ?? 1
  let silent = false
  if (annotation.includes('TERT')) return null
  for (let from = 0; from >= 0 && from < annotation.length;) {
    const comma = annotation.indexOf(',', from)
    const reason = listedReason(columnAt(comma < 0 ? annotation.slice(from) : annotation.slice(from, comma), column))
    if (reason === null) return null
    if (reason === 'silent') silent = true
    from = comma < 0 ? -1 : comma + 1
  }
  return silent ? null : 'intergenic_or_intronic'
}

const populationColumns = ['gnomADe_AF', 'gnomADg_AF', 'gnomAD_AF', 'ExAC_AF', 'MAX_AF']

function populationOf(fields: readonly string[], columns: Columns): number | null {
  let highest: number | null = null
  for (const name of populationColumns) {
    const at = columns.get(name)
    // Two identical annotations of one site are joined by `&`.
    const value = at === undefined ? null : numberIn(fields[at]?.split('&')[0])
    if (value !== null && value >= 0 && value <= 1 && (highest === null || value > highest)) highest = value
  }
  return highest
}

function effectOf(fields: readonly string[], columns: Columns): TranscriptEffect {
  const get = (name: string) => { const at = columns.get(name); return at === undefined ? '' : fields[at]?.trim() ?? '' }
  const terms = get('Consequence')
  return {
    terms, rank: mostSevere(terms).rank, gene: get('SYMBOL') || get('Gene'), transcript: get('Feature'), biotype: get('BIOTYPE'), exon: get('EXON'),
    hgvsc: decoded(get('HGVSc')), hgvsp: decoded(get('HGVSp')), mane: get('MANE_SELECT') !== '' || get('MANE') === 'MANE_Select' ? 'select' : get('MANE_PLUS_CLINICAL') !== '' ? 'plus_clinical' : null,
    pick: get('PICK') === '1', canonical: get('CANONICAL') === 'YES', distance: numberIn(get('DISTANCE').split('/')[0]), populationAf: populationOf(fields, columns),
    proteinLength: numberIn(get('Protein_position').split('/')[1]) ?? 0,
  }
}

/** How VEP itself writes an ALT: first base of all alleles removed when it is shared, `-` for nothing left, symbols in words. */
function ownNames(ref: string, alts: readonly string[], alt: string): Set<string> {
  const names = new Set([alt])
  const shared = alts.every((other) => other.charAt(0) === ref.charAt(0)) && alts.some((other) => other.length !== ref.length)
  if (shared) names.add(alt.slice(1) || '-')
  if (alt.startsWith('<')) for (const name of symbolicNames[alt.slice(1, -1).split(':')[0] ?? ''] ?? []) names.add(name)
  return names
}

/** The ALT trimmed on both sides, as VEP writes it with `--minimal`. Several ALTs may share this name, so it counts only where no other fits. */
function trimmedName(ref: string, alt: string): string {
  let end = alt.length
  let refEnd = ref.length
  let from = 0
  while (from < end && from < refEnd && alt.charAt(from) === ref.charAt(from)) from++
  while (end > from && refEnd > from && alt.charAt(end - 1) === ref.charAt(refEnd - 1)) { end--; refEnd-- }
  return alt.slice(from, end) || '-'
}

/** VEP writes symbolic alleles in words. */
const symbolicNames: Readonly<Record<string, readonly string[]>> = {
  DEL: ['deletion', 'copy_number_loss'], DUP: ['duplication', 'tandem_duplication', 'copy_number_gain'], INS: ['insertion'], INV: ['inversion'], CNV: ['copy_number_variation'], BND: ['BND'], TRA: ['translocation'],
}

/**
 * Effects on one ALT. With a single ALT all entries are its own; with several they are told apart by `ALLELE_NUM`, else by the allele's spelling.
 * Entries that fit no ALT at all are dropped by the caller's count, not silently: an allele without entries is listed.
 */
export function effectsOf(header: AnnotationHeader, annotation: string, ref: string, alts: readonly string[], allele: number): TranscriptEffect[] {
  const { columns } = header
  const alleleColumn = columns.get('Allele') ?? 0
  const numberColumn = columns.get('ALLELE_NUM')
  const alt = alts[allele - 1] ?? ''
  const entries = annotation.split(',').filter((entry) => entry !== '').map((entry) => entry.split('|'))
  const ofAllele = (is: (fields: readonly string[]) => boolean) => entries.filter(is).map((fields) => effectOf(fields, columns))
  if (alts.length === 1) return ofAllele(() => true)
  if (numberColumn !== undefined && entries.some((fields) => (fields[numberColumn] ?? '') !== '')) return ofAllele((fields) => fields[numberColumn] === String(allele))
  const named = (fields: readonly string[]) => fields[alleleColumn]?.trim() ?? ''
  const own = ownNames(ref, alts, alt)
  const effects = ofAllele((fields) => own.has(named(fields)))
  if (effects.length > 0) return effects
  const others = new Set(alts.filter((_, at) => at !== allele - 1).flatMap((other) => [...ownNames(ref, alts, other)]))
  const trimmed = trimmedName(ref, alt)
  return others.has(trimmed) ? [] : ofAllele((fields) => named(fields) === trimmed)
}
