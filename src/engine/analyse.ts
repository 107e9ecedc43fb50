import type { AnalysisInput, AnalysisRun, Driver, EvidenceMatch, Interaction, Remark, TherapyResult } from '#src/domain/analysis.ts'
import type { Expression } from '#src/knowledge/expression.ts'
import { classifyAlteration } from './classify-alteration.ts'
import { combine } from './combine.ts'
import { callDrivers } from './driver.ts'
import type { WorkingDriver } from './driver.ts'
import { coverageOf, evaluate } from './evaluate.ts'
import type { Findings } from './evaluate.ts'
import { findInteractions } from './find-interactions.ts'
import { openInteractionBook } from './interaction-book.ts'
import type { KnowledgeIndex } from './knowledge-index.ts'
import { matchEvidence } from './match-evidence.ts'
import type { EvidenceReading, Matched } from './match-evidence.ts'
import { readMeasures } from './measure.ts'
import { readMechanisms } from './mechanism.ts'
import { groupNotAssessable } from './not-assessable.ts'
import { buildPathTable } from './path-table.ts'
import { compareTherapies } from './rank.ts'
import { scoreRegimen } from './score-regimen.ts'
import type { Applied, Scoring } from './scoring.ts'
import type { Classified } from './tumour-alteration.ts'

/** Version of the reasoning itself: it changes whenever the same input and release could give another run. */
export const engineVersion = '1.0.0'

const none: ReadonlySet<string> = new Set()
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Edges that an expert disputes are taken out of the network, and the path table is made anew. */
function withoutEdges(index: KnowledgeIndex, disputed: readonly string[]): KnowledgeIndex {
  if (disputed.length === 0) return index
  return { ...index, paths: buildPathTable(index.knowledge.nodes.values(), index.knowledge.edges, index.weights, new Set(disputed)) }
}

function classify(input: AnalysisInput, index: KnowledgeIndex): Classified[] {
  const { profile, overrides } = input
  const unique = new Map(profile.alterations.map((one) => [one.id, one]))
  return [...unique.values()].map((one) => classifyAlteration(one, index, overrides, profile.tumourOnly === true))
    .sort((a, b) => b.result.confidence - a.result.confidence || compare(a.label, b.label) || compare(a.alteration.id, b.alteration.id))
}

function findingsOf(input: AnalysisInput, classified: readonly Classified[], index: KnowledgeIndex): Findings {
  const counted = classified.filter((one) => one.result.confidence > 0)
  const byGene = new Map<string, Classified[]>()
  for (const one of counted) {
    for (const gene of new Set([one.result.gene, one.alteration.gene, ...(one.alteration.partner === null ? [] : [one.alteration.partner])])) {
      const list = byGene.get(gene)
      if (list) list.push(one)
      else byGene.set(gene, [one])
    }
  }
  return {
    tumourType: input.tumourType, tree: index.knowledge.tree, byGene, isCovered: coverageOf(input.profile, new Set(byGene.keys())),
    measures: readMeasures(input.profile.biomarkers, counted), isResistanceChange: (_gene, text) => index.resistanceChanges.has(text), weights: index.weights,
  }
}

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

function driverResult(driver: WorkingDriver, index: KnowledgeIndex): Driver {
  return {
    gene: driver.gene, node: driver.node < 0 ? null : index.paths.ids[driver.node] ?? null, alterationIds: driver.alterations.map((one) => one.alteration.id).sort(compare),
    alterations: driver.alterations.map((one) => one.label).sort(compare), effect: driver.effect, confidence: driver.confidence, subclonal: driver.subclonal, secondHit: driver.secondHit,
    criteria: [...new Set(driver.alterations.flatMap((one) => one.result.criteria.map((criterion) => criterion.code)))].sort(compare),
  }
}

const tumourOrder = { same: 0, agnostic: 1, broader: 2, family: 2, other: 3, distant: 3, excluded: 4 } as const
const closenessName = { stated: 'exact', codon: 'codon', region: 'domain', gene: 'gene', unspecified: 'gene', none: 'gene' } as const

function evidenceResults(reading: EvidenceReading): EvidenceMatch[] {
  return reading.matched.filter((one) => one.verdict.hits.length > 0 || one.tumour === 'same' || one.tumour === 'agnostic')
    .toSorted((a, b) => tumourOrder[a.tumour] - tumourOrder[b.tumour] || compare(a.item.level, b.item.level) || compare(a.item.therapy, b.item.therapy) || compare(a.item.id, b.item.id))
    .map(({ item, verdict, tumour }) => ({
      id: item.id, therapy: item.therapy, direction: item.direction, level: item.level,
      tumour: [...item.tumour.in, ...item.tumour.except.map((code) => `not ${code}`)].join(', '), tumourMatch: tumour === 'broader' ? 'family' : tumour === 'excluded' || tumour === 'distant' ? 'other' : tumour,
      biomarker: item.biomarker, variantMatch: closenessName[verdict.closeness], alterationIds: [...new Set(verdict.hits.map((hit) => hit.alteration.id))].sort(compare), sources: [...item.sources], checked: item.checked,
    }))
}

