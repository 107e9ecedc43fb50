import type { Person } from '#src/domain/person.ts'
import type { IntakeForm } from '#src/domain/intake.ts'
import { openGates } from '#src/domain/gates.ts'
import { isRefused, refused, type Refused } from '#src/domain/refusal.ts'
import { sha256 } from '#src/domain/sha256.ts'
import { engineVersion } from '#src/engine/analyse.ts'
import { isFactInteraction } from '#src/engine/fact-view.ts'
import type { Part } from '../store/ports.ts'
import { act } from '../case/act.ts'
import { analyseRound } from '../case/analyse-case.ts'
import { jsonPart } from '../case/parts.ts'
import type { SnapshotPart } from '../case/snapshot.ts'
import type { Deps } from '../deps.ts'
import { todayIn } from '../today.ts'
import { documentFormat, intakePart, uploadsPart } from './intake-draft.ts'
import { prepareIntake, type Prepared } from './preview.ts'
import type { ReadingJobs } from './reading-jobs.ts'

export type TakeIn = { intakeId: string; person: Person; commandId: string; version: number; form: IntakeForm; demonstration: boolean }

/** Takes the case in and opens its first round: the snapshot is fixed, the base run is computed and named. Refused while a gate is open. */
export async function takeIn(deps: Deps, jobs: ReadingJobs, asked: TakeIn): Promise<{ caseId: string; code: string } | Refused> {
  const { intakeId, person, form } = asked
  const prepared = await prepareIntake(deps, jobs, intakeId, person.id, form)
  const gates = openGates(prepared.gates)
  const { genomic_expert, oncologist } = form.assigned
  if (gates.length > 0 || !genomic_expert || !oncologist || !form.tumourType) return refused('gates_open', gates.join(', '))
  const wrongRole = await rolesFit(deps, { genomic_expert, oncologist })
  if (wrongRole) return wrongRole
  const parts = await partsOf(deps, intakeId, form, prepared)
  const analysed = await analyseRound(deps, intakeId, { tumourType: form.tumourType, profile: prepared.profile, course: form.course, date: parts.snapshot.value.date, jurisdiction: deps.jurisdiction })
  const code = caseCode(intakeId)
  const done = await act(deps, {
    caseId: intakeId, person, role: 'coordinator', commandId: asked.commandId, body: { version: asked.version, intakeId },
    prepare: async () => ({
      command: {
        type: 'take_in', openGates: gates,
        data: {
          code, tumourType: form.tumourType ?? '', protocol: form.protocol, demonstration: asked.demonstration, due: form.due, assigned: { genomic_expert, oncologist }, coordinator: person.id,
          intake: parts.intake.hash, profile: parts.profile.hash, identity: parts.identity.hash, files: prepared.files.map((f) => f.hash), gaps: form.gaps.map((g) => g.gate),
        },
        round: {
          round: 1, reason: 'first', snapshot: parts.snapshot.part.hash, baseRun: analysed.part.hash, knowledge: analysed.run.knowledge, date: parts.snapshot.value.date,
          asked: { alterationIds: analysed.run.drivers.flatMap((d) => d.alterationIds).sort(), interactionIds: analysed.run.interactions.filter((i) => i.certainty >= askedCertainty && isFactInteraction(i)).map((i) => i.id).sort() },
        },
      },
      parts: [parts.intake, parts.profile, parts.identity, parts.snapshot.part, analysed.part],
      deleteDrafts: [{ personId: person.id, part: intakePart }, { personId: person.id, part: uploadsPart }],
    }),
  })
  return isRefused(done) ? done : { caseId: done.id, code: done.code }
}

/** A word is asked on interactions that are curated for this setting; inferred ones may be annotated but need not. */
const askedCertainty = 3

async function rolesFit(deps: Deps, assigned: { genomic_expert: string; oncologist: string }) {
  const people = await deps.identity.people()
  const fits = (id: string, role: 'genomic_expert' | 'oncologist') => people.find((p) => p.id === id)?.roles.includes(role) ?? false
  return fits(assigned.genomic_expert, 'genomic_expert') && fits(assigned.oncologist, 'oncologist') ? null : refused('gates_open', 'experts')
}

async function partsOf(deps: Deps, caseId: string, form: IntakeForm, { profile, reading, problems, files }: Prepared) {
  const { identity, ...rest } = form
  const salted = <T extends object>(value: T) => ({ ...value, salt: deps.newId() })
  const sourceFiles = files.map((f) => ({
    name: f.name, hash: f.hash, bytes: f.bytes, ...(f.kind === 'document' ? { format: documentFormat, records: 0 } : { format: reading?.format ?? 'unread', records: reading?.records ?? 0 }), problems: problems.filter((p) => p.file === f.name).length,
  }))
  const today = todayIn(deps)
  const intake = await jsonPart(caseId, 'intake', salted({ form: rest, files: sourceFiles, sex: identity.sex, ageBand: ageBandOf(identity.birthYear, today) }))
  const profilePart = await jsonPart(caseId, 'profile', {
    profile, records: reading?.records ?? 0, listed: reading?.listed ?? {}, notTested: reading?.notTested ?? [], genomeBuild: form.genomeBuild === 'unknown' ? (reading?.genomeBuild ?? 'unknown') : form.genomeBuild, problems,
  })
  const value: SnapshotPart = {
    tumourType: form.tumourType ?? '', profile: profilePart.hash, intake: intake.hash, course: form.course, date: today, jurisdiction: deps.jurisdiction,
    knowledge: { release: deps.knowledge.release, hash: deps.knowledge.hash }, engine: engineVersion,
  }
  const parts: { intake: Part; profile: Part; identity: Part; snapshot: { value: SnapshotPart; part: Part } } = {
    intake, profile: profilePart, identity: await jsonPart(caseId, 'identity', salted({ identity })), snapshot: { value, part: await jsonPart(caseId, 'snapshot', value) },
  }
  return parts
}

/** Ten-year bands: enough for the tumour board, too little to find a person by. */
export function ageBandOf(birthYear: number | null, today: string): string {
  if (birthYear === null) return 'not stated'
  const age = Number(today.slice(0, 4)) - birthYear
  const from = Math.floor(age / 10) * 10
  return age < 18 ? 'under 18' : `${Math.max(from, 18)} to ${from + 9}`
}

/** A short name people can say, derived from the id: no counter that tells how many cases there are. Crockford base 32, no I, L, O, U. */
export function caseCode(caseId: string): string {
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
  const digest = sha256(caseId)
  return `C-${Array.from({ length: 5 }, (_, i) => alphabet[Number.parseInt(digest.slice(i * 2, i * 2 + 2), 16) % 32] ?? '0').join('')}`
}
