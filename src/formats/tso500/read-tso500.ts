import type { Alteration } from '#src/domain/alteration.ts'
import type { Biomarker } from '#src/domain/biomarker.ts'
import { alterationOf, fraction, count, numberIn, positionOf } from '../names/alteration-of.ts'
import type { OpenText } from '../bytes/text.ts'
import { chromosome } from '../names/chromosome.ts'
import { fusionPair } from '../names/fusion-text.ts'
import { geneNames } from '../names/gene-names.ts'
import type { GeneNames } from '../names/gene-names.ts'
import { codingText, proteinText } from '../names/protein-text.ts'
import type { ReadingPart } from '../reading-part.ts'
import { list, note, startPart } from '../reading-part.ts'
import type { ReadContext } from '../record-file.ts'
import { columnKey } from '../table.ts'
import { listedReason, mostSevere } from '../vcf/consequence.ts'

type Cells = { get: (name: string) => string }
type State = { part: ReadingPart; context: ReadContext; gene: GeneNames; facts: Map<string, string>; sample: string | null; number: number }

const TMB_HIGH = 10 // FDA cut-off of pembrolizumab (KEYNOTE-158, PMID 32919526)
/** Illumina's guide to TruSight Oncology 500: at least 40 usable sites; 20 % unstable sites and more are MSI-high. */
const USABLE_SITES = 40
const UNSTABLE = 20

/** `NA` is not zero: a measure without a value is a measure that gave none. */
function measures(facts: ReadonlyMap<string, string>): Biomarker[] {
  const found: Biomarker[] = []
  const tmb = facts.get('Total TMB')
  if (tmb !== undefined) {
    const value = numberIn(tmb)
    found.push({ name: 'TMB', value, unit: 'mutations/Mb', cutoff: `${TMB_HIGH}`, status: value === null ? 'no_call' : 'measured', call: value === null ? null : value >= TMB_HIGH ? 'high' : 'low', asReported: `Total TMB ${tmb}` })
  }
  const msi = facts.get('Percent Unstable MSI Sites') ?? facts.get('Percent Unstable Sites')
  if (msi !== undefined) {
    const value = numberIn(msi)
    const usable = numberIn(facts.get('Usable MSI Sites'))
    const isCall = value !== null && (usable === null || usable >= USABLE_SITES)
    found.push({ name: 'MSI', value: isCall ? (value >= UNSTABLE ? 'MSI-H' : 'MSS') : null, unit: null, cutoff: `${UNSTABLE} % unstable sites`, status: isCall ? 'measured' : 'no_call', call: isCall ? (value >= UNSTABLE ? 'high' : 'low') : null, asReported: `Percent Unstable MSI Sites ${msi} (${facts.get('Usable MSI Sites') ?? '?'} usable)` })
  }
  return found
}

function smallVariant(state: State, row: Cells): Alteration | string {
  const reported = row.get('gene')
  if (reported === '') return 'no_gene_annotation'
  const terms = row.get('consequence_s').replaceAll(':', '&').replaceAll(',', '&')
  const reason = listedReason(terms)
  const pos = positionOf(row.get('genomic_position'))
  const [ref, alt] = [row.get('reference_call').toUpperCase(), row.get('alternative_call').toUpperCase()]
  if (reason !== null && !(reported === 'TERT' && terms.includes('upstream'))) return reason
  const coding = codingText(row.get('c_dot_notation'))
  const term = mostSevere(terms).term
  const exon = /^[0-9]+/.exec(row.get('affected_exon_s'))
  return alterationOf({
    gene: state.gene(reported, state.number), kind: term.startsWith('splice_acceptor') || term.startsWith('splice_donor_v') ? 'splice' : ref.length === alt.length ? 'snv' : 'indel',
    hgvsp: proteinText(row.get('p_dot_notation')), hgvsc: coding.hgvsc, transcript: coding.transcript, exon: count(numberIn(exon?.[0])), consequence: term === '' ? null : term,
    genomic: pos === null || ref === '' || alt === '' ? null : { chrom: chromosome(row.get('chromosome')), pos, ref, alt },
    vaf: fraction(numberIn(row.get('allele_frequency'))), depth: count(numberIn(row.get('depth'))), sample: state.sample,
    asReported: [reported, row.get('p_dot_notation'), row.get('c_dot_notation'), row.get('consequence_s')].filter((text) => text !== '').join(' ').slice(0, 400),
  })
}

