import type { Expression } from '#src/knowledge/expression.ts'
import { evaluate } from '../reading/evaluate.ts'
import type { Findings } from '../reading/evaluate.ts'
import { isOwnCombination } from '../score/own-combination.ts'
import type { InteractionBook } from '../interactions/interaction-book.ts'
import type { KnowledgeIndex } from '../release/knowledge-index.ts'
import { labelsOn } from '../score/label-status.ts'
import type { EvidenceReading, Matched } from '../reading/match-evidence.ts'
import type { CaseReading } from './read-case.ts'
import type { Regimen } from '../release/regimen.ts'
import type { Scoring, Spoken } from '../score/scoring.ts'

const none: ReadonlySet<string> = new Set()

/** Most lists stay empty: they are one and are never written to. */
const empty: Matched[] = []

type Lists = { [Name in keyof Spoken]: Matched[] }

/** Spreads the matched items over the regimens they speak of. */
function spread(reading: EvidenceReading, index: KnowledgeIndex): (Lists | undefined)[] {
  const spoken = new Array<Lists | undefined>(index.regimens.length).fill(undefined)
  for (const matched of reading.matched) {
    const { direction } = matched.item
    for (const { regimen, percent } of index.applications[matched.index] ?? []) {
      const lists = (spoken[regimen] ??= { whole: empty, part: empty, against: empty, inferior: empty, remarked: empty })
      const name = direction === 'sensitivity' ? (percent === 100 ? 'whole' : 'part') : direction === 'inferior_to' ? 'inferior' : direction === 'note' ? 'remarked' : 'against'
      if (lists[name] === empty) lists[name] = [matched]
      else lists[name].push(matched)
    }
  }
  return spoken
}

function strictReader(findings: Findings): (expression: Expression) => 1 | 0 | -1 {
  const known = new Map<Expression, 1 | 0 | -1>()
  return (expression) => {
    let value = known.get(expression)
    if (value === undefined) { value = evaluate(expression, findings, { reach: 'strict', inhibited: none, mayExtend: false }).value; known.set(expression, value) }
    return value
  }
}

/** Arranges a reading by regimen, ready to be scored. What a varied reading has in common with `base`, the scoring of the unvaried one, is taken from there. */
export function scoringOf(read: CaseReading, book: InteractionBook, base?: Scoring): Scoring {
  const { input, index, drivers, evidence, mechanisms } = read
  const view = index.tumourView(input.tumourType)
  if (base && base.matched === evidence.matched && base.index.applications === index.applications && base.mechanisms === mechanisms) return { ...base, index, view, book }
  const spokenOf = new Set<string>()
  for (const { item, verdict } of evidence.matched) if (item.direction === 'sensitivity') for (const hit of verdict.hits) spokenOf.add(hit.result.gene)
  return {
    input, index, view, drivers, reachable: drivers.map((driver, i) => spokenOf.has(driver.gene) || (mechanisms[i]?.hitDrugs.length ?? 0) > 0),
    mechanisms, matched: evidence.matched, spoken: spread(evidence, index), book, labelsOf: labelsOn(input.date, view), holds: base?.holds ?? strictReader(read.findings),
    withdrawnDrugs: index.withdrawnDrugs(input.date, input.jurisdiction),
  }
}

/**
 * Regimens that could be listed: single drugs that evidence, mechanism or their class's record speaks of; combinations that evidence names as such, or
 * that are approved here. A combination known for something else is not scored at all.
 */
export function candidates(at: Scoring): Regimen[] {
  const { regimens, drugs, singleOf } = at.index
  const chosen = new Uint8Array(regimens.length)
  for (const id of at.view.known) chosen[id] = 1
  for (const reach of at.mechanisms) for (const drug of reach.hitDrugs) chosen[singleOf[drug] ?? -1] = 1
  if (at.input.mode === 'model-system') for (const drug of drugs) chosen[singleOf[drug.index] ?? -1] = 1
  return regimens.filter((regimen) => chosen[regimen.id] === 1 || isNamed(regimen, at))
}

/** Does evidence name the very regimen? A single drug is named by whatever speaks for or against it. */
function isNamed(regimen: Regimen, at: Scoring): boolean {
  const spoken = at.spoken[regimen.id]
  if (!spoken) return false
  return regimen.drugs.length > 1 ? isOwnCombination(regimen, spoken, at) : spoken.whole.length > 0 || spoken.part.length > 0 || spoken.against.length > 0
}
