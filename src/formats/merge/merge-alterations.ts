import type { Alteration } from '#src/domain/alteration.ts'
import { proteinChangeKeys } from '#src/domain/protein-change-key.ts'
import type { ReadingProblem } from '#src/domain/record-reading.ts'
import { contentKey } from '../names/alteration-of.ts'
import { codingAgreesWithProtein } from '../names/hgvs-agreement.ts'
import type { ReadingPart } from '../reading-part.ts'

type Kept = { part: ReadingPart; alteration: Alteration; places: number[] }
export type Merged = { alterations: Alteration[]; sources: Record<string, number[]> }

/**
 * The same finding from two files: protein change first, since a MAF and a VCF write the same deletion at different places. A key marked `~` stands for what a
 * finding may also be called; it meets the plain key of another finding, never another marked one.
 */
function findingKeys(alteration: Alteration, part: ReadingPart): { own: string; others: string[] } {
  const { gene, kind, partner, hgvsp, hgvsc, genomic } = alteration
  const of = (change: string, first = gene, second = partner ?? '') => [first, change.startsWith('p.') ? '' : kind, second, change].join('|')
  if (hgvsp !== null) { const keys = proteinChangeKeys(hgvsp); return { own: of(keys.own), others: keys.others.map((key) => of(key)) } }
  const own = of(hgvsc ?? (genomic && genomic.alt !== '' ? `${genomic.chrom}:${genomic.pos}:${genomic.ref}>${genomic.alt}` : ''))
  // Foundation's order of two genes is no direction, so the other order may be the same fusion.
  return { own, others: kind === 'fusion' && partner !== null && part.format === 'foundation-xml' ? [of('', partner, gene)] : [] }
}

/** A difference of allele fractions that two assays of one tumour may show; a larger one is said. */
const VAF_APART = 0.1

/** What two files say differently of one finding; the first file counts, and a person decides. */
function differences(into: Alteration, from: Alteration): string[] {
  const said: string[] = []
  const differ = <T>(a: T | null, b: T | null, apart: (x: T, y: T) => boolean) => a !== null && b !== null && apart(a, b)
  if (differ(into.vaf, from.vaf, (a, b) => Math.abs(a - b) > VAF_APART)) said.push(`VAF ${into.vaf} and ${from.vaf}`)
  if (differ(into.copyNumber, from.copyNumber, (a, b) => Math.abs(a - b) >= 1)) said.push(`${into.copyNumber} and ${from.copyNumber} copies`)
  if (into.origin !== 'unknown' && from.origin !== 'unknown' && into.origin !== from.origin) said.push(`${into.origin} and ${from.origin}`)
  if (into.hgvsc !== null && from.hgvsc !== null && into.hgvsc !== from.hgvsc) said.push(`${into.hgvsc} and ${from.hgvsc}`)
  return said
}

/** Fills what the first file left open from the second; both sources stay in `asReported`. */
function join(into: Alteration, from: Alteration): void {
  // A pair without a direction of its own takes the direction that the other file states.
  if (into.kind === 'fusion' && into.gene === from.partner && into.partner === from.gene) [into.gene, into.partner] = [from.gene, from.partner]
  into.hgvsp ??= from.hgvsp
  into.hgvsc ??= from.hgvsc
  into.transcript ??= from.transcript
  into.exon ??= from.exon
  into.consequence ??= from.consequence
  into.genomic ??= from.genomic
  into.vaf ??= from.vaf
  into.depth ??= from.depth
  into.altReads ??= from.altReads
  into.copyNumber ??= from.copyNumber
  into.populationAf ??= from.populationAf
  into.filter ??= from.filter
  into.sample ??= from.sample
  if (into.origin === 'unknown') into.origin = from.origin
  if (into.asReported !== from.asReported) into.asReported = `${into.asReported} | ${from.asReported}`.slice(0, 800)
}

const SPELT_OUT = 10
/** In place of the names of the samples that are one tumour. */
const ONE_TUMOUR = '\u0000one tumour'

/** Findings of all files, those that two files share joined into one, each with an id of its own; where they contradict each other, a warning says so. */
export function mergeAlterations(parts: readonly ReadingPart[], problems: ReadingProblem[], oneTumour: ReadonlySet<string>): Merged {
  const all: Kept[] = []
  const known = new Map<string, Kept>()
  const several = parts.filter((part) => part.alterations.length > 0).length > 1
  let said = 0
  const warn = (code: string, files: readonly ReadingPart[], message: string) => {
    said++
    if (said <= SPELT_OUT) problems.push({ severity: 'warning', code, file: files.map((part) => part.file).join(', '), line: null, column: null, message })
  }
  for (const [place, part] of parts.entries()) {
    for (const alteration of part.alterations) {
      const kept: Kept = { part, alteration, places: [place] }
      if (several && alteration.gene !== '') {
        const { own, others } = findingKeys(alteration, part)
        const sample = alteration.sample !== null && oneTumour.has(alteration.sample) ? ONE_TUMOUR : alteration.sample
        const samples = sample === null ? ['', ONE_TUMOUR, ...parts.flatMap((one) => one.tumourSamples)] : [sample, '']
        const twin = samples.flatMap((one) => [own, ...others, `~${own}`].map((key) => known.get(`${one}|${key}`))).find((one) => one !== undefined && one.part !== part)
        if (twin) {
          const apart = differences(twin.alteration, alteration)
          if (apart.length > 0) warn('sources_differ', [twin.part, part], `The files differ on ${alteration.gene} ${alteration.hgvsp ?? alteration.hgvsc ?? alteration.kind}: ${apart.join('; ')}. The first counts; ask the laboratory where it matters.`)
          const hadBoth = twin.alteration.hgvsc !== null && twin.alteration.hgvsp !== null
          join(twin.alteration, alteration)
          if (!hadBoth && codingAgreesWithProtein(twin.alteration.hgvsc, twin.alteration.hgvsp) === false) warn('names_disagree', [twin.part, part], `${alteration.gene} ${twin.alteration.hgvsc} and ${twin.alteration.hgvsp} come from two files and do not name the same change. Check which one is meant.`)
          if (!twin.places.includes(place)) twin.places.push(place)
          continue
        }
        for (const key of [own, ...others.map((other) => `~${other}`)]) if (!known.has(`${sample ?? ''}|${key}`)) known.set(`${sample ?? ''}|${key}`, kept)
      }
      all.push(kept)
    }
  }
  if (said > SPELT_OUT) problems.push({ severity: 'warning', code: 'sources_differ', file: parts.map((part) => part.file).join(', '), line: null, column: null, message: `${said - SPELT_OUT} more findings differ between the files. Compare the files before the case is taken in.` })
  return numbered(all)
}

function numbered(all: readonly Kept[]): Merged {
  const ids = new Map<string, number>()
  const sources: Record<string, number[]> = {}
  for (const { alteration, places } of all) {
    const key = contentKey(alteration)
    const count = (ids.get(key) ?? 0) + 1
    ids.set(key, count)
    alteration.id = count === 1 ? key : `${key}#${count}`
    if (places.length > 1) sources[alteration.id] = places
  }
  return { alterations: all.map((one) => one.alteration), sources }
}
