import type { Alteration } from '#src/domain/alteration.ts'
import type { OpenText } from '../bytes/text.ts'
import { alterationOf, count, fraction, numberIn, positionOf } from '../names/alteration-of.ts'
import { chromosome } from '../names/chromosome.ts'
import { fusionPair } from '../names/fusion-text.ts'
import { geneNames } from '../names/gene-names.ts'
import { buildOfName } from '../names/genome-build.ts'
import { textKeeper } from '../keep-text.ts'
import type { ReadingPart } from '../reading-part.ts'
import { list, note, startPart } from '../reading-part.ts'
import { refuse } from '../reading-refusal.ts'
import type { ReadContext } from '../record-file.ts'
import { cellsOf, columnKey, delimiterOf } from '../table.ts'

type Row = { get: (name: string) => string; number: number }
type Names = (reported: string, line: number) => string

const stated = (text: string) => text !== '' && text !== 'NA' && text !== '.' && text !== '-'

/** Genes in the order 5' to 3', when the laboratory's words say it: `Protein fusion: in frame (EML4-ALK)`, `{SLC34A2:ROS1}`. */
function directed(info: string, first: string, second: string): [string, string] | null {
  for (const [a, b] of [[first, second], [second, first]] as const) {
    for (const pair of [`(${a}-${b})`, `{${a}:${b}}`, `${a}::${b}`]) if (info.includes(pair)) return [a, b]
  }
  return null
}

function readsOf(row: Row): Pick<Alteration, 'vaf' | 'depth' | 'altReads'> {
  const variant = count(numberIn(row.get('tumor_variant_count')))
  const all = count(numberIn(row.get('tumor_read_count')))
  return { altReads: variant, depth: all, vaf: variant === null || all === null || all === 0 ? null : fraction(variant / all) }
}

/** One row with two sites (current form). Between two genes it is a fusion, unless one end lies outside genes or the laboratory calls it antisense. */
function ofSites(row: Row, gene: Names, own: (text: string) => string): Alteration | string {
  const [one, two] = [row.get('site1_hugo_symbol') || row.get('site1_gene'), row.get('site2_hugo_symbol') || row.get('site2_gene')]
  if (!stated(one) && !stated(two)) return 'no_gene_annotation'
  const info = row.get('event_info')
  const outside = (site: 'site1' | 'site2') => row.get(`${site}_description`).startsWith('IGR') || row.get(`${site}_region`).toUpperCase() === 'IGR'
  const inOrder = directed(info, one, two)
  const between = stated(one) && stated(two) && one !== two
  const isFusion = between && (inOrder !== null || (!outside('site1') && !outside('site2') && !info.toLowerCase().includes('antisense')))
  // Without a direction the gene that the break truly hits stands in front.
  const [front, back] = inOrder ?? (stated(one) && !(outside('site1') && stated(two)) ? [one, two] : [two, one])
  const chrom = row.get('site1_chromosome')
  const pos = positionOf(row.get('site1_position'))
  const status = row.get('sv_status').toUpperCase()
  const text = [row.get('class'), info, row.get('annotation'), row.get('site2_effect_on_frame')].filter(stated).join('; ')
  return alterationOf({
    ...readsOf(row), gene: gene(front, row.number), partner: between ? gene(back, row.number) : null, kind: isFusion ? 'fusion' : 'rearrangement',
    genomic: pos === null || !stated(chrom) ? null : { chrom: own(chromosome(chrom)), pos, ref: '', alt: '' },
    origin: status === 'SOMATIC' ? 'somatic' : status === 'GERMLINE' ? 'germline' : 'unknown', sample: own(row.get('sample_id')),
    consequence: isFusion ? 'gene_fusion' : null, asReported: own(`${one || '?'} / ${two || '?'}${text === '' ? '' : `: ${text}`}`.slice(0, 400)),
  })
}

/** One row a gene, with the fusion in words (`data_fusions.txt`, given up by cBioPortal, still in old studies). */
function ofFusionColumn(row: Row, gene: Names, own: (text: string) => string, context: ReadContext, seen: Set<string>): Alteration | string {
  const [symbol, text, sample] = [row.get('hugo_symbol'), row.get('fusion'), row.get('tumor_sample_barcode')]
  const pair = fusionPair(text, context)
  const key = pair ? `${sample} ${[...pair].sort().join(' ')}` : `${sample} ${symbol} ${text}`
  if (seen.has(key)) return 'stated_by_another_record'
  seen.add(own(key))
  return alterationOf({
    gene: gene(pair?.[0] ?? symbol, row.number), partner: pair ? gene(pair[1], row.number) : null, kind: pair && pair[0] !== pair[1] ? 'fusion' : 'rearrangement', sample: own(sample),
    consequence: pair ? 'gene_fusion' : null, asReported: own(text.slice(0, 400)),
  })
}

