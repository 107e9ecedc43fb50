import type { Alteration } from '#src/domain/alteration.ts'
import type { TumourTree } from '#src/knowledge/tumour-tree.ts'
import type { Measures } from './measure.ts'

/**
 * Genes in which one change is nearly every oncogenic mutation of a tumour type: V600E is nine in ten of the BRAF mutations of melanoma, colorectal and
 * differentiated thyroid cancer (Davies 2002, PMID 12068308; recalled: TCGA). No other gene of the release has such a change in such a number of tumours.
 */
const usual: readonly { gene: string; tumours: readonly string[]; hgvsp: string }[] = [{ gene: 'BRAF', tumours: ['MEL', 'COADREAD', 'WDTC'], hgvsp: 'p.V600E' }]

/**
 * A model catalogue often states a gene as mutated and no more. There the usual change is meant; for a patient the report has to say which, since a rare
 * change of the same gene (BRAF class 2 or 3) calls for another therapy. Model systems only.
 */
export function asUsualChange(one: Alteration, tumourType: string, tree: TumourTree): Alteration {
  if (one.category !== 'oncogenic_mutation' || one.hgvsp !== null) return one
  const found = usual.find((known) => known.gene === one.gene && known.tumours.some((code) => tree.isWithin(tumourType, code)))
  return found ? { ...one, kind: 'snv', hgvsp: found.hgvsp, category: null } : one
}

const receptors: readonly string[] = ['HR', 'ER', 'PR']

/**
 * Breast cancer that grows in a model is mostly receptor-negative: as xenografts take 51 % of the triple-negative, 5 % of the luminal B and none of the luminal A
 * tumours (BEAUTY, DOI 10.1186/s13058-017-0920-8). Where no receptor was stated, it is read so. Model systems only.
 */
export function withUsualReceptors(measures: Measures, tumourType: string, tree: TumourTree): Measures {
  return !tree.isWithin(tumourType, 'BRCA') || receptors.some((name) => measures.has(name)) ? measures : new Map([...measures, ['HR', { call: 'low' as const, value: 'negative' }]])
}
