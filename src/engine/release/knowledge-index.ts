import type { Jurisdiction } from '#src/domain/analysis.ts'
import type { Knowledge } from '#src/knowledge/knowledge.ts'
import type { Expression, GeneMatch } from '#src/knowledge/expression.ts'
import type { LethalityRow } from '#src/knowledge/schema.ts'
import { applicationsAt } from './applications.ts'
import type { Application, ApplicationsAt } from './applications.ts'
import { recordsOf } from './class-record.ts'
import { fromEvidence, fromLabel, namesSomething, selects, visitPositive } from './evidence-item.ts'
import type { EvidenceItem, NamedCategory } from './evidence-item.ts'
import { withdrawnDrugs } from './label-state.ts'
import { mentionsIn, readingsOf } from './item-mentions.ts'
import type { Mentions } from './item-mentions.ts'
import { buildPathTable } from './path-table.ts'
import type { PathTable } from './path-table.ts'
import { geneFacts } from './gene-facts.ts'
import type { GeneFacts } from './gene-facts.ts'
import { openReaches } from './reach.ts'
import type { ReachOf } from './reach.ts'
import { buildDrugs, buildRegimens, regimensOf } from './regimen.ts'
import type { EngineDrug, Regimen } from './regimen.ts'
import { tumourViews } from './tumour-view.ts'
import type { TumourView } from './tumour-view.ts'
import { clinicalLevels, weights as defaultWeights } from './weights.ts'
import type { Weights } from './weights.ts'

/** A lethality row with the drugs that act on the partner. */
export type EngineLethality = { row: LethalityRow; expression: Expression; drugs: ReadonlySet<number> }

/** The release arranged for look-ups by gene; building it is the only slow step. Nothing in it depends on a patient. */
export type KnowledgeIndex = {
  readonly knowledge: Knowledge
  readonly weights: Weights
  readonly items: readonly EvidenceItem[]
  readonly applications: readonly (readonly Application[])[]
  readonly applicationsAt: ApplicationsAt
  readonly itemsOfGene: ReadonlyMap<string, readonly number[]>
  readonly itemsOfMeasure: ReadonlyMap<string, readonly number[]>
  readonly mentions: Mentions
  /** Number of the question that an item asks of the findings, by item. */
  readonly readings: { readonly of: Int32Array; readonly count: number }
  readonly drugs: readonly EngineDrug[]
  /** Class of a drug by its name. */
  readonly classOf: ReadonlyMap<string, string>
  readonly regimens: readonly Regimen[]
  readonly regimenKeys: ReadonlySet<string>
  readonly regimensOfDrug: readonly (readonly number[])[]
  /** Regimen of a drug alone, by drug. */
  readonly singleOf: readonly number[]
  readonly resistanceChanges: ReadonlySet<string>
  readonly nodeOfGene: ReadonlyMap<string, number>
  readonly paths: PathTable
  readonly effectors: readonly number[]
  /** What the network says of a driver and every drug. */
  readonly reachOf: ReachOf
  /** By the node that removes a second messenger: the nodes that make it. */
  readonly makersOf: ReadonlyMap<number, readonly number[]>
  readonly lethalityOfGene: ReadonlyMap<string, readonly EngineLethality[]>
  readonly factsOf: (gene: string) => GeneFacts
  readonly tumourView: (code: string) => TumourView
  /** Drugs whose every approval in a jurisdiction has ended on a day, or that were withdrawn elsewhere and never approved there. */
  readonly withdrawnDrugs: (date: string, jurisdiction: Jurisdiction) => ReadonlySet<string>
  readonly sourcesOfEdge: ReadonlyMap<string, readonly string[]>
}

/** Effectors on which roads meet; ids as the network names them. */
const effectorIds = ['ERK', 'AKT', 'MTORC1', 'E2F', 'STAT3', 'ESR1', 'AR', 'GLI', 'CTNNB1', 'HRR']

/**
 * Arranges a knowledge release for the engine. Rows are sorted by id first, so that their order in the files decides nothing; a row given twice counts once.
 * `weights` is replaced only by the robustness report.
 */
