import { isRefused, type Refused } from '#src/domain/refusal.ts'
import { act } from '../case/act.ts'
import type { Opened } from '../case/open-case.ts'
import { textPart } from '../case/parts.ts'
import type { Deps } from '../deps.ts'

type Result = { done: true } | Refused

/** A flag is seen by everybody in the case; a blocking one stops signing until somebody resolves it with a note. */
export async function raiseFlag(deps: Deps, opened: Opened, body: { commandId: string; text: string; blocking: boolean }): Promise<Result> {
  const text = body.text.trim()
  const part = await textPart(deps, opened.state.id, 'flag', text)
  const done = await act(deps, {
    caseId: opened.state.id, person: opened.person, role: opened.sight.role, commandId: body.commandId, body: { text, blocking: body.blocking },
    prepare: async () => ({
      command: { type: 'raise_flag', personId: opened.person.id, flag: body.commandId, text: part.hash, length: text.length, blocking: body.blocking }, parts: [part], deleteDrafts: [],
    }),
  })
  return isRefused(done) ? done : { done: true }
}

export async function resolveFlag(deps: Deps, opened: Opened, flag: string, body: { commandId: string; note: string }): Promise<Result> {
  const note = body.note.trim()
  const part = await textPart(deps, opened.state.id, 'note', note)
  const done = await act(deps, {
    caseId: opened.state.id, person: opened.person, role: opened.sight.role, commandId: body.commandId, body: { flag, note },
    prepare: async () => ({ command: { type: 'resolve_flag', personId: opened.person.id, flag, note: part.hash, length: note.length }, parts: [part], deleteDrafts: [] }),
  })
  return isRefused(done) ? done : { done: true }
}
