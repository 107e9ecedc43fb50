import type { AnalysisInput } from '#src/domain/analysis.ts'
import type { Expression } from '#src/knowledge/expression.ts'
import { blankReading } from './blank-reading.ts'
import type { BlankReading } from './blank-reading.ts'
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

/** Marks of items: what was found can change the answer; nothing of it was found, yet the answer is not no. */
const held = 1
const blank = 2

/**
 * The items worth a look: all of this tumour type, and elsewhere those that name something that was found. Only those that what was found can change are
 * held against it; what the others say is known. With `only`, those of them alone.
 */
function candidates({ profile }: AnalysisInput, findings: Findings, index: KnowledgeIndex, view: TumourView, known: BlankReading, only: ReadonlySet<number> | null): Uint8Array {
  const chosen = new Uint8Array(index.items.length)
  for (const item of known.keys()) chosen[item] = blank
  const holdLocal = (items: readonly number[] | undefined) => { for (const item of items ?? []) if (view.matches[item] === 'same' || view.matches[item] === 'agnostic') chosen[item] = held }
  const hold = (items: readonly number[] | undefined) => { for (const item of items ?? []) chosen[item] = held }
  for (const gene of profile.wildType) holdLocal(index.mentions.ofGene.get(gene))
  for (const gene of findings.byGene.keys()) { holdLocal(index.mentions.ofGene.get(gene)); hold(index.itemsOfGene.get(gene)) }
  for (const measure of findings.measures.keys()) { holdLocal(index.mentions.ofMeasure(measure)); hold(index.itemsOfMeasure.get(measure)) }
  if (only) for (let item = 0; item < chosen.length; item++) if (!only.has(item)) chosen[item] = 0
  return chosen
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
  const known = blankReading(input, view, index)
  const chosen = candidates(input, findings, index, view, known, only)
  const verdicts = new Array<Verdict | undefined>(index.readings.count * 2).fill(undefined)
  const verdictOf = (at: number, item: EvidenceItem): Verdict => {
    const sensitivity = item.direction === 'sensitivity'
    // what one cell line showed of one change is not extended to another
    const mayExtend = sensitivity && clinicalLevels.has(item.level) && item.regimen.every(withinScope)
    const question = (index.readings.of[at] ?? 0) * 2 + (mayExtend ? 1 : 0)
    return (verdicts[question] ??= evaluate(item.expression, findings, { reach: sensitivity ? 'sensitivity' : 'resistance', inhibited: sensitivity ? item.inhibited : nothing, mayExtend }))
  }
  const matched: Matched[] = []
  const unknown: NotAssessed[] = []
  for (let at = 0; at < chosen.length; at++) {
    if (chosen[at] === 0) continue
    const listed = index.items[at]
    const tumour = view.matches[at]
    const item = listed && readIn(listed, input.jurisdiction, index.weights)
    if (!item || tumour === undefined || tumour === 'excluded' || disabled.has(item.id) || !isInForce(item.from, item.to, input.date)) continue
    if (input.mode === 'model-system' && item.direction === 'no_benefit' && clinicalLevels.has(item.level)) continue
    const verdict = (chosen[at] === blank ? known.get(at) : undefined) ?? verdictOf(at, item)
    if (verdict.value === 0 && (tumour === 'same' || tumour === 'agnostic')) unknown.push({ item, index: at, unknowns: verdict.unknowns })
    if (verdict.value !== 1) continue
    // a comparison holds among the patients who were compared
    if (item.direction === 'inferior_to' && tumour !== 'same' && tumour !== 'agnostic' && tumour !== 'broader') continue
    const percent = tumourPercent(item, tumour, index.weights)
    matched.push({ item, index: at, verdict, tumour, tumourPercent: percent, points: pointsOf(item, verdict, percent, index.weights) })
  }
  return { matched, unknown }
}
