import type { Alteration, AlterationKind, Origin } from '#src/domain/alteration.ts'
import { parseProteinChange } from '#src/domain/protein-change.ts'
import { alterationOf, count, fraction, positionOf } from './alteration-of.ts'
import type { OpenText } from './bytes/text.ts'
import { chromosome } from './chromosome.ts'
import { fusionPair } from './fusion-text.ts'
import { geneNames } from './gene-names.ts'
import type { GeneNames } from './gene-names.ts'
import { codingText, proteinText } from './protein-text.ts'
import type { ReadingPart } from './reading-part.ts'
import { list, note, startPart } from './reading-part.ts'
import type { ReadContext } from './record-file.ts'
import { cellsOf, columnKey, delimiterOf } from './table.ts'

type Field = 'gene' | 'protein' | 'coding' | 'vaf' | 'depth' | 'altReads' | 'copies' | 'type' | 'call' | 'fusion' | 'partner' | 'sample' | 'chrom' | 'pos' | 'ref' | 'alt' | 'filter' | 'kept' | 'origin'

/** Words laboratories write over the same column, English and German (design 6, section 7). */
const words: Readonly<Record<Field, readonly string[]>> = {
  gene: ['gene', 'hugo', 'hugo_symbol', 'symbol', 'gene_symbol', 'gene_name', 'gen', 'feature', 'gene_a'], protein: ['protein', 'protein_change', 'proteinchange', 'aa_change', 'aachange', 'p.', 'hgvsp', 'hgvsp_short', 'amino_acid_change', 'aminosaeureaustausch', 'alteration'],
  coding: ['cdna', 'coding', 'c.', 'hgvsc', 'cds', 'cdna_change'], vaf: ['vaf', 'af', 'allele_frequency', 'allele_fraction', 'allelfrequenz', 'allel_frequency', 'freq', 'tumor_af'], depth: ['depth', 'dp', 'coverage', 'tumourdepth', 'tumor_depth'],
  altReads: ['alt_reads', 'tumouraltcount', 'variant_reads', 'alt_count'], copies: ['cn', 'copy_number', 'copies', 'copynumber'], type: ['type', 'variant_type', 'alteration_type', 'mutation_type', 'variant', 'effect'], call: ['call', 'cnvstate', 'cnv', 'cna', 'copy_number_call'],
  fusion: ['fusion', 'fusion_gene', 'fusiongene', 'fusionname', '#fusionname', 'gene_pair'], partner: ['partner', 'gene_b'], sample: ['sample', 'sample_id', 'sample_name', 'probe'], chrom: ['chrom', 'chromosome', 'chr', '#chrom'], pos: ['pos', 'position', 'start', 'start_position', 'startposition'],
  filter: ['filter'], kept: ['keepfusion'], origin: ['origin', 'feature_type', 'status', 'somatic_status', 'mutation_status'],
  ref: ['ref', 'reference', 'refseq', 'reference_allele'], alt: ['alt', 'altseq', 'alternative', 'alternate_allele'],
}

type Columns = Partial<Record<Field, number>>

function columnsOf(header: readonly string[]): Columns {
  const keys = header.map(columnKey)
  const at: Columns = {}
  for (const field of Object.keys(words) as Field[]) { // the keys of the table above are exactly the fields
    const found = words[field].map((word) => keys.indexOf(word)).find((place) => place >= 0)
    if (found !== undefined) at[field] = found
  }
  return at
}

const kinds: readonly (readonly [RegExp, AlterationKind])[] = [
  [/^(high[- ]level )?amp(lification|lified)?$/i, 'amplification'], [/^(homozygous |deep )?del(etion|eted)?$|^hom(del|loss)$|^deepdel$/i, 'deletion'], [/^(copy )?gain$/i, 'gain'], [/^(copy |shallow |heterozygous )?(loss|deletion)$/i, 'loss'],
]

/** `12,5 %`, `0.125`, `12.5`: above 1 it is a percentage. */
function share(text: string): number | null {
  const bare = text.replace('%', '').trim().replace(',', '.')
  if (bare === '' || Number.isNaN(Number(bare))) return null
  return fraction(text.includes('%') || Number(bare) > 1 ? Number(bare) / 100 : Number(bare))
}

const whole = (text: string) => (/^[0-9]{1,9}$/.test(text) ? count(Number(text)) : null)
const decimal = (text: string) => { const value = Number(text.replace(',', '.')); return text === '' || !Number.isFinite(value) || value < 0 ? null : value }

type Row = { get: (field: Field) => string; line: string; number: number }

/** TSO500 lists both partners of an intragenic call in both columns (`FIP1L1;PDGFRA`); other lists of several genes are not one gene. */
function partners(first: string, second: string): readonly [string, string] | null {
  const both = first.split(';')
  if (first === second && both.length === 2) return [both[0] ?? '', both[1] ?? '']
  return first === '' || second === '' || first.includes(';') || second.includes(';') ? null : [first, second]
}

const originOf = (said: string): Origin => (/^germline/i.test(said) ? 'germline' : /^somatic/i.test(said) ? 'somatic' : 'unknown')

