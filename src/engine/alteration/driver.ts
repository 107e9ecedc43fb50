import type { Driver, Effect } from '#src/domain/analysis.ts'
import type { Biomarker } from '#src/domain/biomarker.ts'
import type { Classified } from './tumour-alteration.ts'

/** A driver gene with everything that hits it. `sign`: +1 switches its node on, -1 off, 0 when nobody knows. */
export type WorkingDriver = {
  gene: string
  alterations: readonly Classified[]
  /** The alteration that stands for the driver in interactions. */
  leading: Classified
  effect: Effect
  sign: 1 | -1 | 0
  confidence: number
  subclonal: boolean
  node: number
  secondHit: Driver['secondHit']
}

const effectOrder: Readonly<Record<Effect, number>> = { gain: 0, switch: 1, loss: 2, unknown: 3, neutral: 4 }

function leads(a: Classified, b: Classified): number {
  return b.result.confidence - a.result.confidence || Number(a.namedResistance) - Number(b.namedResistance) || effectOrder[a.result.effect] - effectOrder[b.result.effect] || (a.label < b.label ? -1 : a.label > b.label ? 1 : 0)
}

/**
 * Both copies hit? Two inactivating changes, a homozygous one, or one beside a copy loss. Otherwise the variant fraction decides where purity is stated:
 * above the middle between one copy of two (p/2) and the only copy left (p/(2-p)) the other copy is gone. Fractions in per mille, so that it repeats exactly.
 */
function secondHitOf(alterations: readonly Classified[], copyLoss: boolean, purity: number | null): Driver['secondHit'] {
  const losses = alterations.filter((one) => one.result.effect === 'loss')
  if (losses.length === 0) return 'not_stated'
  const both = losses.length > 1 || copyLoss || losses.some((one) => one.alteration.kind === 'deletion' || one.alteration.zygosity === 'homozygous' || one.alteration.zygosity === 'hemizygous')
  if (both) return 'biallelic'
  const vaf = losses[0]?.alteration.vaf ?? null
  if (vaf !== null && purity !== null && purity > 0 && losses[0]?.alteration.origin !== 'germline') {
    const p = Math.round(purity * 1000)
    const middle = Math.floor((Math.floor(p / 2) + Math.floor((p * 1000) / (2000 - p))) / 2)
    return Math.round(vaf * 1000) > middle ? 'biallelic' : 'single_hit'
  }
  return losses.some((one) => one.alteration.zygosity === 'heterozygous') ? 'single_hit' : 'not_stated'
}

export function purityOf(biomarkers: readonly Biomarker[]): number | null {
  const found = biomarkers.find((one) => one.name === 'PURITY' && one.status === 'measured' && typeof one.value === 'number')
  const value = typeof found?.value === 'number' ? found.value : null
  return value === null ? null : value > 1 ? value / 100 : value
}

/** Groups what has confidence by gene, in gene order. A reversion is no driver: it repairs. */
export function callDrivers(classified: readonly Classified[], biomarkers: readonly Biomarker[], nodeOfGene: ReadonlyMap<string, number>): WorkingDriver[] {
  const purity = purityOf(biomarkers)
  const copyLosses = new Set(classified.filter((one) => one.alteration.kind === 'loss').map((one) => one.alteration.gene))
  const byGene = Map.groupBy(classified.filter((one) => one.result.confidence > 0 && one.alteration.category !== 'reversion'), (one) => one.result.gene)
  return [...byGene.keys()].sort().flatMap((gene) => {
    const alterations = (byGene.get(gene) ?? []).toSorted(leads)
    const leading = alterations[0]
    if (!leading) return []
    const { effect, confidence } = leading.result
    return [{
      gene, alterations, leading, effect, confidence, sign: effect === 'gain' || effect === 'switch' ? 1 : effect === 'loss' ? -1 : 0,
      subclonal: alterations.every((one) => one.result.subclonal), node: nodeOfGene.get(gene) ?? -1, secondHit: secondHitOf(alterations, copyLosses.has(gene), purity),
    } satisfies WorkingDriver]
  })
}
