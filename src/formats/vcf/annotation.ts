import { numberIn } from '../names/alteration-of.ts'
import { behindNth } from '../bytes/behind-nth.ts'
import { byteTable, isSame } from '../bytes/byte-table.ts'
import { charFinder } from '../bytes/char-finder.ts'
import type { TextLine } from '../bytes/text-lines.ts'
import type { AnnotationHeader } from './annotation-header.ts'
import { listedReason, mostSevere } from './consequence.ts'
import { decoded } from './scan-line.ts'

/**
 * What an annotator says of one allele in one transcript: what is seen at a glance, and where the rest stands. Valid while the line is read; the next
 * line uses the same objects. `rest` is where the columns behind those of the glance begin, -1 when there are none; `standing` is -1 until it was asked for.
 */
export type TranscriptEffect = { terms: string; rank: number; gene: string; from: number; to: number; standing: number; rest: number }

const emptyEffect = (): TranscriptEffect => ({ terms: '', rank: 0, gene: '', from: 0, to: 0, standing: -1, rest: -1 })

/** What decides between two transcripts that stand equally well for a gene and are hit equally hard. */
export type Weight = {
  isCoding: boolean
  hasProtein: boolean
  /** Residues of the protein, when `Protein_position` states them (`858/1210`). */
  proteinLength: number
}

/** The rest of an entry, cut when it is asked for. */
export type EffectDetail = { transcript: string; exon: string; hgvsc: string; hgvsp: string; distance: number | null }

/** MANE Select → MANE Plus Clinical → PICK → canonical; severity, protein coding and length decide among the rest. */
export const standings = ['MANE Select', 'MANE Plus Clinical', 'PICK', 'canonical', 'most severe'] as const

type Terms = { text: string; rank: number; listed: ReturnType<typeof listedReason> }

/** Reads the annotation of one file: columns are numbers, consequences and genes are known words after their first line. */
export type AnnotationReader = {
  /** The reason to count a record without looking closer: no entry of it, for any allele, touches coding sequence, splice sites or TERT. */
  nothingOfInterest: (line: TextLine, from: number, to: number) => 'intergenic_or_intronic' | null
  /** Effects on one ALT (1 = the first); see `ofAllele`. */
  effects: (line: TextLine, from: number, to: number, ref: string, alts: readonly string[], allele: number) => TranscriptEffect[]
  /** Place in `standings`: why a transcript stands for its gene; the lower, the better. Like the next two cut when it is asked for, and only while the line is read. */
  standing: (line: TextLine, effect: TranscriptEffect) => number
  weight: (line: TextLine, effect: TranscriptEffect) => Weight
  detail: (line: TextLine, effect: TranscriptEffect) => EffectDetail
  /** The highest frequency in a population that the entry states. */
  populationAf: (line: TextLine, effect: TranscriptEffect) => number | null
  /** The columns of an entry as places in bytes. */
  columns: EntryColumns
}

const COMMA = 44
const PIPE = 124
const SPACE = 32
const WORDS = 20_000
/** Effects that are used again from line to line. */
const POOLED = 200

const populationColumns = ['gnomADe_AF', 'gnomADg_AF', 'gnomAD_AF', 'ExAC_AF', 'MAX_AF']

export function annotationReader(header: AnnotationHeader): AnnotationReader {
  const terms = byteTable<Terms>(WORDS, (text) => ({ text: text.trim(), rank: mostSevere(text.trim()).rank, listed: listedReason(text.trim()) }))
  const words = byteTable<string>(WORDS, (text) => text.trim())
  const nextComma = charFinder(',')
  const consequence = header.columns.get('Consequence') ?? 1
  const symbol = header.columns.get('SYMBOL') ?? -1
  const lastLookedAt = Math.max(consequence, symbol)
  const columns = entryColumns(Math.max(0, ...header.columns.values()), lastLookedAt + 1)
  const geneColumn = header.columns.get('Gene') ?? -1
  const namesOf = alleleNames(header, columns)
  const pool: TranscriptEffect[] = []
  // The list of the first so many effects of the pool is the same for every line that has so many.
  const lists: TranscriptEffect[][] = []
  const seen = { termsFrom: 0, termsTo: 0, symbolFrom: 0, symbolTo: 0, rest: -1 }
  /** Looks at the entry that begins here and gives where the next one begins, or a place behind `to`. */
  const glance = (line: TextLine, from: number, to: number): number => {
    const { bytes } = line
    seen.termsFrom = seen.termsTo = seen.symbolFrom = seen.symbolTo = from
    let place = from
    for (let col = 0; col <= lastLookedAt; col++) {
      const start = place
      while (place < to && bytes[place] !== PIPE && bytes[place] !== COMMA) place++
      if (col === consequence) { seen.termsFrom = start; seen.termsTo = place } else if (col === symbol) { seen.symbolFrom = start; seen.symbolTo = place }
      if (place >= to || bytes[place] === COMMA) { seen.rest = -1; return nextComma(line, place, to) + 1 }
      place++
    }
    seen.rest = place
    return nextComma(line, place, to) + 1
  }
  const whose = (line: TextLine, effects: TranscriptEffect[], ref: string, alts: readonly string[], allele: number) =>
    (alts.length === 1 ? effects : ofAllele(effects.map((effect) => ({ effect, ...namesOf(line, effect) })), ref, alts, allele))
  return {
    nothingOfInterest: (line, from, to) => {
      let silent = false
      for (let at = from; at < to;) {
        at = glance(line, at, to)
        const { listed } = terms.at(line, seen.termsFrom, seen.termsTo)
        if (listed === null || isTert(line.bytes, seen.symbolFrom, seen.symbolTo)) return null
        if (listed === 'silent') silent = true
      }
      return silent ? null : 'intergenic_or_intronic'
    },
    effects: (line, from, to, ref, alts, allele) => {
      let count = 0
      for (let at = from; at < to;) {
        const next = glance(line, at, to)
        if (next - 1 > at) {
          const { text, rank } = terms.at(line, seen.termsFrom, seen.termsTo)
          let gene = words.at(line, seen.symbolFrom, seen.symbolTo)
          if (gene === '') { columns.open(line, { from: at, to: next - 1, rest: -1 }); gene = columns.text(geneColumn) }
          const effect = pool[count] ??= emptyEffect()
          count++
          effect.terms = text
          effect.rank = rank
          effect.gene = gene
          effect.from = at
          effect.to = next - 1
          effect.standing = -1
          effect.rest = seen.rest
        }
        at = next
      }
      if (count > POOLED) { const effects = pool.slice(0, count); pool.length = POOLED; return whose(line, effects, ref, alts, allele) }
      return whose(line, lists[count] ??= pool.slice(0, count), ref, alts, allele)
    },
    standing: standingReader(header, lastLookedAt + 1),
    weight: weightReader(header, columns),
    detail: detailReader(header, columns),
    populationAf: populationReader(header, columns),
    columns,
  }
}

