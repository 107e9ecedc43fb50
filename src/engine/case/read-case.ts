import type { AnalysisInput } from '#src/domain/analysis.ts'
import { classifyAlteration } from '../reading/classify-alteration.ts'
import { callDrivers } from '../alteration/driver.ts'
import type { WorkingDriver } from '../alteration/driver.ts'
import { coverageOf } from '../reading/evaluate.ts'
import type { Findings } from '../reading/evaluate.ts'
import { findInteractions } from '../interactions/find-interactions.ts'
import { openInteractionBook } from '../interactions/interaction-book.ts'
import type { InteractionBook } from '../interactions/interaction-book.ts'
import { withoutEdges } from '../release/knowledge-index.ts'
import type { KnowledgeIndex } from '../release/knowledge-index.ts'
import { matchEvidence } from '../reading/match-evidence.ts'
import type { EvidenceReading } from '../reading/match-evidence.ts'
import { readMeasures } from '../alteration/measure.ts'
import { readMechanisms } from '../reading/mechanism.ts'
import type { Reach } from '../release/reach.ts'
import type { Classified } from '../alteration/tumour-alteration.ts'
import { asUsualChange, withUsualReceptors } from '../alteration/usual-change.ts'

/** What a run knows of a case before any therapy is scored. What depends on a therapy asks this again instead of reading the case again. */
export type CaseReading = {
  input: AnalysisInput
  index: KnowledgeIndex
  classified: readonly Classified[]
  drivers: readonly WorkingDriver[]
  findings: Findings
  /** Nothing that could speak for or against anything: uncertain variants alone are an empty profile. */
  empty: boolean
  evidence: EvidenceReading
  /** What the network says, by driver. */
  mechanisms: readonly Reach[]
}

/** One regimen alone: what is read is cut to the items its score can hang on. */
export type Focus = { items: ReadonlySet<number> }

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function classify(input: AnalysisInput, index: KnowledgeIndex): Classified[] {
  const { profile, overrides } = input
  const { tree } = index.knowledge
  const unique = new Map(profile.alterations.map((one) => [one.id, input.mode === 'model-system' ? asUsualChange(one, input.tumourType, tree) : one]))
  return inOrder([...unique.values()].map((one) => classifyAlteration(one, index, overrides, profile.tumourOnly === true)))
}

const inOrder = (classified: Classified[]): Classified[] =>
  classified.sort((a, b) => b.result.confidence - a.result.confidence || compare(a.label, b.label) || compare(a.alteration.id, b.alteration.id))

function findingsOf(input: AnalysisInput, classified: readonly Classified[], index: KnowledgeIndex): Findings {
  // an inherited change of a drug's breakdown drives no tumour, yet a caution hangs on it
  const counted = classified.filter((one) => one.result.confidence > 0 || (one.functionalClass === 'pharmacogene' && one.alteration.origin === 'germline'))
  const byGene = new Map<string, Classified[]>()
  for (const one of counted) {
    for (const gene of new Set([one.result.gene, one.alteration.gene, ...(one.alteration.partner === null ? [] : [one.alteration.partner])])) {
      const list = byGene.get(gene)
      if (list) list.push(one)
      else byGene.set(gene, [one])
    }
  }
  const { tree } = index.knowledge
  const measures = readMeasures(input.profile.biomarkers, counted)
  return {
    tumourType: input.tumourType, tree, byGene, isCovered: coverageOf(input.profile, new Set(byGene.keys())),
    measures: input.mode === 'model-system' ? withUsualReceptors(measures, input.tumourType, tree) : measures, isResistanceChange: (_gene, text) => index.resistanceChanges.has(text), weights: index.weights,
  }
}

function readFrom(input: AnalysisInput, classified: readonly Classified[], index: KnowledgeIndex, focus: Focus | null): CaseReading {
  const drivers = callDrivers(classified, input.profile.biomarkers, index.nodeOfGene)
  const findings = findingsOf(input, classified, index)
  const empty = findings.byGene.size === 0 && findings.measures.size === 0 && input.profile.wildType.length === 0
  return {
    input, index, classified, drivers, findings, empty,
    evidence: empty ? { matched: [], unknown: [] } : matchEvidence(input, findings, index, focus?.items ?? null),
    mechanisms: readMechanisms(drivers, findings, index),
  }
}

/** Classifies the alterations, calls the drivers, and holds the release's evidence and network against them. */
export function readCase(input: AnalysisInput, base: KnowledgeIndex): CaseReading {
  const index = withoutEdges(base, input.overrides.disputedEdges)
  return readFrom(input, classify(input, index), index, null)
}

/**
 * The same case after a change of its input that rejects at most one alteration (`rejected`) or states a gene as tested; all else of the
 * classification stands. With a focus the reading serves that regimen alone.
 */
export function readAgain(read: CaseReading, input: AnalysisInput, rejected: string | null, focus: Focus | null): CaseReading {
  const { index } = read
  const classified = rejected === null ? read.classified : inOrder(read.classified.map((one) =>
    (one.alteration.id === rejected ? classifyAlteration(one.alteration, index, input.overrides, input.profile.tumourOnly === true) : one)))
  return readFrom(input, classified, index, focus)
}

/** The same case with one evidence item switched off: nothing else that was read depends on it. */
export function withoutItem(read: CaseReading, id: string): CaseReading {
  return { ...read, evidence: { matched: read.evidence.matched.filter((one) => one.item.id !== id), unknown: read.evidence.unknown } }
}

/** The interactions of the case, before scoring says which therapies they touch. */
export function openBook({ input, index, drivers, evidence, findings }: CaseReading): InteractionBook {
  const book = openInteractionBook(input.overrides.disputedInteractions)
  findInteractions(drivers, evidence, findings, index, index.sourcesOfEdge, book)
  return book
}

/** A book for scores alone: an interaction moves points only when somebody disputes it, so that without a dispute nothing has to be found. */
export function bookForScores(read: CaseReading): InteractionBook {
  return read.input.overrides.disputedInteractions.length > 0 ? openBook(read) : openInteractionBook([])
}