export function indexKnowledge(knowledge: Knowledge, weights: Weights = defaultWeights): KnowledgeIndex {
  const drugsOfClass = classMembers(knowledge)
  const items = readItems(knowledge, drugsOfClass, weights)
  const names = new Set<string>()
  for (const item of items) for (const set of regimensOf(item.regimen, drugsOfClass)) for (const name of set) names.add(name)
  for (const label of knowledge.labels) for (const name of label.row.regimen) names.add(name)
  const paths = buildPathTable(knowledge.nodes.values(), knowledge.edges, weights)
  const nodeOfGene = nodesOfGenes(knowledge, paths)
  const drugs = buildDrugs(knowledge, names, nodeOfGene)
  const regimens = buildRegimens(drugs, items, knowledge.labels, drugsOfClass)
  const regimensOfDrug: number[][] = drugs.map(() => [])
  for (const regimen of regimens) for (const drug of regimen.drugIndexes) regimensOfDrug[drug]?.push(regimen.id)
  const named = namedCategories(items, drugsOfClass, (drug) => knowledge.therapies.get(drug)?.class ?? drug)
  const withdrawn = new Map<string, ReadonlySet<string>>()
  const applications = applicationsAt(items, regimens, drugsOfClass)
  const effectors = effectorIds.flatMap((id) => paths.indexOf.get(id) ?? [])
  const makersOf = makersOfMessengers(knowledge, paths)
  const itemsOfGene = groupItems(items, (item) => item.genes)
  const variantsOfGene = Map.groupBy(knowledge.variants.toSorted((a, b) => (a.row.id < b.row.id ? -1 : 1)), (one) => one.row.gene)
  return {
    knowledge, weights, items, drugs, classOf: new Map(drugs.map((drug) => [drug.name, drug.class])), regimens, singleOf: singleRegimens(drugs, regimens), regimenKeys: new Set(regimens.map((regimen) => regimen.key)), regimensOfDrug, nodeOfGene, paths,
    applications: applications(weights.subsetRegimen), applicationsAt: applications,
    itemsOfGene, itemsOfMeasure: groupItems(items, (item) => item.measures), mentions: mentionsIn(items), readings: readingsOf(items),
    resistanceChanges: new Set([...named.values()].flat().filter((one) => one.resistance && (one.match.kind === 'change' || one.match.kind === 'codon')).map((one) => one.text)),
    lethalityOfGene: lethalities(knowledge, drugs, drugsOfClass),
    effectors, makersOf, reachOf: openReaches({ knowledge, paths, effectors, makersOf, drugs, weights }),
    factsOf: geneFacts(knowledge, variantsOfGene, named, itemsOfGene, nodeOfGene),
    tumourView: tumourViews(items, regimens, knowledge, weights),
    withdrawnDrugs: (date, jurisdiction) => {
      const key = `${date} ${jurisdiction}`
      let names = withdrawn.get(key)
      if (!names) { names = withdrawnDrugs(knowledge, date, jurisdiction); withdrawn.set(key, names) }
      return names
    },
    sourcesOfEdge: new Map(knowledge.edges.map((edge) => [`${edge.from}>${edge.to}`, edge.sources])),
  }
}

/**
 * The same index under other weights, for the robustness report: only what weights touch is made anew. The weights of the path table and of reading the
 * rows (`path`, `stars`, `selection`, `recalledLevel`) are not judged there and must not be changed here.
 */
export function withWeights(index: KnowledgeIndex, weights: Weights): KnowledgeIndex {
  const changed = { ...index, weights, applications: index.applicationsAt(weights.subsetRegimen) }
  const sameNetwork = (['mechanism', 'bypass', 'convergence'] as const).every((name) => JSON.stringify(weights[name]) === JSON.stringify(index.weights[name]))
  return {
    ...changed, reachOf: sameNetwork ? index.reachOf : openReaches(changed),
    tumourView: weights.prior.limit === index.weights.prior.limit ? index.tumourView : underPriors(index, weights),
  }
}

function underPriors(index: KnowledgeIndex, weights: Weights): KnowledgeIndex['tumourView'] {
  const views = new Map<string, TumourView>()
  return (code) => {
    const view = views.get(code) ?? { ...index.tumourView(code), priors: recordsOf(code, index.knowledge, weights) }
    views.set(code, view)
    return view
  }
}

/** The same index without edges that an expert disputes: the path table is made anew, and what is read from it. */
export function withoutEdges(index: KnowledgeIndex, disputed: readonly string[]): KnowledgeIndex {
  if (disputed.length === 0) return index
  const changed = { ...index, paths: buildPathTable(index.knowledge.nodes.values(), index.knowledge.edges, index.weights, new Set(disputed)) }
  return { ...changed, reachOf: openReaches(changed) }
}

function classMembers(knowledge: Knowledge): Map<string, string[]> {
  const members = new Map<string, string[]>()
  for (const row of knowledge.therapies.values()) members.set(row.class, [...(members.get(row.class) ?? []), row.drug])
  return members
}

function readItems(knowledge: Knowledge, drugsOfClass: ReadonlyMap<string, readonly string[]>, weights: Weights): EvidenceItem[] {
  const inhibitedBy = (names: readonly string[]): ReadonlySet<string> => new Set(regimensOf(names, drugsOfClass).flat().flatMap((drug) =>
    (knowledge.therapies.get(drug)?.targets ?? []).filter((target) => target.action !== 'ACT').map((target) => target.gene)))
  const all = [
    ...knowledge.evidence.filter(({ expression }) => selects(expression)).map(({ row, expression }) => fromEvidence(row, expression, inhibitedBy(row.regimen), weights)),
    ...knowledge.labels.filter(({ row }) => row.status === 'approved' || (row.status === 'withdrawn' && row.to !== null)).filter(({ expression }) => selects(expression))
      .map(({ row, expression }) => fromLabel(row, expression, inhibitedBy(row.regimen), weights)),
  ]
  const byId = new Map(all.map((item) => [item.id, item]))
  return [...byId.keys()].sort().flatMap((id) => byId.get(id) ?? [])
}