/** TERT's promoter is judged apart: annotators call it upstream, which elsewhere is nothing. */
function isTert(bytes: Uint8Array, from: number, to: number): boolean {
  let [start, end] = [from, to]
  while (start < end && bytes[start] === SPACE) start++
  while (end > start && bytes[end - 1] === SPACE) end--
  return isSame(bytes, start, end, 'TERT')
}

/**
 * Columns of one entry as texts. Pipes are searched as far as the column that is asked for, and from there on when a later one is: one entry is often
 * asked several things. The search begins behind the columns of the glance (`afterGlance` of them) until one of those is asked for.
 */
function entryColumns(last: number, afterGlance: number) {
  const starts = new Int32Array(last + 3)
  const nextPercent = charFinder('%')
  let line: TextLine | null = null
  let [number, from, to] = [0, 0, 0]
  /** Columns whose beginning is known, and where the search goes on; -1 at the end of the entry. */
  let [columns, at] = [0, 0]
  let first = 0
  const reach = (wanted: number, bytes: Uint8Array): void => {
    if (at < 0) return
    let [place, found] = [at, columns]
    const stop = to
    while (place < stop && found <= wanted) if (bytes[place++] === PIPE) starts[++found] = place
    if (found <= wanted) { starts[++found] = stop + 1; place = -1 }
    at = place
    columns = found
  }
  const isEmpty = (column: number) => {
    if (column < 0 || line === null) return true
    if (column < first) { first = 0; columns = 0; at = from; starts[0] = from }
    if (column >= columns) reach(column, line.bytes)
    return column >= columns || (starts[column + 1] ?? 0) - 1 <= (starts[column] ?? 0)
  }
  /** Where a column begins and ends; a column that is not there is empty. */
  const start = (column: number) => (isEmpty(column) ? from : starts[column] ?? 0)
  const end = (column: number) => (isEmpty(column) ? from : (starts[column + 1] ?? 0) - 1)
  return {
    open: (of: TextLine, effect: { from: number; to: number; rest: number }) => {
      if (effect.from === from && of.number === number && line === of) return
      line = of;
      [number, from, to] = [of.number, effect.from, effect.to]
      first = effect.rest < 0 ? 0 : afterGlance
      columns = first
      at = first === 0 ? from : effect.rest
      starts[columns] = at
    },
    isEmpty, start, end,
    text: (column: number): string => {
      if (isEmpty(column) || line === null) return ''
      let [first, behind] = [start(column), end(column)]
      while (first < behind && line.bytes[first] === SPACE) first++
      while (behind > first && line.bytes[behind - 1] === SPACE) behind--
      return line.text(first, behind)
    },
    isEncoded: () => line !== null && nextPercent(line, from, to) < to,
  }
}
type EntryColumns = ReturnType<typeof entryColumns>

const codingBiotypes = new Set(['protein_coding', 'Coding', ''])

/**
 * The columns that say why a transcript stands for its gene, read in one pass as far as the last of them: every transcript of a gene that is hit as hard
 * is asked for this, so nothing is kept for other columns. The pass begins behind the columns of the glance (`afterGlance` of them) where it can.
 */
