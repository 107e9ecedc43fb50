import type { AnalysisInput } from '#src/domain/analysis.ts'
import type { Coverage } from '#src/domain/profile.ts'
import type { Expression } from '#src/knowledge/expression.ts'
import { evaluate } from './evaluate.ts'
import type { Findings, Verdict } from './evaluate.ts'
import type { KnowledgeIndex } from '../release/knowledge-index.ts'
import type { TumourView } from '../release/tumour-view.ts'

/** Items of a tumour type that are not false where nothing of theirs was found, by item: what was not looked at, and what asks for absence alone. */
export type BlankReading = ReadonlyMap<number, Verdict>

const nothing: ReadonlySet<string> = new Set()
const shared = new WeakMap<TumourView['matches'], { all?: BlankReading; unknown?: BlankReading }>()
const ofPanel = new WeakMap<readonly string[], Map<TumourView['matches'], BlankReading>>()

/**
 * What the items of a tumour type say where nothing of theirs was found. That hangs on the tumour type and the coverage alone, and is most of what a case has
 * to be held against, so that it is read once for all cases of one coverage; how far one may go beyond a category does not matter where there is nothing.
 */
export function blankReading(input: AnalysisInput, view: TumourView, index: KnowledgeIndex): BlankReading {
  const { coverage } = input.profile
  if (coverage.kind === 'genes') {
    const known = ofPanel.get(coverage.genes) ?? new Map<TumourView['matches'], BlankReading>()
    ofPanel.set(coverage.genes, known)
    const reading = known.get(view.matches) ?? readBlank(input, view, index)
    known.set(view.matches, reading)
    return reading
  }
  const known = shared.get(view.matches) ?? {}
  shared.set(view.matches, known)
  return (known[coverage.kind] ??= readBlank(input, view, index))
}

function isCoveredBy(coverage: Coverage): (gene: string) => boolean {
  if (coverage.kind !== 'genes') return () => coverage.kind === 'all'
  const genes = new Set(coverage.genes)
  return (gene) => genes.has(gene)
}

function readBlank({ tumourType, profile }: AnalysisInput, view: TumourView, index: KnowledgeIndex): BlankReading {
  const findings: Findings = {
    tumourType, tree: index.knowledge.tree, byGene: new Map(), isCovered: isCoveredBy(profile.coverage), measures: new Map(), isResistanceChange: () => false, weights: index.weights,
  }
  const verdicts = new Map<Expression, Verdict>()
  const blank = new Map<number, Verdict>()
  for (const at of view.local) {
    const expression = index.items[at]?.expression
    if (!expression) continue
    let verdict = verdicts.get(expression)
    if (!verdict) { verdict = evaluate(expression, findings, { reach: 'strict', inhibited: nothing, mayExtend: false }); verdicts.set(expression, verdict) }
    if (verdict.value !== -1) blank.set(at, verdict)
  }
  return blank
}
