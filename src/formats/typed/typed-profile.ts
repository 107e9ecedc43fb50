import type { Alteration } from '#src/domain/alteration.ts'
import type { Biomarker } from '#src/domain/biomarker.ts'
import type { Profile } from '#src/domain/profile.ts'
import { isSameNamedChange } from '#src/domain/protein-change-key.ts'
import type { ReadingProblem } from '#src/domain/record-reading.ts'
import { histoneName } from './histone-name.ts'
import { nearestForm } from './nearest-form.ts'
import { readTypedExpression } from './typed-expression.ts'
import { readSaid } from './typed-item.ts'
import type { Said } from './typed-item.ts'
import { readTypedMeasure } from './typed-measure.ts'

/** `resolveGene` turns a symbol or alias into the HGNC symbol, null when the knowledge does not hold it. */
export type TypedProfileOptions = { resolveGene: (text: string) => string | null }
export type TypedProfile = { profile: Profile; problems: ReadingProblem[] }
type Reading = { alterations: Alteration[]; biomarkers: Biomarker[]; wildType: string[] }

const MAX_TEXT = 200_000
const symbolShape = /^[A-Za-z][A-Za-z0-9-]{0,24}$/

/**
 * Reads a typed profile: items separated by `;` or line ends. Coverage stays `unknown`: a typed profile says what was found,
 * so only what it names, an alteration or `wild-type …`, counts as tested until the caller states what the assay covered.
 * An item that is not understood becomes a problem (`line` is its number) with the nearest form; the rest is read.
 */
export function readTypedProfile(text: string, options: TypedProfileOptions): TypedProfile {
  const reading: Reading = { alterations: [], biomarkers: [], wildType: [] }
  const problems: ReadingProblem[] = []
  const report = (severity: 'error' | 'warning', code: string, line: number, message: string) =>
    problems.push({ severity, code, file: 'typed profile', line, column: null, message })
  if (text.length > MAX_TEXT) report('error', 'profile_too_long', 1, `The typed profile is longer than ${MAX_TEXT} characters; read it from a file instead.`)
  const items = text.length > MAX_TEXT ? [] : text.split(/[;\n]/)
  for (const [number, raw] of items.entries()) {
    const item = raw.trim().split(/\s+/).join(' ')
    if (item === '') continue
    const histone = histoneName(item)
    const read = readItem(histone?.item ?? item, options)
    if (histone?.assumed) report('warning', 'item_read_as', number + 1, `"${item}" is read as ${histone.item}: it does not say which gene of histone H3. Type H3-3A, H3C2 or H3C3 to state it.`)
    if (read === null) {
      report('error', 'item_not_understood', number + 1, `"${item.slice(0, 80)}" is not understood. The nearest form is "${nearestForm(item)}".`)
      continue
    }
    for (const alteration of histone ? read.alterations.map((one) => ({ ...one, asReported: item })) : read.alterations) {
      const twin = reading.alterations.find((known) => known.id === alteration.id || isRepeat(known, alteration))
      if (twin) report('warning', 'item_repeated', number + 1, `"${item}" repeats ${twin.id}; it counts once.`)
      else reading.alterations.push(alteration)
    }
    reading.biomarkers.push(...read.biomarkers)
    reading.wildType.push(...read.wildType)
  }
  const { alterations, biomarkers, wildType } = reading
  return { profile: { alterations, biomarkers, coverage: { kind: 'unknown' }, wildType: [...new Set(wildType)], tumourOnly: null }, problems }
}

/** `A775_G776insYVMA` and `Y772_A775dup`, `L367fs` and `L367fs*46` are one change of the gene. */
const isRepeat = (a: Alteration, b: Alteration): boolean => a.gene === b.gene && a.origin === b.origin && a.kind !== 'category' && b.kind !== 'category' && a.hgvsp !== null && b.hgvsp !== null && isSameNamedChange(a.hgvsp, b.hgvsp)

function readItem(item: string, options: TypedProfileOptions): Reading | null {
  const wildType = readWildType(item, options)
  if (wildType) return { alterations: [], biomarkers: [], wildType }
  const arm = readArm(item)
  if (arm) return { alterations: [arm], biomarkers: [], wildType: [] }
  const stained = readTypedExpression(item, options.resolveGene)
  if (stained) return { alterations: [], biomarkers: [stained], wildType: [] }
  const several = readSeveral(item, options)
  if (several) return { alterations: several, biomarkers: [], wildType: [] }
  const phased = readPhased(item, options)
  if (phased) return { alterations: phased, biomarkers: [], wildType: [] }
  const one = readAlteration(item, options)
  if (one) return { alterations: [one], biomarkers: [], wildType: [] }
  const measure = readTypedMeasure(item)
  return measure ? { alterations: [], biomarkers: [measure], wildType: [] } : null
}

