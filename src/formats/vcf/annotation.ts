import { numberIn } from '../alteration-of.ts'
import { byteTable, isSame } from '../bytes/byte-table.ts'
import type { ByteTable } from '../bytes/byte-table.ts'
import { charFinder } from '../bytes/char-finder.ts'
import type { TextLine } from '../bytes/text-lines.ts'
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
  hgvsp: string
  mane: 'select' | 'plus_clinical' | null
  pick: boolean
  canonical: boolean
  distance: number | null
  /** Residues of the protein, when `Protein_position` states them (`858/1210`). */
  proteinLength: number
  /** What only the chosen transcript is asked for. Valid while the line is read. */
  detail: () => { exon: string; hgvsc: string; populationAf: number | null }
}

type Terms = { text: string; rank: number; listed: ReturnType<typeof listedReason> }

/** Reads the annotation of one file: columns are numbers, consequences and genes are known words after their first line. */
export type AnnotationReader = {
  /** The reason to count a record without looking closer: no entry of it, for any allele, touches coding sequence, splice sites or TERT. */
  nothingOfInterest: (line: TextLine, from: number, to: number) => 'intergenic_or_intronic' | null
  /** Effects on one ALT (1 = the first); see `ofAllele`. */
  effects: (line: TextLine, from: number, to: number, ref: string, alts: readonly string[], allele: number) => TranscriptEffect[]
}

const COMMA = 44
const PIPE = 124
const SPACE = 32
const WORDS = 20_000

const populationColumns = ['gnomADe_AF', 'gnomADg_AF', 'gnomAD_AF', 'ExAC_AF', 'MAX_AF']

export function annotationReader(header: AnnotationHeader): AnnotationReader {
  const terms = byteTable<Terms>(WORDS, (text) => ({ text: text.trim(), rank: mostSevere(text.trim()).rank, listed: listedReason(text.trim()) }))
  const words = byteTable<string>(WORDS, (text) => text.trim())
  const nextComma = charFinder(',')
  const column = (name: string) => header.columns.get(name) ?? -1
  const consequence = header.columns.get('Consequence') ?? 1
  const symbol = column('SYMBOL')
  const lastLookedAt = Math.max(consequence, symbol)
  const entry = entryReader(header, terms, words)
  return {
    nothingOfInterest: (line, from, to) => {
      const { bytes } = line
      let silent = false
      for (let at = from; at < to;) {
        let place = at
        for (let col = 0; col <= lastLookedAt && place <= to; col++) {
          const start = place
          while (place < to && bytes[place] !== PIPE && bytes[place] !== COMMA) place++
          if (col === consequence) {
            const { listed } = terms.at(line, start, place)
            if (listed === null) return null
            if (listed === 'silent') silent = true
          } else if (col === symbol && isTert(bytes, start, place)) return null
          if (place >= to || bytes[place] === COMMA) break
          place++
        }
        at = nextComma(line, place, to) + 1
      }
      return silent ? null : 'intergenic_or_intronic'
    },
    effects: (line, from, to, ref, alts, allele) => {
      const entries: Entry[] = []
      for (let at = from; at < to;) {
        const stop = nextComma(line, at, to)
        if (stop > at) entries.push(entry(line, at, stop))
        at = stop + 1
      }
      return ofAllele(entries, ref, alts, allele)
    },
  }
}

/** TERT's promoter is judged apart: annotators call it upstream, which elsewhere is nothing. */
function isTert(bytes: Uint8Array, from: number, to: number): boolean {
  let [start, end] = [from, to]
  while (start < end && bytes[start] === SPACE) start++
  while (end > start && bytes[end - 1] === SPACE) end--
  return isSame(bytes, start, end, 'TERT')
}

type Entry = TranscriptEffect & { allele: string; alleleNumber: string }

/** Columns of one entry as texts, cut at its pipes as far as the last wanted column. */
function entryColumns(last: number) {
  const starts = new Int32Array(last + 3)
  let columns = 0
  let line: TextLine | null = null
  const isEmpty = (at: number) => at < 0 || at >= columns || (starts[at + 1] ?? 0) - 1 <= (starts[at] ?? 0)
  return {
    cut: (of: TextLine, from: number, to: number) => {
      const { bytes } = of
      line = of
      columns = 0
      starts[0] = from
      for (let at = from; at < to; at++) if (bytes[at] === PIPE) { starts[++columns] = at + 1; if (columns > last) return }
      starts[++columns] = to + 1
    },
    isEmpty,
    text: (at: number) => (line === null || isEmpty(at) ? '' : line.text(starts[at] ?? 0, (starts[at + 1] ?? 0) - 1).trim()),
    word: <T>(table: ByteTable<T>, at: number): T | null => (line === null || isEmpty(at) ? null : table.at(line, starts[at] ?? 0, (starts[at + 1] ?? 0) - 1)),
  }
}

