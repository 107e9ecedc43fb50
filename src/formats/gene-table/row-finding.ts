import type { Alteration, AlterationKind, Origin } from '#src/domain/alteration.ts'
import type { ColumnMeaning } from '#src/domain/column-mapping.ts'
import { parseProteinChange } from '#src/domain/protein-change.ts'
import { alterationOf, count, fraction, positionOf } from '../names/alteration-of.ts'
import { chromosome } from '../names/chromosome.ts'
import { fusionPair } from '../names/fusion-text.ts'
import type { GeneNames } from '../names/gene-names.ts'
import { meaningOf } from '../maf/classification.ts'
import { codingText, proteinText } from '../names/protein-text.ts'
import type { ReadContext } from '../record-file.ts'

export type TableRow = { get: (meaning: ColumnMeaning) => string; line: string; number: number }

const kinds: readonly (readonly [RegExp, AlterationKind])[] = [
  [/^(high[- ]level )?amp(lification|lified)?$/i, 'amplification'], [/^(homozygous |deep )?del(etion|eted)?$|^hom(del|loss)$|^deepdel$/i, 'deletion'], [/^(copy )?gain$/i, 'gain'], [/^(copy |shallow |heterozygous )?(loss|deletion)$/i, 'loss'],
]
const copyKind = (said: string): AlterationKind | null => kinds.find(([pattern]) => pattern.test(said))?.[1] ?? null

/** `12,5 %`, `0.125`, `12.5`; without a sign, above 1 it is a percentage. `isPercent`: the column is headed so, and 0.8 is 0.8 %. */
export function share(text: string, isPercent: boolean): number | null {
  const bare = text.replace('%', '').trim().replace(',', '.')
  if (bare === '' || !Number.isFinite(Number(bare))) return null
  return fraction(isPercent || text.includes('%') || Number(bare) > 1 ? Number(bare) / 100 : Number(bare))
}

const whole = (text: string) => (/^[0-9]{1,9}$/.test(text) ? count(Number(text)) : null)
const decimal = (text: string) => { const value = Number(text.replace(',', '.')); return text === '' || !Number.isFinite(value) || value < 0 ? null : value }
const isNothing = (text: string) => text === '' || text === '.' || text === 'NA' || text === '-' || text === 'n/a'

/** TSO500 lists both partners of an intragenic call in both columns (`FIP1L1;PDGFRA`); other lists of several genes are not one gene. */
function partners(first: string, second: string): readonly [string, string] | null {
  const both = first.split(';')
  if (first === second && both.length === 2) return [both[0] ?? '', both[1] ?? '']
  return isNothing(first) || isNothing(second) || first.includes(';') || second.includes(';') ? null : [first, second]
}

const originOf = (said: string): Origin => (/^germline|^keimbahn/i.test(said) ? 'germline' : /^somati/i.test(said) ? 'somatic' : 'unknown')

/** Laboratories write `p.V600E` under *variant* as well as under *protein*, and `Amplification` under *alteration*: what stands there says which it is. */
function wordsOf(row: TableRow): { protein: string; said: string[] } {
  const [protein, type] = [row.get('protein'), row.get('type')]
  if (isNothing(protein)) return /[0-9]/.test(type) && parseProteinChange(type) !== null ? { protein: type, said: [row.get('call')] } : { protein: '', said: [row.get('call'), type] }
  return copyKind(protein) !== null ? { protein: '', said: [row.get('call'), protein, type] } : { protein, said: [row.get('call'), type] }
}

/** What one row of a laboratory's own table says, or the reason why it gives no finding. */
export function findingOf(row: TableRow, gene: GeneNames, context: ReadContext): Alteration | string {
  const reported = row.get('gene')
  if (/^fail/i.test(row.get('filter')) || /^false$/i.test(row.get('kept'))) return 'failed_by_the_caller'
  const { protein: proteinWords, said } = wordsOf(row)
  const common = {
    filter: row.get('filter') || null, origin: originOf(row.get('origin')), vaf: share(row.get('vaf') || row.get('vaf_percent'), row.get('vaf') === ''), depth: whole(row.get('depth')), altReads: whole(row.get('alt_reads')),
    sample: row.get('sample') || null, asReported: row.line.slice(0, 400),
  }
  const fusionText = isNothing(row.get('fusion')) ? (/fusion|rearrangement/i.test(row.get('type')) ? row.get('protein') : '') : row.get('fusion')
  const pair = fusionText === '' ? partners(reported, row.get('partner')) : fusionPair(fusionText, context)
  if (pair) return alterationOf({ ...common, gene: gene(pair[0], row.number), partner: gene(pair[1], row.number), kind: 'fusion', consequence: 'gene_fusion' })
  if (isNothing(reported) || reported.includes(';')) return 'no_gene_annotation'
  const symbol = gene(reported, row.number)
  for (const word of said) {
    const kind = copyKind(word)
    if (kind && proteinWords === '' && isNothing(row.get('coding'))) return alterationOf({ ...common, gene: symbol, kind, copyNumber: decimal(row.get('copies')) })
    if (/^(neutral|diploid|normal)$/i.test(word)) return 'no_copy_number_call'
  }
  if (proteinWords === '' && isNothing(row.get('coding')) && said.some((word) => /fusion/i.test(word))) return alterationOf({ ...common, gene: symbol, kind: 'category', category: 'fusion' })
  return smallFinding(row, symbol, proteinWords, common)
}

type Common = Pick<Alteration, 'filter' | 'origin' | 'vaf' | 'depth' | 'altReads' | 'sample' | 'asReported'>

function smallFinding(row: TableRow, gene: string, proteinWords: string, common: Common): Alteration | string {
  const change = proteinWords === '' ? null : parseProteinChange(proteinWords)
  const protein = proteinWords === '' ? null : proteinText(proteinWords)
  const coding = codingText(row.get('coding') === '-' ? '' : row.get('coding'))
  const pos = positionOf(row.get('position'))
  const [ref, alt] = [row.get('ref').toUpperCase(), row.get('alt').toUpperCase()]
  const genomic = pos === null || row.get('chromosome') === '' || !/^[ACGT-]+$/.test(ref) || !/^[ACGT-]+$/.test(alt) ? null : { chrom: chromosome(row.get('chromosome')), pos, ref, alt }
  const meaning = meaningOf(row.get('type'))
  if (change?.kind === 'synonymous' || meaning?.listed === 'silent') return 'silent'
  if (meaning?.listed && gene !== 'TERT') return meaning.listed
  if (protein === null && coding.hgvsc === null && genomic === null) return 'kind_of_change_unknown'
  return alterationOf({ ...common, gene, kind: kindOf(change, coding.hgvsc, genomic, meaning?.kind ?? null), hgvsp: protein, hgvsc: coding.hgvsc, transcript: coding.transcript, consequence: meaning?.consequence ?? null, genomic })
}

function kindOf(change: ReturnType<typeof parseProteinChange>, hgvsc: string | null, genomic: Alteration['genomic'], said: AlterationKind | null): AlterationKind {
  if (change) return change.kind === 'splice' ? 'splice' : ['substitution', 'nonsense', 'start_lost'].includes(change.kind) ? 'snv' : 'indel'
  if (said !== null) return said
  if (hgvsc !== null) return hgvsc.includes('>') ? 'snv' : 'indel'
  return genomic && genomic.ref.length === genomic.alt.length && genomic.ref !== '-' && genomic.alt !== '-' ? 'snv' : 'indel'
}
