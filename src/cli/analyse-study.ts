import type { AnalysisInput } from '#src/domain/analysis.ts'
import { noOverrides } from '#src/domain/analysis.ts'
import { analyseBriefly } from '#src/engine/brief-run.ts'
import type { BriefRun } from '#src/engine/brief-run.ts'
import type { KnowledgeIndex } from '#src/engine/release/knowledge-index.ts'
import { readParts } from '#src/formats/read-records.ts'
import { sampleProfiles } from '#src/formats/merge/sample-profiles.ts'
import type { SampleProfile } from '#src/formats/merge/sample-profiles.ts'
import { readContext } from '#src/server/intake/read-context.ts'
import type { StudyLine } from './cohort-figures.ts'
import { recordFiles } from './record-files.ts'

/** What a line says of a run: enough to compare cohorts, not the whole trace (`analyse` gives that). */
function lineOf(of: SampleProfile, tumourType: string, run: BriefRun): StudyLine {
  return {
    sample: of.sample, patient: of.patient, tumourType, alterations: of.profile.alterations.length,
    drivers: run.drivers.map(({ gene, alterations, effect, confidence }) => ({ gene, alterations, effect, confidence })),
    interactions: run.interactions.map(({ kind, members }) => ({ kind, members })),
    therapies: run.therapies.filter(({ band }) => band !== 'NONE'), notAssessable: run.notAssessable,
  }
}

/** `tumourTypeOf`: OncoTree code of a sample, or null where nobody knows; such a sample is counted and not analysed. */
export type StudySettings = Pick<AnalysisInput, 'date' | 'jurisdiction'> & { tumourTypeOf: (sample: SampleProfile) => string | null; onProblem: (text: string) => void }
export type StudyRun = { analysed: number; withoutType: number; seconds: { reading: number; analysing: number } }

/** Reads the files of a study and analyses every sample, clinically, handing each line over as it is made. */
export async function analyseStudy(paths: readonly string[], settings: StudySettings, index: KnowledgeIndex, onLine: (line: StudyLine) => void): Promise<StudyRun> {
  const { date, jurisdiction } = settings
  const readFrom = performance.now()
  const parts = await readParts(await recordFiles(paths), readContext(index.knowledge))
  for (const problem of parts.flatMap((part) => part.problems)) if (problem.severity === 'error') settings.onProblem(`${problem.file}: ${problem.message}`)
  const profiles = sampleProfiles(parts)
  const analysedFrom = performance.now()
  let [analysed, withoutType] = [0, 0]
  for (const of of profiles) {
    const tumourType = settings.tumourTypeOf(of)
    if (tumourType === null) { withoutType++; continue }
    onLine(lineOf(of, tumourType, analyseBriefly({ tumourType, profile: of.profile, course: null, date, jurisdiction, mode: 'clinical', overrides: noOverrides }, index)))
    analysed++
  }
  return { analysed, withoutType, seconds: { reading: (analysedFrom - readFrom) / 1000, analysing: (performance.now() - analysedFrom) / 1000 } }
}
