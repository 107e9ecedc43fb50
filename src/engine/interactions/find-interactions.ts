import type { Expression } from '#src/knowledge/expression.ts'
import type { WorkingDriver } from '../alteration/driver.ts'
import { evaluate } from '../reading/evaluate.ts'
import type { Findings, Mode } from '../reading/evaluate.ts'
import { itemKey } from '../release/attach-key.ts'
import { interactionId, kindOrder, labelsOf } from './interaction-book.ts'
import type { InteractionBook, InteractionFacts } from './interaction-book.ts'
import type { KnowledgeIndex } from '../release/knowledge-index.ts'
import type { EvidenceReading, Matched } from '../reading/match-evidence.ts'
import { exclusivePair } from './mutual-exclusivity.ts'
import { certaintyOf, nameResistance, pairOf, resistingOf } from './name-resistance.ts'
import { pathSources } from './network-relation.ts'
import { signedPath } from '../release/path-table.ts'
import type { Classified } from '../alteration/tumour-alteration.ts'
import type { TumourView } from '../release/tumour-view.ts'
import { clinicalLevels } from '../release/weights.ts'

/** What a board can talk through in one case; only what clinical evidence of this tumour type says goes beyond. Of what is inferred alone, the first few. */
const most = 8
const mostInferred = 3
/** Altered in about half of all cancers: a partner of it that nobody has followed in this tumour type says little of this tumour. Source: PMID 24132290. */
const commonest = 'TP53'
/** Genes that lie side by side and are lost in one event (9p21: CDKN2A, CDKN2B, MTAP). Source: PMID 26912360. */
const neighbours: readonly { genes: readonly string[]; locus: string; source: string }[] = [{ genes: ['CDKN2A', 'CDKN2B', 'MTAP'], locus: '9p21', source: 'PMID:26912360' }]

const strict: Mode = { reach: 'strict', inhibited: new Set(), mayExtend: false }
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const genesOf = (members: readonly Classified[]) => [...new Set(members.map((one) => one.result.gene))].sort(compare).join('+')
const isDeletion = (one: Classified) => one.alteration.kind === 'deletion'

/** One event that takes several genes, and both copies of one gene hit by events that are told apart. A deep deletion alone is one fact, not an interaction. */
function secondHits(drivers: readonly WorkingDriver[]): InteractionFacts[] {
  const found: InteractionFacts[] = []
  for (const { genes, locus, source } of neighbours) {
    const lost = drivers.filter((driver) => genes.includes(driver.gene) && driver.alterations.some(isDeletion))
    if (lost.length > 1) found.push({ kind: 'second_hit', rule: 'interaction.one_event', members: lost.flatMap((driver) => driver.alterations.filter(isDeletion)), certainty: 2, sources: [source], params: { locus } })
  }
  for (const driver of drivers) {
    if (driver.secondHit !== 'biallelic') continue
    const hits = driver.alterations.filter((one) => one.result.effect === 'loss')
    if (hits.length === 1 && hits.every(isDeletion) && hits[0]?.alteration.zygosity !== 'homozygous') continue
    const [first] = hits
    found.push({
      kind: 'second_hit', members: hits.length > 0 ? hits : [driver.leading], certainty: 2, sources: [],
      params: { gene: driver.gene, zygosity: first?.alteration.zygosity ?? 'unknown', vaf: first?.alteration.vaf ?? 'not stated', phase: first?.alteration.phase ?? 'not stated' },
    })
  }
  return found
}

/** Altered genes with a partner that a drug of ours acts on: at most two a gene, the best supported first. What a trial here found without benefit is left out. */
function lethalPartners(drivers: readonly WorkingDriver[], matched: readonly Matched[], findings: Findings, index: KnowledgeIndex): InteractionFacts[] {
  return drivers.flatMap((driver) => {
    const spoken = matched.filter((one) => certaintyOf(one) === 3 && one.verdict.hits.some((hit) => hit.result.gene === driver.gene))
    const speaks = (drugs: readonly string[], directions: readonly string[]) => spoken.some(({ item }) => directions.includes(item.direction) && item.regimen.some((name) => drugs.includes(name)))
    const rows = (index.lethalityOfGene.get(driver.gene) ?? []).filter(({ row, expression, drugs }) => {
      if (row.effect < 0 || row.level === 'E' || drugs.size === 0) return false
      if (index.knowledge.nodes.get(row.partner)?.pathway.startsWith('immune')) return false
      // what an activated gene switches on is its own road, not a partner
      const partner = index.nodeOfGene.get(row.partner) ?? index.paths.indexOf.get(row.partner) ?? -1
      if (driver.sign === 1 && driver.node >= 0 && partner >= 0 && signedPath(index.paths, driver.node, partner) > 0) return false
      const names = [...drugs].flatMap((drug) => [index.drugs[drug]?.name ?? '', `class:${index.drugs[drug]?.class ?? ''}`])
      return (!speaks(names, ['no_benefit']) || speaks(names, ['sensitivity'])) && evaluate(expression, findings, strict).value === 1
    }).toSorted((a, b) => compare(a.row.level, b.row.level) || compare(a.row.id, b.row.id))
    return rows.flatMap(({ row, drugs }): InteractionFacts[] => {
      const names = [...drugs].flatMap((drug) => [index.drugs[drug]?.name ?? '', `class:${index.drugs[drug]?.class ?? ''}`])
      const here = speaks(names, ['sensitivity']) && clinicalLevels.has(row.level)
      // an early signal that nobody has followed in this tumour type is no line of a board's list
      if (!here && ((row.level !== 'A' && row.level !== 'B') || driver.gene === commonest)) return []
      return [{ kind: 'synthetic_lethality', members: [driver.leading], node: row.partner, path: [driver.gene, row.partner], certainty: here ? 3 : 2, sources: row.sources, params: { partner: row.partner, context: row.context, level: row.level } }]
    }).slice(0, 2)
  })
}

