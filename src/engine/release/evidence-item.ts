import type { Jurisdiction, Level } from '#src/domain/analysis.ts'
import type { Expression, GeneMatch } from '#src/knowledge/expression.ts'
import type { Checked, EvidenceRow, LabelRow, TumourScope } from '#src/knowledge/schema.ts'
import type { z } from 'zod'
import type { Weights } from './weights.ts'

/** One fact that can give or take points: an evidence row, or an approved label as sensitivity evidence of level A. */
export type EvidenceItem = {
  id: string
  kind: 'evidence' | 'label'
  regimen: readonly string[]
  /** The regimen as one name, for lists and sorting. */
  therapy: string
  direction: EvidenceRow['direction']
  inferiorTo: readonly string[]
  /** Level that counts: a recalled row earns at most level C. */
  level: Level
  statedLevel: Level
  star: number
  cluster: string
  /** What counts once: the study cluster, and for a label all labels of its regimen. */
  study: string
  /** Of a label: whose it is. Null for evidence, which no border stops. */
  jurisdiction: Jurisdiction | null
  biomarker: string
  expression: Expression
  tumour: TumourScope
  reliefTargets: readonly string[]
  sources: readonly string[]
  checked: z.infer<typeof Checked>
  from: string | null
  to: string | null
  /** Genes and measures that must be present for the expression to hold. */
  genes: readonly string[]
  measures: readonly string[]
  /** Genes that a drug of the regimen inhibits: a loss of them earns no sensitivity. */
  inhibited: ReadonlySet<string>
  /** Percent for how much the biomarker selects: a target counts in full, see `selectionOf`. */
  selection: number
}

const levels: readonly Level[] = ['A', 'B', 'C', 'D', 'E']

export function weakerLevel(a: Level, b: Level): Level {
  return levels.indexOf(a) > levels.indexOf(b) ? a : b
}

/** Visits each atom that has to be true; atoms under NOT are left out. */
export function visitPositive(expression: Expression, visit: (atom: Extract<Expression, { op: 'gene' | 'measure' }>) => void): void {
  if (expression.op === 'gene' || expression.op === 'measure') { visit(expression); return }
  if (expression.op === 'and' || expression.op === 'or' || expression.op === 'cis' || expression.op === 'trans') for (const part of expression.of) visitPositive(part, visit)
}

const receptorStates: ReadonlySet<string> = new Set(['ER', 'PR', 'HR'])

/**
 * How much a biomarker selects. A target or a genomic state counts in full. One that only asks for the absence of resistance (RAS wild-type) is no target,
 * and hormone receptors with what is negative (HR+, HER2-) describe most tumours of their type: evidence on them speaks less of this very tumour.
 */
function selectionOf(expression: Expression, weights: Weights): number {
  let [target, receptor] = [false, false]
  visitPositive(expression, (atom) => {
    if (atom.op === 'gene') target ||= atom.match.kind !== 'wild_type'
    else if (receptorStates.has(atom.name)) receptor = true
    else target ||= atom.test.kind !== 'negative' && atom.test.kind !== 'below'
  })
  return target ? weights.selection.target : receptor ? weights.selection.receptor : weights.selection.exclusion
}

function presentAtoms(expression: Expression): { genes: string[]; measures: string[] } {
  const genes = new Set<string>()
  const measures = new Set<string>()
  visitPositive(expression, (atom) => {
    if (atom.op === 'measure') measures.add(atom.name)
    else if (atom.match.kind !== 'wild_type') genes.add(atom.gene)
  })
  return { genes: [...genes].sort(), measures: [...measures].sort() }
}

export function fromEvidence(row: EvidenceRow, expression: Expression, inhibited: ReadonlySet<string>, weights: Weights): EvidenceItem {
  const recalled = row.checked === 'recalled'
  return {
    id: row.id, kind: 'evidence', regimen: row.regimen, therapy: row.regimen.toSorted().join('+'), direction: row.direction, inferiorTo: row.inferiorTo ?? [],
    // the weights file holds a level of the enumeration
    level: recalled ? weakerLevel(row.level, weights.recalledLevel as Level) : row.level, statedLevel: row.level,
    star: row.stars === null ? weights.stars.none : weights.stars[String(row.stars) as '1'] /* the schema holds stars to 1..5 */,
    cluster: row.cluster, study: row.cluster, jurisdiction: null, biomarker: row.biomarker, expression, tumour: row.tumour, reliefTargets: row.reliefTargets, sources: row.sources, checked: row.checked,
    from: row.validFrom, to: row.validTo, ...presentAtoms(expression), inhibited, selection: selectionOf(expression, weights),
  }
}

/** Does the expression ask for anything to be there? A row that only excludes (`NOT EGFR mutation AND NOT ALK fusion`) is no biomarker: it selects nobody. */
export function selects(expression: Expression): boolean {
  let found = false
  visitPositive(expression, () => { found = true })
  return found
}

const curativeWords: readonly string[] = ['adjuvant', 'perioperative', 'stage iii', 'muscle invasive']

/** Is a label given for disease that can still be cured only (adjuvant, perioperative, stage III after chemoradiation)? A run reads advanced disease. */
function isForCurativeSetting(setting: string): boolean {
  const words = setting.toLowerCase()
  return curativeWords.some((word) => words.includes(word)) && !words.includes('metastatic')
}

/**
 * A label speaks by itself: no stars, level A, one study cluster with its pivotal trial. What was shown where cure was the aim was not shown in advanced
 * disease (durvalumab after chemoradiation says nothing of stage IV): such a label counts as clinical evidence of another setting.
 */
export function fromLabel(row: LabelRow, expression: Expression, inhibited: ReadonlySet<string>, weights: Weights): EvidenceItem {
  const { labelLevels } = weights
  const level = (isForCurativeSetting(row.setting) ? labelLevels.curative : labelLevels.home) as Level // the weights file holds levels of the enumeration
  return {
    id: row.id, kind: 'label', regimen: row.regimen, therapy: row.regimen.toSorted().join('+'), direction: 'sensitivity', inferiorTo: [],
    level: row.checked === 'recalled' ? weakerLevel(level, weights.recalledLevel as Level /* as above */) : level, statedLevel: 'A', star: 100,
    cluster: row.cluster, study: `label ${row.regimen.join('+')}`, jurisdiction: row.jurisdiction, biomarker: row.biomarker, expression, tumour: row.tumour, reliefTargets: [], sources: [row.source], checked: row.checked,
    from: row.from, to: row.to, ...presentAtoms(expression), inhibited, selection: selectionOf(expression, weights),
  }
}

/** A category that evidence names for a gene; `mutation` and `wild_type` name nothing in particular, a whole domain neither. */
export type NamedCategory = { text: string; match: GeneMatch; clinical: boolean; resistance: boolean }

export function namesSomething(match: GeneMatch): boolean {
  return match.kind !== 'mutation' && match.kind !== 'wild_type' && match.kind !== 'domain' && match.kind !== 'functional_class' && match.kind !== 'expression' && match.kind !== 'overexpression'
}

const abroad = new WeakMap<EvidenceItem, EvidenceItem>()

/** A label as it counts where a case is read: of another agency it is the evidence of its trial, yet no approval here. Made once an item. */
export function readIn(item: EvidenceItem, jurisdiction: Jurisdiction, weights: Weights): EvidenceItem {
  if (item.jurisdiction === null || item.jurisdiction === jurisdiction) return item
  let foreign = abroad.get(item)
  if (!foreign) { foreign = { ...item, level: weakerLevel(item.level, weights.labelLevels.abroad as Level /* as above */) }; abroad.set(item, foreign) }
  return foreign
}
