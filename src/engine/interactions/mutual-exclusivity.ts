import type { WorkingDriver } from '../alteration/driver.ts'

/**
 * Initiating drivers of one pathway, of which a tumour has need of one: two of them together, both clonal, ask for a look at the data (mixed samples,
 * two tumours, an artefact). Source: Sanchez-Vega 2018, TCGA signalling pathways (PMID 29625050). Acquired pairs such as BRAF V600E with NRAS Q61
 * also occur under treatment; that is said by the resistance evidence, and both may stand.
 */
const initiators: ReadonlySet<string> = new Set(['KRAS', 'NRAS', 'HRAS', 'BRAF', 'EGFR', 'ALK', 'ROS1', 'RET', 'NTRK1', 'NTRK2', 'NTRK3', 'ERBB2', 'FGFR2', 'FGFR3', 'KIT', 'PDGFRA', 'GNAQ', 'GNA11', 'MET'])
const others: readonly (readonly [string, string])[] = [['IDH1', 'IDH2'], ['APC', 'CTNNB1'], ['CDKN2A', 'RB1'], ['TP53', 'MDM2'], ['VHL', 'EPAS1'], ['SPOP', 'ERG']]
const source = 'PMID:29625050'

/** An amplification comes on top of an initiating change often enough; only mutations and fusions count here. */
function initiates(driver: WorkingDriver): boolean {
  return initiators.has(driver.gene) && driver.sign === 1 && driver.alterations.some((one) => (one.sequence || one.fusion) && !one.namedResistance && one.result.confidence >= 80)
}

/** Sources of the statement that the two seldom come together; null when nothing is said. */
export function exclusivePair(a: WorkingDriver, b: WorkingDriver): readonly string[] | null {
  if (initiates(a) && initiates(b)) return [source]
  return others.some(([x, y]) => (a.gene === x && b.gene === y) || (a.gene === y && b.gene === x)) ? [source] : null
}
