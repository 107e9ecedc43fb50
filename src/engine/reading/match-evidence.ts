import type { AnalysisInput } from '#src/domain/analysis.ts'
import type { Expression } from '#src/knowledge/expression.ts'
import { blankReading } from './blank-reading.ts'
import type { BlankReading } from './blank-reading.ts'
import { evaluate } from './evaluate.ts'
import type { Findings, Unknown, Verdict } from './evaluate.ts'
import type { EvidenceItem } from '../release/evidence-item.ts'
import { itemsOn, tumourPercent } from './items-on.ts'
import type { ItemsOn, StandingItem } from './items-on.ts'
import type { KnowledgeIndex } from '../release/knowledge-index.ts'
import type { TumourView } from '../release/tumour-view.ts'
import type { TumourMatch } from '../release/tumour-match.ts'
import { percentOf } from '../release/weights.ts'
import type { Weights } from '../release/weights.ts'

/** An item that holds for the patient, with the points it has before it meets a regimen. */
export type Matched = { item: EvidenceItem; index: number; verdict: Verdict; tumour: TumourMatch; tumourPercent: number; points: number }
export type NotAssessed = { item: EvidenceItem; index: number; unknowns: readonly Unknown[] }
export type EvidenceReading = { matched: readonly Matched[]; unknown: readonly NotAssessed[] }

const nothing: ReadonlySet<string> = new Set()

/** Marks of items: what was found can change the answer; nothing of it was found, yet the answer is not no. */
const held = 1
const blank = 2

/**
 * The items worth a look: all of this tumour type, and elsewhere those that name something that was found. Only those that what was found can change are
 * held against it; what the others say is known. With `only`, those of them alone.
 */
function candidates({ profile }: AnalysisInput, findings: Findings, index: KnowledgeIndex, view: TumourView, known: BlankReading, only: ReadonlySet<number> | null): Uint8Array {
  const chosen = blankMarks(known, index.items.length).slice()
  const holdLocal = (items: readonly number[] | undefined) => { for (const item of items ?? []) if (view.matches[item] === 'same' || view.matches[item] === 'agnostic') chosen[item] = held }
  const hold = (items: readonly number[] | undefined) => { for (const item of items ?? []) chosen[item] = held }
  for (const gene of profile.wildType) holdLocal(index.mentions.ofGene.get(gene))
  for (const gene of findings.byGene.keys()) { holdLocal(index.mentions.ofGene.get(gene)); hold(index.itemsOfGene.get(gene)) }
  for (const measure of findings.measures.keys()) { holdLocal(index.mentions.ofMeasure(measure)); hold(index.itemsOfMeasure.get(measure)) }
  if (only) for (let item = 0; item < chosen.length; item++) if (!only.has(item)) chosen[item] = 0
  return chosen
}

const marks = new WeakMap<BlankReading, Uint8Array>()

function blankMarks(known: BlankReading, size: number): Uint8Array {
  let found = marks.get(known)
  if (!found) {
    found = new Uint8Array(size)
    for (const item of known.keys()) found[item] = blank
    marks.set(known, found)
  }
  return found
}

/** What an item comes to where nothing of it was found, by item: the same object for every case of one coverage and tumour type. */
type BlankResults = { standing: ItemsOn; matched: (Matched | undefined)[]; unknown: (NotAssessed | undefined)[] }
const results = new WeakMap<BlankReading, BlankResults>()

function blankResults(known: BlankReading, standing: ItemsOn): BlankResults {
  const last = results.get(known)
  if (last?.standing === standing) return last
  const made: BlankResults = { standing, matched: [], unknown: [] }
  for (const [at, verdict] of known) {
    const one = standing[at]
    if (!one) continue
    if (verdict.value === 1) made.matched[at] = asMatched(one, at, verdict)
    else if (verdict.value === 0) made.unknown[at] = { item: one.item, index: at, unknowns: verdict.unknowns }
  }
  results.set(known, made)
  return made
}

function asMatched({ item, tumour, tumourPercent: percent, worth }: StandingItem, index: number, verdict: Verdict): Matched {
  const points = Math.floor((Math.floor((worth * verdict.match) / 100) * verdict.confidence) / 100)
  return { item, index, verdict, tumour, tumourPercent: percent, points: item.direction === 'sensitivity' ? Math.floor((points * item.selection) / 100) : points }
}

/** A drug made for certain changes (its scope) does not extend to their neighbours; an unspecified mutation may still be one of them. */
function scopeReader(findings: Findings): (scope: Expression) => boolean {
  const known = new Map<Expression, boolean>()
  return (scope) => {
    let within = known.get(scope)
    if (within === undefined) { within = evaluate(scope, findings, { reach: 'strict', inhibited: nothing, mayExtend: false }).value === 1; known.set(scope, within) }
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
  const withinScope = scopeReader(findings)
  const standing = itemsOn(input, view, index)
  const known = blankReading(input, view, index)
  const unasked = blankResults(known, standing)
  const chosen = candidates(input, findings, index, view, known, only)
  const verdicts = new Array<Verdict | undefined>(index.readings.count * 2).fill(undefined)
  const verdictOf = (at: number, { item, mayExtend: may, scopes }: StandingItem): Verdict => {
    const sensitivity = item.direction === 'sensitivity'
    const mayExtend = may && (scopes.length === 0 || scopes.every(withinScope))
    const question = (index.readings.of[at] ?? 0) * 2 + (mayExtend ? 1 : 0)
    return (verdicts[question] ??= evaluate(item.expression, findings, { reach: sensitivity ? 'sensitivity' : 'resistance', inhibited: sensitivity ? item.inhibited : nothing, mayExtend }))
  }
  const matched: Matched[] = []
  const unknown: NotAssessed[] = []
  for (let at = 0; at < chosen.length; at++) {
    const one = chosen[at] === 0 ? null : standing[at]
    if (!one || (disabled.size > 0 && disabled.has(one.item.id))) continue
    const { item, tumour } = one
    if (chosen[at] === blank) {
      const missing = unasked.unknown[at]
      if (missing) { if (one.isLocal) unknown.push(missing); continue }
      const given = unasked.matched[at]
      if (given && (item.direction !== 'inferior_to' || one.isLocal || tumour === 'broader')) matched.push(given)
      continue
    }
    const verdict = verdictOf(at, one)
    if (verdict.value === -1) continue
    if (verdict.value === 0) { if (one.isLocal) unknown.push({ item, index: at, unknowns: verdict.unknowns }); continue }
    // a comparison holds among the patients who were compared
    if (item.direction === 'inferior_to' && !one.isLocal && tumour !== 'broader') continue
    matched.push(asMatched(one, at, verdict))
  }
  return { matched, unknown }
}
