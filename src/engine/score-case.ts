import type { Expression } from '#src/knowledge/expression.ts'
import { evaluate } from './evaluate.ts'
import type { Findings } from './evaluate.ts'
import { isOwnCombination } from './own-combination.ts'
import type { InteractionBook } from './interaction-book.ts'
import type { KnowledgeIndex } from './knowledge-index.ts'
import type { EvidenceReading, Matched } from './match-evidence.ts'
import type { CaseReading } from './read-case.ts'
import type { Regimen } from './regimen.ts'
import type { Applied, Scoring } from './scoring.ts'

const none: ReadonlySet<string> = new Set()

type Tables = Pick<Scoring, 'sensitivity' | 'against' | 'inferior' | 'remarked'>

/** Spreads the matched items over the regimens they speak of. */
function spread(reading: EvidenceReading, index: KnowledgeIndex): Tables {
  const sensitivity = new Map<number, Applied[]>()
  const [against, inferior, remarked] = [new Map<number, Matched[]>(), new Map<number, Matched[]>(), new Map<number, Matched[]>()]
  for (const matched of reading.matched) {
    const { direction } = matched.item
    for (const { regimen, percent } of index.applications[matched.index] ?? []) {
      if (direction === 'sensitivity') {
        const list = sensitivity.get(regimen)
        if (list) list.push({ matched, percent })
        else sensitivity.set(regimen, [{ matched, percent }])
        continue
      }
      const table = direction === 'inferior_to' ? inferior : direction === 'note' ? remarked : against
      const list = table.get(regimen)
      if (list) list.push(matched)
      else table.set(regimen, [matched])
    }
  }
  return { sensitivity, against, inferior, remarked }
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
  const spokenOf = new Set(evidence.matched.filter((one) => one.item.direction === 'sensitivity').flatMap((one) => one.verdict.hits.map((hit) => hit.result.gene)))
  return {
    input, index, view, drivers, reachable: drivers.map((driver, i) => spokenOf.has(driver.gene) || mechanisms.some((one) => one?.hits[i] != null)),
    mechanisms, matched: evidence.matched, ...spread(evidence, index), book, sourcesOfEdge: index.sourcesOfEdge, holds: base?.holds ?? strictReader(read.findings),
    withdrawnDrugs: index.withdrawnDrugs(input.date, input.jurisdiction),
  }
}

/**
 * Regimens that could be listed: single drugs that evidence, mechanism or their class's record speaks of; combinations that evidence names as such, or
 * that are approved here. A combination known for something else is not scored at all.
 */
export function candidates(at: Scoring): Regimen[] {
  const { regimens, drugs } = at.index
  const ids = new Set(at.view.known)
  for (const id of [...at.sensitivity.keys(), ...at.against.keys()]) {
    const regimen = regimens[id]
    if (regimen && (regimen.drugs.length === 1 || isOwnCombination(regimen, at))) ids.add(id)
  }
  for (const drug of drugs) {
    if (at.mechanisms[drug.index]?.hits.some((hit) => hit !== null) || at.input.mode === 'model-system') ids.add(at.index.singleOf[drug.index] ?? -1)
  }
  return [...ids].sort((a, b) => a - b).flatMap((id) => regimens[id] ?? [])
}
