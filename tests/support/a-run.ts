import { noOverrides } from '#src/domain/analysis.ts'
import type { AnalysisInput, AnalysisRun, TherapyResult } from '#src/domain/analysis.ts'
import type { Coverage } from '#src/domain/profile.ts'
import { analyse } from '#src/engine/analyse.ts'
import { indexKnowledge } from '#src/engine/release/knowledge-index.ts'
import type { KnowledgeIndex } from '#src/engine/release/knowledge-index.ts'
import { readTypedProfile } from '#src/formats/typed/typed-profile.ts'
import type { Knowledge } from '#src/knowledge/knowledge.ts'
import { loadKnowledge } from '#src/knowledge/load-knowledge.ts'
import { parseExpression } from '#src/knowledge/parse-expression.ts'
import { EvidenceRow, LabelRow } from '#src/knowledge/schema.ts'

export const knowledge = loadKnowledge()
export const index = indexKnowledge(knowledge)

const resolveGene = (text: string): string | null => (knowledge.genes.has(text) ? text : knowledge.aliases.get(text.toUpperCase()) ?? null)

/** An input as the command line would make it; everything not given is plain. A profile that is not understood fails the test. */
export function anInput(tumourType: string, profile: string, more: Partial<AnalysisInput> & { coverage?: Coverage } = {}): AnalysisInput {
  const typed = readTypedProfile(profile, { resolveGene })
  const errors = typed.problems.filter((problem) => problem.severity === 'error')
  if (errors.length > 0) throw new Error(errors.map((problem) => problem.message).join(' '))
  const { coverage = { kind: 'all' } as const, ...input } = more
  return { tumourType, profile: { ...typed.profile, coverage }, course: null, date: '2026-11-23', jurisdiction: 'US', mode: 'clinical', overrides: noOverrides, ...input }
}

export const aRun = (tumourType: string, profile: string, more: Parameters<typeof anInput>[2] = {}, over: KnowledgeIndex = index): AnalysisRun => analyse(anInput(tumourType, profile, more), over)

export function therapyOf(run: AnalysisRun, name: string): TherapyResult {
  const found = run.therapies.find((one) => one.therapy === name)
  if (!found) throw new Error(`${name} is not listed; there are ${run.therapies.map((one) => one.therapy).slice(0, 20).join(', ')}`)
  return found
}

export const scoreOf = (run: AnalysisRun, name: string): number | null => run.therapies.find((one) => one.therapy === name)?.score ?? null

/** A release of a few genes, with the real genes, drugs, network and tumour types: quick to index, so that properties can change its rows. */
export function smallKnowledge(genes: readonly string[]): Knowledge {
  const speaks = (biomarker: string) => genes.some((gene) => biomarker.split(/[^A-Za-z0-9-]+/).includes(gene))
  const lung = (codes: readonly string[]) => codes.some((code) => ['NSCLC', 'LUAD', 'LUNG', 'COADREAD', 'BOWEL', 'SOLID', 'ANY'].includes(code))
  return {
    ...knowledge, evidence: knowledge.evidence.filter(({ row }) => speaks(row.biomarker) && lung(row.tumour.in)), labels: knowledge.labels.filter(({ row }) => speaks(row.biomarker) && lung(row.tumour.in)),
    variants: knowledge.variants.filter(({ row }) => genes.includes(row.gene)), lethality: knowledge.lethality.filter(({ row }) => genes.includes(row.gene)),
  }
}

export function anEvidenceRow(more: Partial<EvidenceRow> & Pick<EvidenceRow, 'regimen' | 'biomarker'>): Knowledge['evidence'][number] {
  const row = EvidenceRow.parse({
    id: 'test:row', tumour: { in: ['NSCLC'], except: [] }, direction: 'sensitivity', inferiorTo: null, level: 'B', stars: 3, cluster: 'test-study', reliefTargets: [], sources: ['PMID:1'], checked: 'stored-text', validFrom: null, validTo: null, ...more,
  })
  return { row, expression: parseExpression(row.biomarker) }
}

export function aLabelRow(more: Partial<LabelRow> & Pick<LabelRow, 'regimen' | 'biomarker'>): Knowledge['labels'][number] {
  const row = LabelRow.parse({
    id: 'test:label', tumour: { in: ['NSCLC'], except: [] }, jurisdiction: 'US', setting: 'first line metastatic', status: 'approved', from: '2020-01-01', to: null, cluster: 'test-trial', source: 'US label', checked: 'label-list', ...more,
  })
  return { row, expression: parseExpression(row.biomarker) }
}

export const withEvidence = (base: Knowledge, ...rows: readonly Knowledge['evidence'][number][]): Knowledge => ({ ...base, evidence: [...base.evidence, ...rows] })