/** Inferred relations of two altered genes, where clinical evidence gives one of them a therapy; pairs seldom seen together; several in one pathway. */
function pairs(drivers: readonly WorkingDriver[], treated: ReadonlySet<string>, index: KnowledgeIndex, sourcesOfEdge: ReadonlyMap<string, readonly string[]>): InteractionFacts[] {
  const found: InteractionFacts[] = []
  const related = new Set<string>()
  for (const [i, a] of drivers.entries()) {
    for (const b of drivers.slice(i + 1)) {
      const exclusive = exclusivePair(a, b)
      if (exclusive) found.push({ kind: 'mutually_exclusive', members: [a.leading, b.leading], certainty: 2, sources: exclusive })
      const ways = [[a, b], [b, a]].flatMap(([held, other]) => (held && other && treated.has(held.gene) ? pairOf(held, other, index, null) ?? [] : []))
      const one = ways.find((way) => way.kind === 'bypass') ?? ways[0]
      if (!one) continue
      related.add(a.gene).add(b.gene)
      found.push({ ...one, sources: pathSources(one.path ?? [], sourcesOfEdge) })
    }
  }
  const pathwayOf = (driver: WorkingDriver) => (driver.node < 0 ? '' : index.knowledge.nodes.get(index.paths.ids[driver.node] ?? '')?.pathway ?? '')
  for (const [pathway, members] of Map.groupBy(drivers.filter((driver) => !related.has(driver.gene) && pathwayOf(driver) !== ''), pathwayOf)) {
    if (members.length > 1) found.push({ kind: 'same_pathway', members: members.map((driver) => driver.leading), certainty: 1, sources: [], params: { pathway } })
  }
  return found
}

/** Alterations of several genes that one item names together: the widest set stands for its subsets, and a pair that is named otherwise already stands for itself. */
function changedEvidence(matched: readonly Matched[], named: readonly InteractionFacts[]): InteractionFacts[] {
  const taken = new Set(named.flatMap((one) => one.attach ?? []))
  const sets = matched.flatMap((one) => {
    const members = [...new Map(one.verdict.hits.map((hit) => [hit.label, hit])).values()]
    const speaks = certaintyOf(one) === 3 || one.tumour === 'same' || (clinicalLevels.has(one.item.level) && one.tumour !== 'distant')
    return members.length > 1 && genesOf(members).includes('+') && speaks && !taken.has(itemKey(one.index)) ? [{ one, members, labels: labelsOf(members) }] : []
  }).toSorted((a, b) => b.labels.length - a.labels.length || compare(a.labels.join('+'), b.labels.join('+')) || compare(a.one.item.id, b.one.item.id))
  const found: InteractionFacts[] = []
  for (const { one, members, labels } of sets) {
    const same = named.find((other) => other.kind !== 'same_pathway' && other.kind !== 'mutually_exclusive' && genesOf(other.members) === genesOf(members))
    const wider = found.find((other) => labels.every((label) => other.members.some((member) => member.label === label)))
    const stands = same ?? wider
    const attach = [itemKey(one.index)]
    found.push(stands ? { ...stands, certainty: Math.max(stands.certainty, certaintyOf(one)) as 2 | 3 /* both are 1 to 3 */, sources: one.item.sources, attach }
      : { kind: 'modifies_evidence', members, certainty: certaintyOf(one), sources: one.item.sources, params: { evidence: one.item.id, biomarker: one.item.biomarker }, attach })
  }
  return found
}

