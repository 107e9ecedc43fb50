import type { CaseView } from '#src/contract/views/case-view.ts'
import { ProfileDifference } from '#src/domain/correction/profile-difference.ts'
import type { CaseState } from '#src/domain/case/state.ts'
import type { Deps } from '../deps.ts'
import { textOf } from './case-parts.ts'
import { readPart } from './parts.ts'
import { IntakePart } from './snapshot.ts'

/** What a corrected file changed, read back. */
export const differenceOf = (deps: Deps, caseId: string, hash: string) => readPart(deps, caseId, hash, ProfileDifference)

/** Corrections in words: which file took the place of which, why, and how much of the profile moved. Nothing of it depends on what an expert has said. */
export async function correctionsViewOf(deps: Deps, state: CaseState, nameOf: (id: string) => string): Promise<CaseView['corrections']> {
  return Promise.all(state.corrections.map(async (correction, at) => {
    const difference = await differenceOf(deps, state.id, correction.difference)
    const before = state.earlier[at]
    const after = state.earlier[at + 1]?.intake ?? state.intake
    const names = new Map([...(before ? (await readPart(deps, state.id, before.intake, IntakePart)).files : []), ...(await readPart(deps, state.id, after, IntakePart)).files].map((file) => [file.hash, file.name]))
    const name = (hash: string) => names.get(hash) ?? 'a file'
    return {
      round: correction.round, at: correction.at, by: nameOf(correction.by), reason: await textOf(deps, state, correction.reason), file: name(correction.file), replaced: correction.replaced.map(name),
      added: difference.added.length, removed: difference.removed.length, changed: difference.changed.length, unchanged: difference.unchanged,
    }
  }))
}