/** `wild-type KRAS, NRAS`, `KRAS wild-type`, `KRAS WT`. */
function readWildType(item: string, { resolveGene }: TypedProfileOptions): string[] | null {
  const lower = item.toLowerCase()
  const start = ['wild-type ', 'wild type ', 'wildtype ', 'wt '].find((word) => lower.startsWith(word))
  const end = [' wild-type', ' wild type', ' wildtype', ' wt'].find((word) => lower.endsWith(word))
  if (!start && !end) return null
  const rest = start ? item.slice(start.length) : item.slice(0, -(end ?? '').length)
  const genes = rest.split(/[, /]+/).filter((part) => part !== '' && part.toLowerCase() !== 'and')
  return genes.length > 0 && genes.every((gene) => symbolShape.test(gene)) ? genes.map((gene) => resolveGene(gene) ?? gene.toUpperCase()) : null
}

/** `17p deletion`, `del(17p)`, `17p loss`. */
function readArm(item: string): Alteration | null {
  const inner = item.startsWith('del(') && item.endsWith(')') ? item.slice(4, -1) : item.endsWith(' deletion') ? item.slice(0, -9) : item.endsWith(' loss') ? item.slice(0, -5) : ''
  return /^(?:[0-9]{1,2}|[XY])[pq][0-9.]{0,5}$/.test(inner) ? alteration(inner, { kind: 'category', category: 'arm_deletion' }, item) : null
}

/** `EGFR T790M + C797S in cis`: both carry one phase group, named by what it holds so that it repeats. Without `in cis` the phase is not stated. */
function readPhased(item: string, options: TypedProfileOptions): Alteration[] | null {
  const lower = item.toLowerCase()
  const phase = lower.endsWith(' in cis') ? 'cis' : lower.endsWith(' in trans') ? 'trans' : null
  const body = phase ? item.slice(0, item.toLowerCase().lastIndexOf(' in ')) : item
  const parts = body.split(' + ')
  if (parts.length < 2) return null
  const found: Alteration[] = []
  for (const part of parts) {
    const gene = found[0]?.gene
    const next = readAlteration(part, options) ?? (gene ? readAlteration(`${gene} ${part}`, options) : null)
    if (!next) return null
    found.push(next)
  }
  const group = phase ? `${phase}:${found.map((one) => one.id).sort().join('+')}` : null
  return found.map((one) => ({ ...one, phase: group, asReported: item }))
}

/** Two findings in one breath: `BCR-ABL1 T315I` is the fusion and a change of its kinase, `CDKN2A/B deletion` is both genes. */
function readSeveral(item: string, options: TypedProfileOptions): Alteration[] | null {
  const space = item.indexOf(' ')
  const [head, rest] = space < 0 ? [item, ''] : [item.slice(0, space), item.slice(space + 1)]
  const pair = rest === '' ? null : readFusion(head, options)
  const said = pair?.said.partner ? readSaid(rest, pair.said.partner) : null
  if (pair?.said.partner && said?.hgvsp) return [alteration(pair.gene, pair.said, item), alteration(pair.said.partner, said, item)]
  const [first = '', letter = ''] = head.split('/')
  const second = /^[0-9]?[A-Z]$/.test(letter) && /[A-Z]$/.test(first) ? options.resolveGene(`${first.slice(0, -letter.length)}${letter}`) : null
  const gene = second === null ? null : options.resolveGene(first)
  const both = gene && second && rest !== '' ? readSaid(rest, gene) : null
  return gene && second && both ? [alteration(gene, both, item), alteration(second, both, item)] : null
}

function readAlteration(item: string, options: TypedProfileOptions): Alteration | null {
  const germline = /^germline /i.test(item)
  const somatic = /^somatic /i.test(item)
  const body = germline || somatic ? item.slice(item.indexOf(' ') + 1) : item
  const read = readFusion(body, options) ?? readGeneItem(body, options)
  return read ? alteration(read.gene, read.said, item, germline ? 'germline' : somatic ? 'somatic' : 'unknown') : null
}