function findingOf(row: Row, gene: GeneNames, context: ReadContext): Alteration | string {
  const reported = row.get('gene')
  if (/^fail/i.test(row.get('filter')) || /^false$/i.test(row.get('kept'))) return 'failed_by_the_caller'
  const common = { filter: row.get('filter') || null, origin: originOf(row.get('origin')), vaf: share(row.get('vaf')), depth: whole(row.get('depth')), altReads: whole(row.get('altReads')), sample: row.get('sample') || null, asReported: row.line.slice(0, 400) }
  const fusionText = row.get('fusion') || (/fusion|rearrangement/i.test(row.get('type')) ? row.get('protein') : '')
  const pair = fusionText === '' ? partners(reported, row.get('partner')) : fusionPair(fusionText, context)
  if (pair) return alterationOf({ ...common, gene: gene(pair[0], row.number), partner: gene(pair[1], row.number), kind: 'fusion', consequence: 'gene_fusion' })
  if (reported === '' || reported === '.' || reported === 'NA' || reported.includes(';')) return 'no_gene_annotation'
  const symbol = gene(reported, row.number)
  for (const said of [row.get('call'), row.get('type')]) {
    const kind = kinds.find(([pattern]) => pattern.test(said))?.[1]
    if (kind && row.get('protein') === '' && row.get('coding') === '') return alterationOf({ ...common, gene: symbol, kind, copyNumber: decimal(row.get('copies')) })
    if (/^(neutral|diploid|normal)$/i.test(said)) return 'no_copy_number_call'
  }
  const change = row.get('protein') === '' ? null : parseProteinChange(row.get('protein'))
  const protein = row.get('protein') === '' ? null : proteinText(row.get('protein'))
  const coding = codingText(row.get('coding'))
  if (protein === null && coding.hgvsc === null) return 'kind_of_change_unknown'
  if (change?.kind === 'synonymous') return 'silent'
  const pos = positionOf(row.get('pos'))
  const [ref, alt] = [row.get('ref').toUpperCase(), row.get('alt').toUpperCase()]
  return alterationOf({
    ...common, gene: symbol, kind: change?.kind === 'splice' ? 'splice' : change ? (['substitution', 'nonsense', 'start_lost'].includes(change.kind) ? 'snv' : 'indel') : coding.hgvsc?.includes('>') ? 'snv' : 'indel',
    hgvsp: protein, hgvsc: coding.hgvsc, transcript: coding.transcript, genomic: pos === null || row.get('chrom') === '' || !/^[ACGT-]+$/.test(ref) || !/^[ACGT-]+$/.test(alt) ? null : { chrom: chromosome(row.get('chrom')), pos, ref, alt },
  })
}

/** A table without header: `EGFR,missense mutation,T258R`. The columns are told by what stands in the first row, gene, change and words. */
function columnsOfRow(cells: readonly string[], context: ReadContext): Columns | null {
  const gene = cells.findIndex((cell) => context.resolveGene(cell.trim()).via !== 'none')
  const protein = cells.findIndex((cell, at) => at !== gene && /[0-9]/.test(cell) && parseProteinChange(cell) !== null)
  const type = cells.findIndex((cell, at) => at !== gene && at !== protein && /[a-z]{3}/i.test(cell))
  return gene < 0 || (protein < 0 && type < 0) ? null : { gene, ...(protein < 0 ? {} : { protein }), ...(type < 0 ? {} : { type }) }
}

/** A laboratory's own table of genes and changes, by the names of its columns. A record is a row; every row is a finding or counted. */
export async function readGeneTable(name: string, text: OpenText, context: ReadContext): Promise<ReadingPart> {
  const part = startPart(name, 'gene-table')
  const gene = geneNames(part, context)
  const samples = new Set<string>()
  let columns: Columns | null = null
  let delimiter = '\t'
  let comment = ''
  await text.lines((line, number) => {
    if (line.trim() === '') return
    if (line.startsWith('##') || (columns === null && line.startsWith('#') && !line.startsWith('#FusionName'))) { comment = line; return }
    let isRow = columns !== null
    if (columns === null) {
      delimiter = delimiterOf(line)
      columns = columnsOf(cellsOf(line, delimiter))
      if (columns.gene === undefined && columns.fusion === undefined && comment.startsWith('#')) { columns = columnsOf(cellsOf(comment.slice(1), delimiterOf(comment))); isRow = true }
      if (columns.gene === undefined && columns.fusion === undefined) { columns = columnsOfRow(cellsOf(line, delimiter), context) ?? {}; isRow = true }
      const read = Object.entries(columns).map(([field, at]) => `${field} from column ${at + 1}`).join(', ')
      note(part, read === '' ? 'error' : 'warning', 'columns_by_name', read === '' ? 'No column of this table names a gene. Nothing was read; enter the findings by hand.' : `This table has a layout of its own. It was read so: ${read}. Compare the findings with the report.`)
    }
    if (!isRow) return
    part.records++
    const [known, cells] = [columns, cellsOf(line, delimiter)]
    const row: Row = { number, line, get: (field) => { const at = known[field]; return at === undefined ? '' : cells[at]?.trim() ?? '' } }
    if (row.get('sample') !== '') samples.add(row.get('sample'))
    if (context.sample && row.get('sample') !== '' && row.get('sample') !== context.sample) return list(part, 'another_sample')
    const finding = findingOf(row, gene, context)
    if (typeof finding !== 'string') { part.alterations.push(finding); part.read++; return }
    if (finding === 'kind_of_change_unknown') note(part, 'warning', 'change_unclear', `Line ${number}: no change can be told from "${line.slice(0, 60)}". The row was counted, not read.`, { line: number })
    list(part, finding)
  })
  part.samples = [...samples]
  part.tumourSamples = part.samples
  part.tumourSampleRule = samples.size > 0 ? 'sample_column' : ''
  return part
}
