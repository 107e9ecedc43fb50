import { noOverrides, type AnalysisInput } from '#src/domain/analysis.ts'
import { analyse } from '#src/engine/analyse.ts'
import { indexKnowledge } from '#src/engine/knowledge-index.ts'
import { readTypedProfile } from '#src/formats/typed-profile.ts'
import { loadKnowledge } from '#src/knowledge/load-knowledge.ts'
import { inMs, interleaved } from './measure.ts'
import type { Figure } from './figure.ts'

/** A case of 5 drivers and 300 alterations: base run with contributions against `JSON.parse` of its case file. */
export async function baseRun(): Promise<Figure[]> {
  const knowledge = loadKnowledge()
  const started = performance.now()
  const index = indexKnowledge(knowledge)
  const indexing = performance.now() - started
  const passengers = Array.from({ length: 295 }, (_, i) => `GENE${i} A${100 + i}T`).join('; ')
  const { profile } = readTypedProfile(`EGFR L858R; MET amplification; TP53 R273C; CDKN2A deletion; PIK3CA E545K; ${passengers}`, { resolveGene: (g) => g })
  const input: AnalysisInput = { tumourType: 'LUAD', profile, course: null, date: '2026-11-23', jurisdiction: 'EU', mode: 'clinical', overrides: noOverrides }
  const caseFile = JSON.stringify({ input, run: analyse(input, index) })
  const inputFile = JSON.stringify(input)
  const { a, b } = await interleaved(200, () => analyse(input, index), () => JSON.parse(caseFile) as unknown)
  const alone = await interleaved(200, () => analyse(input, index), () => JSON.parse(inputFile) as unknown)
  const patients = Math.round(1000 / a.median)
  return [
    { what: `Base run, 5 drivers and ${profile.alterations.length} alterations`, ours: inMs(a), against: `JSON.parse of its case file with run (${(caseFile.length / 1000).toFixed(0)} kB) ${inMs(b)}`, ratio: (a.median / b.median).toFixed(2), note: `${patients} such patients a second on one core; knowledge indexed once in ${indexing.toFixed(0)} ms` },
    { what: 'The same against the case file without its run', ours: inMs(alone.a), against: `JSON.parse of the input (${(inputFile.length / 1000).toFixed(0)} kB) ${inMs(alone.b)}`, ratio: (alone.a.median / alone.b.median).toFixed(2), note: '' },
  ]
}