function standingReader(header: AnnotationHeader, afterGlance: number): AnnotationReader['standing'] {
  const column = (name: string) => header.columns.get(name) ?? -1
  const [maneSelect, mane, manePlus, pick, canonical] = [column('MANE_SELECT'), column('MANE'), column('MANE_PLUS_CLINICAL'), column('PICK'), column('CANONICAL')]
  const decisive = [...new Set([maneSelect, mane, manePlus, pick, canonical])].filter((at) => at >= 0).sort((a, b) => a - b)
  const isBehind = (decisive[0] ?? 0) >= afterGlance
  return (line, effect) => {
    if (effect.standing >= 0) return effect.standing
    const { bytes } = line
    const { to } = effect
    const isShort = !isBehind || effect.rest < 0
    let place = isShort ? effect.from : effect.rest
    let at = isShort ? 0 : afterGlance
    let standing = 4
    for (const wanted of decisive) {
      const start = behindNth(line, PIPE, wanted - at, place, to)
      if (start < 0) break
      at = wanted
      place = start
      while (place < to && bytes[place] !== PIPE) place++
      if (place === start) continue
      const own = wanted === maneSelect ? 0 : wanted === manePlus ? 1 : wanted === mane ? (isSame(bytes, start, place, 'MANE_Select') ? 0 : 4) : wanted === pick ? (isSame(bytes, start, place, '1') ? 2 : 4) : isSame(bytes, start, place, 'YES') ? 3 : 4
      if (own < standing) standing = own
      if (standing === 0) break
    }
    effect.standing = standing
    return standing
  }
}

function weightReader(header: AnnotationHeader, columns: EntryColumns): AnnotationReader['weight'] {
  const column = (name: string) => header.columns.get(name) ?? -1
  const [biotype, hgvsp, protein] = [column('BIOTYPE'), column('HGVSp'), column('Protein_position')]
  const { isEmpty, text, open } = columns
  return (line, effect) => {
    open(line, effect)
    return { isCoding: codingBiotypes.has(text(biotype)), hasProtein: !isEmpty(hgvsp), proteinLength: isEmpty(protein) ? 0 : numberIn(text(protein).split('/')[1]) ?? 0 }
  }
}

function detailReader(header: AnnotationHeader, columns: EntryColumns): AnnotationReader['detail'] {
  const column = (name: string) => header.columns.get(name) ?? -1
  const [feature, exon, hgvsc, hgvsp, distance] = [column('Feature'), column('EXON'), column('HGVSc'), column('HGVSp'), column('DISTANCE')]
  const { isEncoded, isEmpty, text, open } = columns
  return (line, effect) => {
    open(line, effect)
    const own = isEncoded() ? (at: number) => decoded(text(at)) : text
    return { transcript: text(feature), exon: text(exon), hgvsc: own(hgvsc), hgvsp: own(hgvsp), distance: isEmpty(distance) ? null : numberIn(text(distance).split('/', 1)[0]) }
  }
}

function populationReader(header: AnnotationHeader, columns: EntryColumns): AnnotationReader['populationAf'] {
  const places = populationColumns.map((name) => header.columns.get(name) ?? -1).filter((at) => at >= 0)
  const { isEmpty, text, open } = columns
  return (line, effect) => {
    open(line, effect)
    let highest: number | null = null
    for (const at of places) {
      // Two identical annotations of one site are joined by `&`.
      const value = isEmpty(at) ? null : numberIn(text(at).split('&', 1)[0])
      if (value !== null && value >= 0 && value <= 1 && (highest === null || value > highest)) highest = value
    }
    return highest
  }
}

/** How an entry names its allele: by its spelling, and by its number where the annotator gave one. */
function alleleNames(header: AnnotationHeader, { open, text }: EntryColumns): (line: TextLine, effect: TranscriptEffect) => { spelling: string; number: string } {
  const [spelling, number] = [header.columns.get('Allele') ?? 0, header.columns.get('ALLELE_NUM') ?? -1]
  return (line, effect) => { open(line, effect); return { spelling: text(spelling), number: text(number) } }
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

type NamedEffect = { effect: TranscriptEffect; spelling: string; number: string }

/**
 * With a single ALT all entries are its own; with several they are told apart by `ALLELE_NUM`, else by the allele's spelling.
 * Entries that fit no ALT at all are dropped by the caller's count, not silently: an allele without entries is listed.
 */
function ofAllele(entries: readonly NamedEffect[], ref: string, alts: readonly string[], allele: number): TranscriptEffect[] {
  const those = (is: (entry: NamedEffect) => boolean) => entries.filter(is).map(({ effect }) => effect)
  if (entries.some((entry) => entry.number !== '')) return those((entry) => entry.number === String(allele))
  const alt = alts[allele - 1] ?? ''
  const own = ownNames(ref, alts, alt)
  const effects = those((entry) => own.has(entry.spelling))
  if (effects.length > 0) return effects
  const others = new Set(alts.filter((_, at) => at !== allele - 1).flatMap((other) => [...ownNames(ref, alts, other)]))
  const trimmed = trimmedName(ref, alt)
  return others.has(trimmed) ? [] : those((entry) => entry.spelling === trimmed)
}
