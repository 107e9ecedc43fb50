import type { Person } from '#src/domain/person.ts'
import type { IntakeForm, SourceFile } from '#src/domain/intake.ts'
import { openGates } from '#src/domain/gates.ts'
import { isRefused, refused, type Refused } from '#src/domain/refusal.ts'
import type { ReadingProblem, RecordReading } from '#src/domain/record-reading.ts'
import { sha256 } from '#src/domain/sha256.ts'
import { act } from '../case/act.ts'
import { jsonPart } from '../case/parts.ts'
import type { Deps } from '../deps.ts'
import { givenMappings } from './column-mappings.ts'
import { documentFormat, intakePart, type UploadRecord, uploadsOf, uploadsPart } from './intake-draft.ts'
import { prepareIntake } from './preview.ts'
import type { ReadingJobs } from './reading-jobs.ts'
import { roundParts } from './round-parts.ts'

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
  const { reading, profile, problems, files } = prepared
  const mappings = await givenMappings(deps, (await uploadsOf(deps, intakeId, person.id)).uploads, form)
  const opening = await roundParts(deps, intakeId, { form, files: sourceFiles(files, reading, problems), reading, profile, problems, round: 1, reason: 'first', mappings })
  const identity = await jsonPart(intakeId, 'identity', { identity: form.identity, salt: deps.newId() })
  const code = caseCode(intakeId)
  const done = await act(deps, {
    caseId: intakeId, person, role: 'coordinator', commandId: asked.commandId, body: { version: asked.version, intakeId },
    prepare: async () => ({
      command: {
        type: 'take_in', openGates: gates,
        data: {
          code, tumourType: form.tumourType ?? '', protocol: form.protocol, demonstration: asked.demonstration, due: form.due, assigned: { genomic_expert, oncologist }, coordinator: person.id,
          intake: opening.intake.hash, profile: opening.profile.hash, identity: identity.hash, files: prepared.files.map((f) => f.hash), gaps: form.gaps.map((g) => g.gate),
        },
        round: opening.opened,
      },
      parts: [...opening.parts, identity],
      deleteDrafts: [{ personId: person.id, part: intakePart }, { personId: person.id, part: uploadsPart }],
    }),
  })
  return isRefused(done) ? done : { caseId: done.id, code: done.code }
}

async function rolesFit(deps: Deps, assigned: { genomic_expert: string; oncologist: string }) {
  const people = await deps.identity.people()
  const fits = (id: string, role: 'genomic_expert' | 'oncologist') => people.find((p) => p.id === id)?.roles.includes(role) ?? false
  return fits(assigned.genomic_expert, 'genomic_expert') && fits(assigned.oncologist, 'oncologist') ? null : refused('gates_open', 'experts')
}

/** The files of an intake as the case will name them: each with its own format and number of records. */
export function sourceFiles(files: readonly UploadRecord[], reading: RecordReading | null, problems: readonly ReadingProblem[]): SourceFile[] {
  return files.map((file) => {
    const own = reading?.files.find((one) => one.file === file.name)
    const read = file.kind === 'document' ? { format: documentFormat, records: 0 } : { format: own?.format ?? 'the same content as another file', records: own?.records ?? 0 }
    return { name: file.name, hash: file.hash, bytes: file.bytes, ...read, problems: problems.filter((problem) => problem.file === file.name).length }
  })
}

/** A short name people can say, derived from the id: no counter that tells how many cases there are. Crockford base 32, no I, L, O, U. */
export function caseCode(caseId: string): string {
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
  const digest = sha256(caseId)
  return `C-${Array.from({ length: 5 }, (_, i) => alphabet[Number.parseInt(digest.slice(i * 2, i * 2 + 2), 16) % 32] ?? '0').join('')}`
}