/** RNA splice variants of the panel: EGFR exons 2–7 (vIII), MET exon 14, AR-V7. */
function spliceVariant(state: State, row: Cells): Alteration | string {
  const gene = state.gene(row.get('gene'), state.number)
  if (gene === '') return 'no_gene_annotation'
  const exons = row.get('affected_exon_s') || row.get('affected_exon')
  const isoform = gene === 'EGFR' && /^2[^0-9]*7$/.test(exons) ? 'EGFRvIII' : gene === 'AR' ? 'AR-V7' : null
  const reads = count(numberIn(row.get('splice_supporting_reads')))
  if (isoform !== null) return alterationOf({ gene, kind: 'category', category: 'isoform', altReads: reads, sample: state.sample, asReported: isoform })
  return alterationOf({ gene, kind: 'category', category: 'exon_skipping', exon: count(numberIn(/[0-9]+/.exec(exons)?.[0])), altReads: reads, sample: state.sample, asReported: `${gene} splice variant, exon ${exons}` })
}

function fusion(state: State, row: Cells): Alteration | string {
  const text = row.get('gene_pair')
  const pair = fusionPair(text, state.context)
  if (!pair) { note(state.part, 'warning', 'gene_pair_unclear', `Line ${state.number}: the genes of the fusion "${text.slice(0, 40)}" cannot be told apart. Enter the fusion by hand.`, { line: state.number, column: 'Gene Pair' }); return 'no_gene_annotation' }
  const reads = count(numberIn(row.get('fusion_supporting_reads')))
  return alterationOf({ gene: state.gene(pair[0], state.number), partner: state.gene(pair[1], state.number), kind: 'fusion', altReads: reads, consequence: 'gene_fusion', sample: state.sample, asReported: text })
}

/** The report gives a fold change against the genome, which is no number of copies. */
function amplification(state: State, row: Cells): Alteration | string {
  const gene = row.get('gene')
  return gene === '' ? 'no_gene_annotation' : alterationOf({ gene: state.gene(gene, state.number), kind: 'amplification', sample: state.sample, asReported: `${gene} fold change ${row.get('fold_change')}` })
}

const tables: Readonly<Record<string, (state: State, row: Cells) => Alteration | string>> = {
  'Small Variants': smallVariant, 'Splice Variants': spliceVariant, Fusions: fusion, 'DNA Fusions': fusion, 'RNA Fusions': fusion, 'Gene Amplifications': amplification, 'Copy Number Variants': amplification,
}

/** Reads the CombinedVariantOutput of TruSight Oncology 500: a text of sections. A record is a row of a table; TMB and MSI are biomarkers. */
export async function readTso500(name: string, text: OpenText, context: ReadContext): Promise<ReadingPart> {
  const part = startPart(name, 'tso500')
  const state: State = { part, context, gene: geneNames(part, context), facts: new Map(), sample: null, number: 0 }
  let section = ''
  let columns: string[] | null = null
  await text.lines((line, number) => {
    state.number = number
    const cells = line.split('\t').map((cell) => cell.trim())
    const first = cells[0] ?? ''
    if (first.startsWith('[') && first.endsWith(']')) { section = first.slice(1, -1); columns = null; return }
    if (cells.every((cell) => cell === '') || section === '') return
    const table = Object.hasOwn(tables, section) ? tables[section] : undefined
    if (!table) {
      state.facts.set(first, cells[1] ?? '')
      if ((first === 'DNA Sample ID' || first === 'Pair ID') && cells[1] && cells[1] !== 'NA') state.sample = cells[1]
      return
    }
    if (columns === null) { columns = cells.map(columnKey); return }
    if (first === 'NA' && cells.slice(1).every((cell) => cell === '')) return
    part.records++
    const names = columns
    const finding = table(state, { get: (column) => { const value = cells[names.indexOf(column)] ?? ''; return value === 'NA' ? '' : value } })
    if (typeof finding === 'string') return list(part, finding)
    part.alterations.push(finding)
    part.read++
  })
  part.samples = state.sample === null ? [] : [state.sample]
  part.tumourSamples = part.samples
  part.tumourSampleRule = 'only_sample'
  part.biomarkers = measures(state.facts)
  note(part, 'warning', 'genome_build_unknown', 'The report does not say which genome build its positions follow. State it at intake (GRCh37 or GRCh38); protein changes can be read without it.')
  return part
}
