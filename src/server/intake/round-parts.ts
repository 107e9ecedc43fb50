import type { EventData } from '#src/domain/case/events.ts'
import { mappingFor, type GivenMappings } from '#src/domain/given-mapping.ts'
import type { IntakeForm, SourceFile } from '#src/domain/intake.ts'
import type { Profile } from '#src/domain/profile.ts'
import type { ReadingProblem, RecordReading } from '#src/domain/record-reading.ts'
import { engineVersion } from '#src/engine/analyse.ts'
import { isFactInteraction } from '#src/engine/map/fact-view.ts'
import { analyseRound } from '../case/analyse-case.ts'
import { jsonPart } from '../case/parts.ts'
import type { SnapshotPart } from '../case/snapshot.ts'
import type { Deps } from '../deps.ts'
import type { Part } from '../store/ports.ts'
import { todayIn } from '../today.ts'
import { sourcesOf } from './preview.ts'

/** A word is asked on interactions that are curated for this setting; inferred ones may be annotated but need not. */
const askedCertainty = 3

type Opening = {
  form: IntakeForm; files: readonly SourceFile[]; reading: RecordReading | null; profile: Profile; problems: readonly ReadingProblem[]
  round: number; reason: string; mappings: GivenMappings
}

/** What opening a round fixes: intake, profile, snapshot and base run as parts, and the entry that names them. The same for a first round and for one after a correction. */
export async function roundParts(deps: Deps, caseId: string, { form, files, reading, profile, problems, round, reason, mappings }: Opening): Promise<{ intake: Part; profile: Part; opened: EventData<'round_opened'>; parts: Part[] }> {
  const { identity, ...rest } = form
  const today = todayIn(deps)
  const columns = (reading?.tables ?? []).map(({ file, fingerprint }) => ({ file, fingerprint, given: mappingFor(mappings, file, fingerprint) }))
  const intake = await jsonPart(caseId, 'intake', { form: rest, files, sex: identity.sex, ageBand: ageBandOf(identity.birthYear, today), salt: deps.newId(), columns })
  const profilePart = await jsonPart(caseId, 'profile', {
    profile, records: reading?.records ?? 0, listed: reading?.listed ?? {}, notTested: reading?.notTested ?? [], genomeBuild: form.genomeBuild === 'unknown' ? (reading?.genomeBuild ?? 'unknown') : form.genomeBuild, problems,
    sources: sourcesOf(reading, profile.alterations.map((one) => one.id)),
  })
  const value: SnapshotPart = {
    tumourType: form.tumourType ?? '', profile: profilePart.hash, intake: intake.hash, course: form.course, date: today, jurisdiction: deps.jurisdiction,
    knowledge: { release: deps.knowledge.release, hash: deps.knowledge.hash }, engine: engineVersion,
  }
  const snapshot = await jsonPart(caseId, 'snapshot', value)
  const { run, part } = await analyseRound(deps, caseId, { tumourType: value.tumourType, profile, course: form.course, date: today, jurisdiction: deps.jurisdiction })
  return {
    intake, profile: profilePart, parts: [intake, profilePart, snapshot, part],
    opened: {
      round, reason, snapshot: snapshot.hash, baseRun: part.hash, knowledge: run.knowledge, date: today,
      asked: { alterationIds: run.drivers.flatMap((d) => d.alterationIds).sort(), interactionIds: run.interactions.filter((i) => i.certainty >= askedCertainty && isFactInteraction(i)).map((i) => i.id).sort() },
    },
  }
}

/** Ten-year bands: enough for the tumour board, too little to find a person by. */
export function ageBandOf(birthYear: number | null, today: string): string {
  if (birthYear === null) return 'not stated'
  const age = Number(today.slice(0, 4)) - birthYear
  const from = Math.floor(age / 10) * 10
  return age < 18 ? 'under 18' : `${Math.max(from, 18)} to ${from + 9}`
}
