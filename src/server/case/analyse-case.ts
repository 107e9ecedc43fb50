import { noOverrides, type AnalysisInput, type AnalysisRun, type Overrides } from '#src/domain/analysis.ts'
import type { Course } from '#src/domain/course.ts'
import type { Profile } from '#src/domain/profile.ts'
import { canonicalJson } from '../record/canonical-json.ts'
import { sha256Hex } from '../record/sha-256.ts'
import type { Part } from '../store/ports.ts'
import type { Deps } from '../deps.ts'
import { jsonPart } from './parts.ts'

export type Analysed = { run: AnalysisRun; part: Part }

/** What a round fixes: with the knowledge release and the engine, the run repeats to the byte. */
export type RoundInput = { tumourType: string; profile: Profile; course: Course | null; date: string; jurisdiction: 'US' | 'EU' }

/** Runs the engine and names the result by its hash; the release it names can be found from now on. Overrides that are empty give the base run, and so the same hash. */
export async function analyseRound(deps: Pick<Deps, 'analyse' | 'releases'>, caseId: string, round: RoundInput, overrides: Overrides = noOverrides): Promise<Analysed> {
  await deps.releases?.keep()
  const input: AnalysisInput = { ...round, mode: 'clinical', overrides }
  const run = { ...deps.analyse(input), input: await sha256Hex(new TextEncoder().encode(canonicalJson(JSON.parse(JSON.stringify(input))))) }
  return { run, part: await jsonPart(caseId, 'run', run) }
}
