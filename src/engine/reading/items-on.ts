import type { AnalysisInput } from '#src/domain/analysis.ts'
import type { Expression } from '#src/knowledge/expression.ts'
import { readIn } from '../release/evidence-item.ts'
import type { EvidenceItem } from '../release/evidence-item.ts'
import type { KnowledgeIndex } from '../release/knowledge-index.ts'
import { isInForce } from '../release/label-state.ts'
import type { TumourMatch } from '../release/tumour-match.ts'
import type { TumourView } from '../release/tumour-view.ts'
import { clinicalLevels, percentOf } from '../release/weights.ts'
import type { Weights } from '../release/weights.ts'

/** An item as it stands for every case of one tumour type, day, jurisdiction and mode. `worth` are its points before the patient is looked at. */
export type StandingItem = { item: EvidenceItem; tumour: TumourMatch; tumourPercent: number; worth: number; isLocal: boolean; mayExtend: boolean; scopes: readonly Expression[] }

/** By item; null where it does not stand: not in force, excluded for the type, or a clinical failure in a model system. */
export type ItemsOn = readonly (StandingItem | null)[]

const noScopes: readonly Expression[] = []
const latest = new WeakMap<TumourView['matches'], { key: string; weights: Weights; items: ItemsOn }>()

/** A negative trial speaks of its own population, proven resistance of the target: the two carry over differently. */
export function tumourPercent(item: Pick<EvidenceItem, 'direction' | 'level'>, match: TumourMatch, weights: Weights): number {
  const { tumour } = weights
  if (match === 'excluded') return 0
  if (match === 'same' || match === 'agnostic' || match === 'broader') return tumour[match]
  const table = item.direction === 'resistance' ? tumour.resistance : clinicalLevels.has(item.level) ? tumour.sensitivity : tumour.preclinical
  return table[match]
}

/** Nothing in this depends on a patient. One reading is kept per tumour type: runs of one day come together. */
export function itemsOn(input: AnalysisInput, view: TumourView, index: KnowledgeIndex): ItemsOn {
  const key = `${input.date} ${input.jurisdiction} ${input.mode}`
  const known = latest.get(view.matches)
  if (known?.key === key && known.weights === index.weights) return known.items
  const items = index.items.map((listed, at) => standing(listed, view.matches[at] ?? 'excluded', input, index))
  latest.set(view.matches, { key, weights: index.weights, items })
  return items
}

function standing(listed: EvidenceItem, tumour: TumourMatch, input: AnalysisInput, index: KnowledgeIndex): StandingItem | null {
  const { weights } = index
  const item = readIn(listed, input.jurisdiction, weights)
  if (tumour === 'excluded' || !isInForce(item.from, item.to, input.date)) return null
  const isClinical = clinicalLevels.has(item.level)
  if (input.mode === 'model-system' && item.direction === 'no_benefit' && isClinical) return null
  const isLocal = tumour === 'same' || tumour === 'agnostic'
  const percent = tumourPercent(item, tumour, weights)
  // what one cell line showed of one change is not extended to another
  const mayExtend = item.direction === 'sensitivity' && isClinical
  const scopes = mayExtend ? item.regimen.flatMap((drug) => index.knowledge.scopes.get(drug) ?? []) : noScopes
  return { item, tumour, tumourPercent: percent, worth: percentOf(weights.base[item.level], item.star, percent), isLocal, mayExtend, scopes: scopes.length === 0 ? noScopes : scopes }
}