function readGeneItem(body: string, { resolveGene }: TypedProfileOptions): { gene: string; said: Said } | null {
  if (/^EGFR ?(?:v|variant) ?III$/i.test(body)) return { gene: 'EGFR', said: { kind: 'category', category: 'isoform' } }
  const space = body.indexOf(' ')
  const head = space < 0 ? body : body.slice(0, space)
  const rest = space < 0 ? '' : body.slice(space + 1)
  const whole = rest === '' ? null : named(head, resolveGene)
  if (whole && rest) { const said = readSaid(rest, whole); return said ? { gene: whole, said } : null }
  // `FLT3-ITD`, `AR-V7`, `METex14`: gene and what is said of it in one word
  const cut = head.lastIndexOf('-')
  const said = cut > 0 ? readSaid(head.slice(cut + 1)) : null
  if (said && rest === '') return { gene: resolveGene(head.slice(0, cut)) ?? head.slice(0, cut).toUpperCase(), said }
  const exon = head.indexOf('ex')
  const joined = exon > 1 ? resolveGene(head.slice(0, exon)) : null
  const skipped = joined ? readSaid(`${head.slice(exon)} ${rest === '' ? 'skipping' : rest}`.trim()) : null
  return joined && skipped ? { gene: joined, said: skipped } : null
}

function named(text: string, resolveGene: TypedProfileOptions['resolveGene']): string | null {
  return symbolShape.test(text) ? resolveGene(text) ?? text.toUpperCase() : null
}

/**
 * `EML4::ALK` and `EML4--ALK` always; `EML4-ALK` and `EML4/ALK` only where both sides are known genes, since symbols hold hyphens themselves; said to be a fusion, one known side is
 * enough. `RET fusion (KIF5B-RET)` names its pair in brackets.
 */
function readFusion(body: string, { resolveGene }: TypedProfileOptions): { gene: string; said: Said } | null {
  const bracket = /^[A-Za-z0-9-]{1,25} (?:fusion|rearrangement) \(([A-Za-z0-9:/-]{3,60})\)$/i.exec(body)?.[1]
  const text = bracket ?? body.replace(/ (?:fusion|rearrangement)$/i, '')
  const isSaid = bracket !== undefined || text !== body
  const pair = text.includes('--') ? text.split('--') : text.split('::')
  if (pair.length === 2) {
    const [five, three] = [named(pair[0] ?? '', resolveGene), named(pair[1] ?? '', resolveGene)]
    return five && three ? { gene: five, said: { kind: 'fusion', partner: three } } : null
  }
  for (const mark of ['-', '/']) {
    for (let at = text.indexOf(mark); at > 0; at = text.indexOf(mark, at + 1)) {
      const [five, three] = [resolveGene(text.slice(0, at)), resolveGene(text.slice(at + 1))]
      if (five && three && five !== three) return { gene: five, said: { kind: 'fusion', partner: three } }
    }
  }
  const sides = text.split('-')
  if (isSaid && sides.length === 2 && sides.some((side) => resolveGene(side) !== null) && sides.every((side) => symbolShape.test(side))) {
    return { gene: named(sides[0] ?? '', resolveGene) ?? '', said: { kind: 'fusion', partner: named(sides[1] ?? '', resolveGene) ?? '' } }
  }
  return null
}

function alteration(gene: string, said: Said, asReported: string, origin: Alteration['origin'] = 'unknown'): Alteration {
  const what = said.partner ? `::${said.partner}` : said.hgvsp ?? said.hgvsc ?? [said.category ?? said.kind, said.exon, said.copyNumber].filter((part) => part !== undefined && part !== null).join(' ')
  return {
    id: `${origin === 'germline' ? 'germline ' : ''}${gene}${said.partner ? '' : ' '}${what}`, gene, kind: said.kind, category: said.category ?? null, hgvsp: said.hgvsp ?? null, hgvsc: said.hgvsc ?? null,
    transcript: null, exon: said.exon ?? null, consequence: said.consequence ?? null, genomic: null, partner: said.partner ?? null, copyNumber: said.copyNumber ?? null,
    vaf: said.vaf ?? null, depth: null, altReads: null, ccf: said.ccf ?? null, zygosity: said.zygosity ?? 'unknown', populationAf: null, origin, phase: null,
    filter: null, sample: null, asReported,
  }
}