function nodesOfGenes(knowledge: Knowledge, paths: PathTable): Map<string, number> {
  const nodes = new Map<string, number>()
  const order = [...knowledge.nodes.values()].sort((a, b) => a.members.length - b.members.length || (a.id < b.id ? -1 : 1))
  for (const node of order) {
    const index = paths.indexOf.get(node.id)
    if (index === undefined) continue
    // A gene in two groups stands where the smaller one does: TP53 itself, not a complex that holds it
    for (const gene of node.members.length > 0 ? node.members : [node.id]) if (!nodes.has(gene)) nodes.set(gene, index)
  }
  return nodes
}

function makersOfMessengers(knowledge: Knowledge, paths: PathTable): Map<number, readonly number[]> {
  const into = Map.groupBy(knowledge.edges.filter((edge) => !edge.feedback && knowledge.nodes.get(edge.to)?.kind === 'metabolite'), (edge) => edge.to)
  const named = (ids: readonly string[]) => ids.flatMap((id) => paths.indexOf.get(id) ?? [])
  return new Map([...into.values()].flatMap((edges) => {
    const makers = named(edges.filter((edge) => edge.sign > 0).map((edge) => edge.from))
    return makers.length === 0 ? [] : named(edges.filter((edge) => edge.sign < 0).map((edge) => edge.from)).map((brake) => [brake, makers] as const)
  }))
}

function singleRegimens(drugs: readonly EngineDrug[], regimens: readonly Regimen[]): number[] {
  const byKey = new Map(regimens.map((regimen) => [regimen.key, regimen.id]))
  return drugs.map((drug) => byKey.get(drug.name) ?? -1)
}

function lethalities(knowledge: Knowledge, drugs: readonly EngineDrug[], drugsOfClass: ReadonlyMap<string, readonly string[]>): Map<string, EngineLethality[]> {
  const indexOf = new Map(drugs.map((drug) => [drug.name, drug.index]))
  const rows = knowledge.lethality.toSorted((a, b) => (a.row.id < b.row.id ? -1 : 1)).map(({ row, expression }): EngineLethality => {
    const named = row.drugs.flatMap((name) => regimensOf([name], drugsOfClass).flat()).flatMap((name) => indexOf.get(name) ?? [])
    return { row, expression, drugs: new Set(named) }
  })
  return Map.groupBy(rows, (one) => one.row.gene)
}

function groupItems(items: readonly EvidenceItem[], keys: (item: EvidenceItem) => readonly string[]): Map<string, number[]> {
  const groups = new Map<string, number[]>()
  for (const [index, item] of items.entries()) {
    for (const key of keys(item)) {
      const group = groups.get(key)
      if (group) group.push(index)
      else groups.set(key, [index])
    }
  }
  return groups
}

/**
 * What evidence names, by gene. A change counts as a resistance change when it defeats a class of drugs of its own gene that no clinical evidence supports for it:
 * T790M for erlotinib is one; BRAF V600E, which fails in colon only, is not.
 */
function namedCategories(items: readonly EvidenceItem[], drugsOfClass: ReadonlyMap<string, readonly string[]>, classOf: (drug: string) => string): Map<string, NamedCategory[]> {
  type Named = { text: string; match: GeneMatch; clinical: boolean; defeats: Set<string>; serves: Set<string> }
  const byGene = new Map<string, Map<string, Named>>()
  for (const item of items) {
    if (item.level === 'E' || item.direction === 'note') continue
    const clinical = clinicalLevels.has(item.statedLevel)
    const classes = regimensOf(item.regimen, drugsOfClass).flat().map(classOf)
    visitPositive(item.expression, (atom) => {
      if (atom.op !== 'gene' || !namesSomething(atom.match)) return
      const named = byGene.get(atom.gene) ?? new Map<string, Named>()
      byGene.set(atom.gene, named)
      const known = named.get(atom.text) ?? { text: atom.text, match: atom.match, clinical: false, defeats: new Set<string>(), serves: new Set<string>() }
      named.set(atom.text, known)
      known.clinical ||= clinical
      const into = item.direction === 'resistance' && item.inhibited.has(atom.gene) ? known.defeats : item.direction === 'sensitivity' && clinical ? known.serves : null
      if (into) for (const name of classes) into.add(name)
    })
  }
  return new Map([...byGene].map(([gene, named]) => [gene, [...named.values()].map(({ text, match, clinical, defeats, serves }) => ({ text, match, clinical, resistance: [...defeats].some((name) => !serves.has(name)) }))]))
}