/** Entries of one id are one: the best certainty, the first words. A pair that evidence names as resistance needs no second entry for the road it takes. */
function keep(found: readonly InteractionFacts[]): InteractionFacts[] {
  const resisted = new Map(found.filter((one) => one.kind === 'acquired_resistance').map((one) => [genesOf(one.members), one]))
  const merged = new Map<string, InteractionFacts>()
  for (const given of found) {
    const resistance = given.kind === 'convergence' ? resisted.get(genesOf(given.members)) : undefined
    const one = resistance && genesOf(given.members).includes('+') ? { ...resistance, sources: given.sources, attach: given.attach ?? [] } : given
    const id = interactionId(one.kind, one.members, one.node)
    const known = merged.get(id)
    merged.set(id, known ? { ...known, certainty: Math.max(known.certainty, one.certainty) as 1 | 2 | 3 /* both are */, sources: [...known.sources, ...one.sources], attach: [...(known.attach ?? []), ...(one.attach ?? [])] } : one)
  }
  const sorted = [...merged].sort(([idA, a], [idB, b]) => b.certainty - a.certainty || kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind) || compare(idA, idB)).map(([, one]) => one)
  const told = sorted.filter((one) => one.kind !== 'same_pathway' || !sorted.some((other) => other !== one && one.members.every((member) => other.members.includes(member))))
  const curated = told.filter((one) => one.certainty > 1)
  const spoken = new Set(curated.filter((one) => one.kind !== 'mutually_exclusive').map((one) => genesOf(one.members)))
  return [...curated.filter((one, i) => one.certainty === 3 || i < most), ...told.filter((one) => one.certainty === 1 && !spoken.has(genesOf(one.members))).slice(0, Math.max(0, Math.min(mostInferred, most - curated.length)))]
}

/** Could a label's biomarker hold, but for what it excludes? That the tumour is no candidate because of the way around is what is to be said. */
function couldHold(expression: Expression, findings: Findings): boolean {
  switch (expression.op) {
    case 'none': case 'tumour': case 'not': return true
    case 'and': case 'cis': case 'trans': return expression.of.every((one) => couldHold(one, findings))
    case 'or': return expression.of.some((one) => couldHold(one, findings))
    case 'gene': case 'measure': return (expression.op === 'gene' && expression.match.kind === 'wild_type') || evaluate(expression, findings, strict).value !== -1
  }
}

const biomarkersOfName = new WeakMap<TumourView['labels'], ReadonlyMap<string, readonly Expression[]>>()

/** Biomarkers of the labels of a tumour type, by what evidence calls their drugs: by name or by class. Nothing in it hangs on the patient. */
function biomarkersByName(view: TumourView, index: KnowledgeIndex): ReadonlyMap<string, readonly Expression[]> {
  const known = biomarkersOfName.get(view.labels)
  if (known) return known
  const byName = new Map<string, Set<Expression>>()
  for (const [id, labels] of view.labels) {
    for (const name of index.regimens[id]?.drugIndexes.flatMap((drug) => [index.drugs[drug]?.name ?? '', `class:${index.drugs[drug]?.class ?? ''}`]) ?? []) {
      const biomarkers = byName.get(name) ?? new Set<Expression>()
      byName.set(name, biomarkers)
      for (const { expression } of labels) biomarkers.add(expression)
    }
  }
  const found = new Map([...byName].map(([name, biomarkers]) => [name, [...biomarkers]]))
  biomarkersOfName.set(view.labels, found)
  return found
}

/** Is a drug of these approved in this tumour type for something this tumour could have? What nobody would give needs no way around. */
function consideredIn(findings: Findings, index: KnowledgeIndex): (names: readonly string[]) => boolean {
  const byName = biomarkersByName(index.tumourView(findings.tumourType), index)
  const known = new Map<Expression, boolean>()
  const holds = (expression: Expression): boolean => {
    let could = known.get(expression)
    if (could === undefined) { could = couldHold(expression, findings); known.set(expression, could) }
    return could
  }
  return (names) => names.some((name) => byName.get(name)?.some(holds) ?? false)
}

/**
 * What a molecular board would name of these alterations together: found before any therapy is scored, so that the list, its order and its ids hang on the
 * findings alone. Scoring looks up which interaction its points belong to (`attachedTo`); what is not listed carries no id.
 */
export function findInteractions(drivers: readonly WorkingDriver[], reading: EvidenceReading, findings: Findings, index: KnowledgeIndex, sourcesOfEdge: ReadonlyMap<string, readonly string[]>, book: InteractionBook): void {
  const { matched } = reading
  const treated = new Set(matched.filter(({ item, tumour }) => item.direction === 'sensitivity' && (item.level === 'A' || item.level === 'B') && tumour !== 'distant' && tumour !== 'other').flatMap(({ verdict }) => verdict.hits.map((hit) => hit.result.gene)))
  const against = matched.filter(({ item }) => item.direction === 'resistance' || item.direction === 'no_benefit').toSorted((a, b) => b.points - a.points || compare(a.item.id, b.item.id))
  const naming = { drivers, index, resisting: resistingOf(against, index), considered: consideredIn(findings, index) }
  const named = [...against.flatMap((one) => nameResistance(one, naming) ?? []), ...pairs(drivers, treated, index, sourcesOfEdge)]
  const found = [...named, ...changedEvidence(matched, named), ...secondHits(drivers), ...lethalPartners(drivers, matched, findings, index)]
  for (const one of keep(found)) book.note(one)
}
