import { openGates } from '#src/domain/gates.ts'
import { isRefused, refused, type Refused } from '#src/domain/refusal.ts'
import { act } from '../case/act.ts'
import { intakePartOf } from '../case/case-parts.ts'
import type { Opened } from '../case/open-case.ts'
import { jsonPart, textPart } from '../case/parts.ts'
import type { Deps } from '../deps.ts'
import { roundParts } from '../intake/round-parts.ts'
import { correctionMappings } from './correction-mappings.ts'
import { correctionOf, correctionPart, type CorrectionJobs } from './correction-draft.ts'
import { prepareCorrection } from './prepare-correction.ts'

type Body = { commandId: string; reading: string; reason: string }

/** Puts the corrected file in place and opens the next round on it. Confirmed is what was shown: another reading by now is refused as stale. */
export async function confirmCorrection(deps: Deps, jobs: CorrectionJobs, { state: seen, person, sight }: Opened, body: Body): Promise<{ round: number } | Refused> {
  const reason = body.reason.trim()
  const done = await act(deps, {
    caseId: seen.id, person, role: sight.role, commandId: body.commandId, body: { reading: body.reading, reason },
    prepare: async (state) => {
      if (!state) return refused('case_not_found')
      const found = await correctionOf(deps, state.id, person.id)
      if (!found) return refused('stale_part')
      const prepared = await prepareCorrection(deps, jobs, state, person.id, found.draft)
      if (!('profile' in prepared) || prepared.part !== body.reading) return refused('stale_part')
      const { form, files, reading, profile, problems, difference } = prepared
      const { file, replaces } = found.draft
      const round = state.round.number + 1
      const opening = await roundParts(deps, state.id, { form, files, reading, profile, problems, round, reason: 'corrected_records', mappings: await correctionMappings(deps, state, form, replaces) })
      const [why, change] = [await textPart(deps, state.id, 'reason', reason), await jsonPart(state.id, 'difference', { ...difference, salt: deps.newId() })]
      const documents = (await intakePartOf(deps, state)).files.filter((one) => !files.some((kept) => kept.hash === one.hash) && !replaces.includes(one.hash))
      if (documents.length > 0) throw new Error('a file of the case would be lost by its correction')
      return {
        command: {
          type: 'correct_records', openGates: openGates(prepared.gates), reasonLength: reason.length, round: opening.opened,
          data: { round, replaced: replaces, file: file.hash, reason: why.hash, intake: opening.intake.hash, profile: opening.profile.hash, difference: change.hash, files: files.map((one) => one.hash), gaps: form.gaps.map((gap) => gap.gate) },
        },
        parts: [...opening.parts, why, change], deleteDrafts: [{ personId: person.id, part: correctionPart }],
      }
    },
  })
  return isRefused(done) ? done : { round: done.round.number }
}
