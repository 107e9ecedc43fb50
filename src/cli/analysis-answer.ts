import type { AnalysisRun, Contribution, Remark, TherapyResult } from '#src/domain/analysis.ts'
import { explain } from '#src/engine/explain/en.ts'

/** `EGFR L858R` as `L858R` where the gene stands beside it. */
const withoutGene = (label: string, gene: string) => (label.startsWith(`${gene} `) ? label.slice(gene.length + 1) : label)
const sentence = (remark: Remark) => explain(remark.rule, remark.params)
const contribution = (one: Contribution) => ({ points: one.points, kind: one.kind, rule: one.rule, params: one.params, because: explain(one.rule, one.params), source: one.source })

function therapy(one: TherapyResult) {
  return {
    therapy: one.therapy, drugs: one.drugs, score: one.score, band: one.band, level: one.level, amp: one.amp, escat: one.escat, label: one.label, coverage: one.coverage, covers: one.covers, uncovered: one.uncovered,
    contributions: one.contributions.map(contribution), against: one.against.map(sentence), notes: one.notes.map(sentence),
    feasibility: one.feasibility.map((fact) => ({ fact: explain(fact.fact, fact.params), state: fact.state, source: fact.source })),
  }
}

/** A run as the command line prints it: every record with its sentence. */
export function analysisAnswer(run: AnalysisRun) {
  return {
    engine: run.engine, knowledge: run.knowledge, input: run.input, tumourType: run.tumourType, mode: run.mode, date: run.date, jurisdiction: run.jurisdiction,
    drivers: run.drivers.map((driver) => ({
      gene: driver.gene, alterations: driver.alterations.map((label) => withoutGene(label, driver.gene)), effect: driver.effect, confidence: driver.confidence, subclonal: driver.subclonal, secondHit: driver.secondHit, criteria: driver.criteria,
    })),
    interactions: run.interactions.map((one) => ({ id: one.id, kind: one.kind, members: one.members, therapies: one.therapies, effect: one.effect, path: one.path, certainty: one.certainty, because: explain(one.rule, one.params), sources: one.sources })),
    therapies: run.therapies.map(therapy), combinations: run.combinations.map(therapy),
    notAssessable: run.notAssessable.map((one) => ({ biomarker: one.biomarker, because: explain(one.rule, one.params), therapies: one.therapies })),
    listedOnly: run.listedOnly, remarks: run.remarks.map(sentence),
  }
}

/** The same for people: drivers, interactions, the ranking with its reasons. */
export function analysisText(run: AnalysisRun, limit: number): string {
  const lines = [`${run.tumourType}, ${run.mode}, ${run.date}, ${run.jurisdiction}. Knowledge ${run.knowledge.release} (${run.knowledge.hash.slice(0, 12)}), engine ${run.engine}.`, '']
  for (const driver of run.drivers) lines.push(`driver  ${driver.alterations.join(', ')}: ${driver.effect}, ${driver.confidence} %${driver.subclonal ? ', subclonal' : ''}`)
  for (const one of run.interactions) lines.push(`${one.kind.replaceAll('_', ' ')}  ${explain(one.rule, one.params)}`)
  lines.push('')
  for (const one of run.therapies.slice(0, limit)) {
    lines.push(`${String(one.score).padStart(6)}  ${one.band.padEnd(8)} ${one.therapy}  [${one.level ?? '-'}; ${one.label.replaceAll('_', ' ')}]`)
    for (const record of one.contributions) lines.push(`        ${String(record.points).padStart(6)}  ${explain(record.rule, record.params)} (${record.source})`)
  }
  if (run.therapies.length > limit) lines.push(`… and ${run.therapies.length - limit} more; --json gives all.`)
  for (const one of run.combinations) lines.push(`${String(one.score).padStart(6)}  hypothesis: ${one.therapy} meets ${one.covers.join(', ')}`)
  for (const one of run.notAssessable) lines.push(`not assessable  ${explain(one.rule, one.params)}`)
  if (run.listedOnly.length > 0) lines.push(`listed only  ${run.listedOnly.join(', ')}`)
  for (const remark of run.remarks) lines.push(sentence(remark))
  return lines.join('\n')
}
