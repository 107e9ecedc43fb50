import { noOverrides, type AnalysisInput } from '#src/domain/analysis.ts'
import { analyse } from '#src/engine/analyse.ts'
import { analyseBriefly } from '#src/engine/brief-run.ts'
import { indexKnowledge, type KnowledgeIndex } from '#src/engine/release/knowledge-index.ts'
import { robustness } from '#src/engine/questions/robustness.ts'
import { whatIf } from '#src/engine/questions/what-if.ts'
import { wouldChange } from '#src/engine/questions/would-change.ts'
import { readTypedProfile } from '#src/formats/typed/typed-profile.ts'
import { loadKnowledge } from '#src/knowledge/load-knowledge.ts'
import { inMs, interleaved } from './measure.ts'
import type { Figure } from './figure.ts'

const anInput = (tumourType: string, text: string): AnalysisInput => {
  const { profile } = readTypedProfile(text, { resolveGene: (gene) => gene })
  return { tumourType, profile, course: null, date: '2026-11-23', jurisdiction: 'EU', mode: 'clinical', overrides: noOverrides }
}

/** Patients as a study gives them: a tumour type, two or three known changes and a dozen uncertain ones, picked by a fixed rule; each is a case of its own. */
function studyPatients(count: number, index: KnowledgeIndex): AnalysisInput[] {
  const tumours = ['LUAD', 'COAD', 'BRCA', 'PRAD', 'PAAD', 'SKCM', 'BLCA', 'STAD']
  const known = ['KRAS G12D', 'EGFR L858R', 'TP53 R175H', 'PIK3CA H1047R', 'BRAF V600E', 'ERBB2 amplification', 'CDKN2A deletion', 'PTEN loss', 'APC R1450*', 'BRCA2 truncating', 'SMAD4 R361H']
  const genes = [...index.knowledge.genes.keys()].sort()
  const pick = <T>(from: readonly T[], at: number): T => from[at % from.length] as T // lists above are not empty
  return Array.from({ length: count }, (_, i) => {
    const drivers = [0, 1, 2].slice(0, 2 + (i % 2)).map((k) => pick(known, i * 7 + k * (1 + (i % 5))))
    const passengers = Array.from({ length: 12 }, (_none, k) => `${pick(genes, i * 31 + k * 17)} A${100 + ((i + k * 13) % 800)}T`)
    const input = anInput(pick(tumours, i * 3 + (i >> 3)), [...new Set([...drivers, ...passengers])].join('; '))
    return { ...input, profile: { ...input.profile, coverage: { kind: 'all' as const } } }
  })
}

/** Calls a second, in time of this thread: a batch is long enough for others to get between. */
function ratePerSecond<T>(batch: readonly T[], run: (one: T) => unknown): number {
  const from = process.threadCpuUsage()
  for (const one of batch) run(one)
  const { user, system } = process.threadCpuUsage(from)
  return Math.round(batch.length / ((user + system) / 1e6))
}

/**
 * A case of 5 drivers and 300 alterations, against `JSON.parse` of its case file; what a person asks for while waiting, against what may block the server;
 * and a batch of a study's patients.
 */
export async function baseRun(): Promise<Figure[]> {
  const knowledge = loadKnowledge()
  const started = performance.now()
  const index = indexKnowledge(knowledge)
  const indexing = performance.now() - started
  const passengers = Array.from({ length: 295 }, (_, i) => `GENE${i} A${100 + i}T`).join('; ')
  const input = anInput('LUAD', `EGFR L858R; MET amplification; TP53 R273C; CDKN2A deletion; PIK3CA E545K; ${passengers}`)
  const run = analyse(input, index)
  const caseFile = JSON.stringify({ input, run })
  const parsed = `JSON.parse of its case file with run (${(caseFile.length / 1000).toFixed(0)} kB)`
  const parse = () => JSON.parse(caseFile) as unknown
  const inputFile = JSON.stringify(input)
  const { a, b } = await interleaved(200, () => analyse(input, index), parse)
  const alone = await interleaved(200, () => analyse(input, index), () => JSON.parse(inputFile) as unknown)
  const without = { ...noOverrides, rejectedDrivers: run.alterations.slice(0, 1).map((one) => one.alterationId) }
  const changed = await interleaved(60, () => whatIf(input, without, index, run), parse)
  const therapy = run.therapies[0]?.therapy ?? ''
  const asked = await interleaved(15, () => [robustness(input, therapy, index), wouldChange(input, therapy, index)], parse)
  const [first, ...patients] = studyPatients(2001, index)
  if (first) analyseBriefly(first, index)
  const perSecond = ratePerSecond(patients, (patient) => analyseBriefly(patient, index))
  const wholePerSecond = ratePerSecond(patients, (patient) => analyse(patient, index))
  return [
    { what: `Base run, 5 drivers and ${input.profile.alterations.length} alterations`, ours: inMs(a), against: `${parsed} ${inMs(b)}`, ratio: (a.median / b.median).toFixed(2), note: `${Math.round(1000 / a.median)} such patients a second on one core; knowledge indexed once in ${indexing.toFixed(0)} ms` },
    { what: 'The same against the case file without its run', ours: inMs(alone.a), against: `JSON.parse of the input (${(inputFile.length / 1000).toFixed(0)} kB) ${inMs(alone.b)}`, ratio: (alone.a.median / alone.b.median).toFixed(2), note: '' },
    { what: 'What if one driver is rejected, with the difference', ours: inMs(changed.a), against: `${parsed} ${inMs(changed.b)}; limit 5 ms`, ratio: (changed.a.median / 5).toFixed(2), note: `${(changed.a.median / changed.b.median).toFixed(2)} of JSON.parse; the ratio is to the limit` },
    { what: `Robustness and what would change of ${therapy}`, ours: inMs(asked.a), against: `limit 50 ms, ${parsed} ${inMs(asked.b)}`, ratio: (asked.a.median / 50).toFixed(2), note: `${(asked.a.median / asked.b.median).toFixed(1)} of JSON.parse; the ratio is to the limit` },
    { what: `${patients.length} patients of a study, 2 or 3 drivers and 12 uncertain variants each`, ours: `${perSecond} patients a second of processor time`, against: 'goal 3000 a second on one core', ratio: (perSecond / 3000).toFixed(2), note: `higher is better; every patient is another profile, read as \`study\` reads it; with every record written out ${wholePerSecond} a second` },
  ]
}