/** Places and words that are not as the form has them; the variant is read without them. */
function checkCells(part: ReadingPart, row: Row): void {
  for (const site of ['Site1', 'Site2']) {
    const position = row.get(`${site.toLowerCase()}_position`)
    if (stated(position) && positionOf(position) === null && position !== '-1') note(part, 'warning', 'position_not_a_number', `Line ${row.number}: the position "${position.slice(0, 20)}" is not a whole number. The variant was read without it.`, { line: row.number, column: `${site}_Position` })
  }
  const status = row.get('sv_status')
  if (stated(status) && !['SOMATIC', 'GERMLINE'].includes(status.toUpperCase())) note(part, 'warning', 'value_not_in_list', `Line ${row.number}: "${status.slice(0, 20)}" is neither SOMATIC nor GERMLINE. The origin was read as unknown.`, { line: row.number, column: 'SV_Status' })
}

/** Structural variants of a study, in both generations of the form. A record is a row. */
export async function readStructuralVariants(name: string, text: OpenText, context: ReadContext): Promise<ReadingPart> {
  const part = startPart(name, 'structural-variants')
  const gene = geneNames(part, context)
  const own = textKeeper()
  const samples = new Set<string>()
  const seen = new Set<string>()
  const rows = new Map<string, number>()
  let columns: Map<string, number> | null = null
  let width = 0
  let delimiter = '\t'
  await text.lines((line, number) => {
    if (line.trim() === '' || (columns === null && line.startsWith('#'))) return
    if (columns === null) {
      delimiter = delimiterOf(line)
      const names = cellsOf(line, delimiter).map(columnKey)
      width = names.length
      columns = new Map(names.map((column, at) => [column, at] as const).reverse())
      if (!columns.has('fusion') && !columns.has('sv_status')) note(part, 'warning', 'column_missing', `Line ${number}: the column SV_Status is missing, so it is not said which variants are somatic. They were read as of unknown origin.`, { line: number, column: 'SV_Status' })
      for (const site of columns.has('fusion') ? [] : ['Site1', 'Site2']) if (!columns.has(`${site.toLowerCase()}_hugo_symbol`) && !columns.has(`${site.toLowerCase()}_gene`)) note(part, 'warning', 'column_missing', `Line ${number}: the column ${site}_Hugo_Symbol is missing, so one of the two genes of each variant is not known. The variants were read as rearrangements of the other.`, { line: number, column: `${site}_Hugo_Symbol` })
      return
    }
    part.records++
    const cells = cellsOf(line, delimiter)
    if (cells.length > width) { note(part, 'error', 'column_count', `Line ${number}: the row has ${cells.length} columns, the header has ${width}. The row was not read.`, { line: number }); return list(part, 'unreadable_line') }
    const known = columns
    const row: Row = { number, get: (column) => { const at = known.get(column); return at === undefined ? '' : cells[at]?.trim() ?? '' } }
    const sample = row.get('sample_id') || row.get('tumor_sample_barcode')
    if (sample === '') { note(part, 'error', 'sample_missing', `Line ${number}: the row names no sample and was not read.`, { line: number, column: 'Sample_Id' }); return list(part, 'unreadable_line') }
    samples.add(own(sample))
    if (context.sample && sample !== context.sample) return list(part, 'another_sample')
    if (rows.has(line)) { note(part, 'warning', 'record_twice', `Line ${number}: the row repeats line ${rows.get(line)} word for word; the first one was read.`, { line: number }); return list(part, 'stated_by_another_record') }
    rows.set(own(line), number)
    checkCells(part, row)
    const build = buildOfName(row.get('ncbi_build'))
    if (build !== 'unknown') part.genomeBuild = build
    const finding = known.has('fusion') ? ofFusionColumn(row, gene, own, context, seen) : ofSites(row, gene, own)
    if (typeof finding === 'string') {
      if (finding === 'no_gene_annotation') note(part, 'error', 'gene_missing', `Line ${number}: neither site names a gene. The row is counted, not read.`, { line: number, column: 'Site1_Hugo_Symbol' })
      return list(part, finding)
    }
    part.alterations.push(finding)
    part.read++
  })
  if (columns === null) refuse('table_without_header', 'The file has no line with column names.')
  part.samples = [...samples]
  part.tumourSamples = part.samples
  part.tumourSampleRule = 'sample_column'
  return part
}