const nothing: Terms = { text: '', rank: mostSevere('').rank, listed: listedReason('') }

/** Reads what the choice of a transcript asks of an entry; the rest waits until it is chosen. */
function entryReader(header: AnnotationHeader, terms: ByteTable<Terms>, words: ByteTable<string>): (line: TextLine, from: number, to: number) => Entry {
  const at = (name: string) => header.columns.get(name) ?? -1
  const allele = at('Allele') < 0 ? 0 : at('Allele')
  const [consequence, symbol, gene, feature, biotype, hgvsp, maneSelect, mane, manePlus] = [at('Consequence'), at('SYMBOL'), at('Gene'), at('Feature'), at('BIOTYPE'), at('HGVSp'), at('MANE_SELECT'), at('MANE'), at('MANE_PLUS_CLINICAL')]
  const [pick, canonical, distance, protein, alleleNumber, exon, hgvsc] = [at('PICK'), at('CANONICAL'), at('DISTANCE'), at('Protein_position'), at('ALLELE_NUM'), at('EXON'), at('HGVSc')]
  const populations = populationColumns.map(at).filter((place) => place >= 0)
  const first = entryColumns(Math.max(allele, consequence, symbol, gene, feature, biotype, hgvsp, maneSelect, mane, manePlus, pick, canonical, distance, protein, alleleNumber))
  const whole = entryColumns(Math.max(exon, hgvsc, ...populations))
  const nextPercent = charFinder('%')
  const { text, word, isEmpty } = first
  return (line, from, to) => {
    first.cut(line, from, to)
    const isEncoded = nextPercent(line, from, to) < to
    const consequences = word(terms, consequence) ?? nothing
    const length = isEmpty(protein) ? '' : text(protein)
    const slash = length.indexOf('/')
    return {
      allele: text(allele), alleleNumber: text(alleleNumber), terms: consequences.text, rank: consequences.rank, gene: word(words, symbol) ?? text(gene), transcript: text(feature), biotype: word(words, biotype) ?? '',
      hgvsp: isEncoded ? decoded(text(hgvsp)) : text(hgvsp), mane: !isEmpty(maneSelect) || text(mane) === 'MANE_Select' ? 'select' : !isEmpty(manePlus) ? 'plus_clinical' : null,
      pick: text(pick) === '1', canonical: text(canonical) === 'YES', distance: isEmpty(distance) ? null : numberIn(text(distance).split('/', 1)[0]), proteinLength: slash < 0 ? 0 : numberIn(length.slice(slash + 1)) ?? 0,
      detail: () => {
        whole.cut(line, from, to)
        let populationAf: number | null = null
        for (const place of populations) {
          // Two identical annotations of one site are joined by `&`.
          const value = whole.isEmpty(place) ? null : numberIn(whole.text(place).split('&', 1)[0])
          if (value !== null && value >= 0 && value <= 1 && (populationAf === null || value > populationAf)) populationAf = value
        }
        return { exon: whole.text(exon), hgvsc: isEncoded ? decoded(whole.text(hgvsc)) : whole.text(hgvsc), populationAf }
      },
    }
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
 * With a single ALT all entries are its own; with several they are told apart by `ALLELE_NUM`, else by the allele's spelling.
 * Entries that fit no ALT at all are dropped by the caller's count, not silently: an allele without entries is listed.
 */
function ofAllele(entries: Entry[], ref: string, alts: readonly string[], allele: number): TranscriptEffect[] {
  if (alts.length === 1) return entries
  if (entries.some((entry) => entry.alleleNumber !== '')) return entries.filter((entry) => entry.alleleNumber === String(allele))
  const alt = alts[allele - 1] ?? ''
  const own = ownNames(ref, alts, alt)
  const effects = entries.filter((entry) => own.has(entry.allele))
  if (effects.length > 0) return effects
  const others = new Set(alts.filter((_, at) => at !== allele - 1).flatMap((other) => [...ownNames(ref, alts, other)]))
  const trimmed = trimmedName(ref, alt)
  return others.has(trimmed) ? [] : entries.filter((entry) => entry.allele === trimmed)
}