function runRemarks(input: AnalysisInput, classified: readonly Classified[], empty: boolean, index: KnowledgeIndex): Remark[] {
  const remarks: Remark[] = []
  const { overrides } = input
  if (empty) remarks.push({ rule: 'run.empty', params: { alterations: classified.length }, source: 'profile' })
  if (!index.knowledge.tumours.has(input.tumourType)) remarks.push({ rule: 'run.unknown_tumour', params: { tumour: input.tumourType }, source: 'OncoTree' })
  if (input.mode === 'model-system') remarks.push({ rule: 'run.model_system', params: {}, source: 'mode' })
  const counts = { rejected: overrides.rejectedDrivers.length, reclassified: overrides.reclassified.length, interactions: overrides.disputedInteractions.length, edges: overrides.disputedEdges.length, evidence: overrides.disabledEvidence.length }
  if (Object.values(counts).some((count) => count > 0)) remarks.push({ rule: 'run.overrides', params: counts, source: 'annotations' })
  const germline = classified.filter((one) => one.result.possibleGermline && one.result.confidence > 0).map((one) => one.label)
  if (germline.length > 0) remarks.push({ rule: 'run.possible_germline', params: { alterations: germline }, source: 'tumour-only assay' })
  return remarks
}

/**
 * Reads a molecular profile as one connected system: classifies its alterations, calls drivers, finds their interactions, and ranks every therapy and
 * combination that anything speaks of, each with the records its score is the sum of. Pure and deterministic: no clock, no randomness, integers only;
 * the same input and index give the same bytes. `input` of the result stays empty: the caller that hashes fills it in. Source: design 2.
 */
export function analyse(input: AnalysisInput, base: KnowledgeIndex): AnalysisRun {
  const index = withoutEdges(base, input.overrides.disputedEdges)
  const classified = classify(input, index)
  const drivers = callDrivers(classified, input.profile.biomarkers, index.nodeOfGene)
  const findings = findingsOf(input, classified, index)
  // Uncertain variants alone are an empty profile: they change nothing, here too
  const empty = findings.byGene.size === 0 && findings.measures.size === 0 && input.profile.wildType.length === 0
  const reading: EvidenceReading = empty ? { matched: [], unknown: [] } : matchEvidence(input, findings, index)
  const mechanisms = readMechanisms(drivers, findings, index)
  const book = openInteractionBook(input.overrides.disputedInteractions)
  const tables = spread(reading, index)
  const spokenOf = new Set(reading.matched.filter((one) => one.item.direction === 'sensitivity').flatMap((one) => one.verdict.hits.map((hit) => hit.result.gene)))
  const at: Scoring = {
    input, index, view: index.tumourView(input.tumourType), drivers, reachable: drivers.map((driver, i) => spokenOf.has(driver.gene) || mechanisms.some((one) => one?.hits[i] != null)),
    mechanisms, matched: reading.matched, ...tables, book, sourcesOfEdge: index.sourcesOfEdge, holds: strictReader(findings), withdrawnDrugs: index.withdrawnDrugs(input.date, input.jurisdiction),
  }
  findInteractions(drivers, reading, findings, index, index.sourcesOfEdge, book)
  const scored = empty ? [] : candidates(at).map((regimen) => scoreRegimen(regimen, at)).filter((one) => one.listed).sort((a, b) => compareTherapies(a.result, b.result))
  const combinations = combine(scored, at)
  const spoken = (one: TherapyResult): [string, boolean] => [one.therapy, one.contributions.some((record) => record.kind === 'evidence' || record.rule === 'resistance.evidence')]
  const listed = new Map([...scored.map((one) => one.result), ...combinations].map(spoken))
  return {
    engine: engineVersion, knowledge: { release: index.knowledge.release, hash: index.knowledge.hash }, input: '', tumourType: input.tumourType, mode: input.mode, date: input.date, jurisdiction: input.jurisdiction,
    alterations: classified.map((one) => one.result), drivers: drivers.map((driver) => driverResult(driver, index)),
    interactions: listedInteractions(book.list(), listed, input.overrides.disputedInteractions),
    evidence: evidenceResults(reading), therapies: scored.map((one) => one.result), combinations,
    notAssessable: groupNotAssessable(reading.unknown), listedOnly: classified.filter((one) => one.result.confidence === 0).map((one) => one.label).sort(compare),
    remarks: runRemarks(input, classified, empty, index),
  }
}

/** A way around a target, by one driver alone, is worth a line only where evidence speaks of the therapy it takes points from, or where an expert disputes it. */
function listedInteractions(all: readonly Interaction[], listed: ReadonlyMap<string, boolean>, disputed: readonly string[]): Interaction[] {
  return all.map((one) => ({ ...one, therapies: one.therapies.filter((therapy) => listed.has(therapy)) }))
    .filter((one) => one.members.length > 1 || one.therapies.some((therapy) => listed.get(therapy) === true) || (one.kind !== 'bypass' && one.kind !== 'convergence') || disputed.includes(one.id))
}

/**
 * Regimens that could be listed: single drugs that evidence, mechanism or their class's record speaks of; combinations that evidence names as such, or
 * that are approved here. A combination known for something else is not scored at all.
 */
function candidates(at: Scoring): Scoring['index']['regimens'] {
  const { regimens, drugs } = at.index
  const ids = new Set(at.view.known)
  const size = (id: number) => regimens[id]?.drugs.length ?? 0
  for (const [id, applied] of at.sensitivity) if (size(id) === 1 || applied.some((one) => one.percent === 100)) ids.add(id)
  for (const [id, against] of at.against) if (size(id) === 1 || against.some((one) => one.item.regimen.length === size(id))) ids.add(id)
  for (const drug of drugs) {
    if (at.mechanisms[drug.index]?.hits.some((hit) => hit !== null) || at.input.mode === 'model-system') ids.add(at.index.singleOf[drug.index] ?? -1)
  }
  return [...ids].sort((a, b) => a - b).flatMap((id) => regimens[id] ?? [])
}
