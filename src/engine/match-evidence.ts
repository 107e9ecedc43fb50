import type { AnalysisInput } from '#src/domain/analysis.ts'
import type { Expression } from '#src/knowledge/expression.ts'
import { evaluate } from './evaluate.ts'
import type { Findings, Unknown, Verdict } from './evaluate.ts'
import { readIn } from './evidence-item.ts'
import type { EvidenceItem } from './evidence-item.ts'
import { isInForce } from './label-state.ts'
import type { KnowledgeIndex } from './knowledge-index.ts'
import type { TumourView } from './tumour-view.ts'
import type { TumourMatch } from './tumour-match.ts'
import { clinicalLevels, percentOf } from './weights.ts'
import type { Weights } from './weights.ts'

/** An item that holds for the patient, with the points it has before it meets a regimen. */
export type Matched = { item: EvidenceItem; index: number; verdict: Verdict; tumour: TumourMatch; tumourPercent: number; points: number }
export type NotAssessed = { item: EvidenceItem; index: number; unknowns: readonly Unknown[] }
export type EvidenceReading = { matched: readonly Matched[]; unknown: readonly NotAssessed[] }

const nothing: ReadonlySet<string> = new Set()

/** A negative trial speaks of its own population, proven resistance of the target: the two carry over differently. */
export function tumourPercent(item: Pick<EvidenceItem, 'direction' | 'level'>, match: TumourMatch, weights: Weights): number {
  const { tumour } = weights
  if (match === 'excluded') return 0
  if (match === 'same' || match === 'agnostic' || match === 'broader') return tumour[match]
  const table = item.direction === 'resistance' ? tumour.resistance : clinicalLevels.has(item.level) ? tumour.sensitivity : tumour.preclinical
  return table[match]
}

/** The items worth a look: all of this tumour type, and elsewhere those that name something that was found. In item order. With `only`, those of them alone. */
function candidates(findings: Findings, index: KnowledgeIndex, view: TumourView, only: ReadonlySet<number> | null): number[] {
  const chosen = new Uint8Array(index.items.length)
  for (const item of view.local) chosen[item] = 1
  for (const gene of findings.byGene.keys()) for (const item of index.itemsOfGene.get(gene) ?? []) chosen[item] = 1
  for (const measure of findings.measures.keys()) for (const item of index.itemsOfMeasure.get(measure) ?? []) chosen[item] = 1
  const items: number[] = []
  for (let item = 0; item < chosen.length; item++) if (chosen[item] === 1 && (!only || only.has(item))) items.push(item)
  return items
}

/** A drug made for certain changes (its scope) does not extend to their neighbours; an unspecified mutation may still be one of them. */
export function scopeReader(findings: Findings, index: KnowledgeIndex): (drug: string) => boolean {
  const known = new Map<string, boolean>()
  return (drug) => {
    let within = known.get(drug)
    if (within === undefined) {
      const scope: Expression | undefined = index.knowledge.scopes.get(drug)
      within = scope === undefined || evaluate(scope, findings, { reach: 'strict', inhibited: nothing, mayExtend: false }).value === 1
      known.set(drug, within)
    }
    return within
  }
}

/** Points of an item that holds, before it meets a regimen. */
function pointsOf(item: EvidenceItem, verdict: Verdict, percent: number, weights: Weights): number {
  return percentOf(weights.base[item.level], item.star, percent, verdict.match, verdict.confidence, item.direction === 'sensitivity' ? item.selection : 100)
}

/** The same reading under other weights: what an item is worth changes, whether it holds does not. An item that is worth the same stays the same object. */
export function reweigh(reading: EvidenceReading, weights: Weights): EvidenceReading {
  return {
    unknown: reading.unknown,
    matched: reading.matched.map((one) => {
      const percent = tumourPercent(one.item, one.tumour, weights)
      const points = pointsOf(one.item, one.verdict, percent, weights)
      return percent === one.tumourPercent && points === one.points ? one : { ...one, tumourPercent: percent, points }
    }),
  }
}

/** Holds every candidate item against the findings; with `only`, those of them alone. Rows not in force, switched off, or clinical failures in model-system mode are left out. */
export function matchEvidence(input: AnalysisInput, findings: Findings, index: KnowledgeIndex, only: ReadonlySet<number> | null): EvidenceReading {
  const view = index.tumourView(input.tumourType)
  const disabled = new Set(input.overrides.disabledEvidence)
  const withinScope = scopeReader(findings, index)
  const matched: Matched[] = []
  const unknown: NotAssessed[] = []
  for (const at of candidates(findings, index, view, only)) {
    const listed = index.items[at]
    const tumour = view.matches[at]
    const item = listed && readIn(listed, input.jurisdiction, index.weights)
    if (!item || tumour === undefined || tumour === 'excluded' || disabled.has(item.id) || !isInForce(item.from, item.to, input.date)) continue
    if (input.mode === 'model-system' && item.direction === 'no_benefit' && clinicalLevels.has(item.level)) continue
    const sensitivity = item.direction === 'sensitivity'
    // what one cell line showed of one change is not extended to another
    const mayExtend = sensitivity && clinicalLevels.has(item.level) && item.regimen.every((drug) => withinScope(drug))
    const verdict = evaluate(item.expression, findings, { reach: sensitivity ? 'sensitivity' : 'resistance', inhibited: sensitivity ? item.inhibited : nothing, mayExtend })
    if (verdict.value === 0 && (tumour === 'same' || tumour === 'agnostic')) unknown.push({ item, index: at, unknowns: verdict.unknowns })
    if (verdict.value !== 1) continue
    // a comparison holds among the patients who were compared
    if (item.direction === 'inferior_to' && tumour !== 'same' && tumour !== 'agnostic' && tumour !== 'broader') continue
    const percent = tumourPercent(item, tumour, index.weights)
    matched.push({ item, index: at, verdict, tumour, tumourPercent: percent, points: pointsOf(item, verdict, percent, index.weights) })
  }
  return { matched, unknown }
}
