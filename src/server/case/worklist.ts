import type { WorklistRow, WorklistView } from '#src/contract/views/worklist-view.ts'
import { sightOf, taskOf } from '#src/domain/case/view.ts'
import type { Person } from '#src/domain/person.ts'
import type { Deps } from '../deps.ts'
import { intakePart, intakeOf } from '../intake/intake-draft.ts'
import { stateOf } from './act.ts'
import { intakePartOf } from './case-parts.ts'
import { openWorkOf } from './open-work.ts'

/** The cases in which this person has a place, with what is asked of them next. Sorted by due date, then code. */
export async function worklistOf(deps: Deps, person: Person): Promise<WorklistView> {
  const rows: WorklistRow[] = []
  for (const head of await deps.store.heads()) {
    const state = stateOf(head)
    const sight = sightOf(state, person)
    if (!sight || state.erasedAt) continue
    const { form } = await intakePartOf(deps, state)
    const open = await openWorkOf(deps, state, sight)
    rows.push({
      id: state.id, code: state.code, question: form.question, tumourType: state.tumourType, tumourName: deps.knowledge.tumours.get(state.tumourType)?.name ?? state.tumourType,
      stage: sight.stage, due: state.due, takenInAt: state.takenInAt, task: taskOf(state, sight, open), open: open.rows + open.sections, myRole: sight.role,
      demonstration: state.demonstration, flags: state.flags.filter((f) => !f.resolved).length,
    })
  }
  rows.sort((a, b) => (a.due ?? '9999') < (b.due ?? '9999') ? -1 : (a.due ?? '9999') > (b.due ?? '9999') ? 1 : a.code < b.code ? -1 : 1)
  const drafts = await deps.store.draftsOfPerson(person.id, intakePart)
  return { rows, intakes: drafts.map(intakeOf).map((i) => ({ id: i.id, pseudonym: i.form.identity.pseudonym, savedAt: i.savedAt })) }
}
