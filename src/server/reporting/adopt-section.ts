import type { ReportView } from '#src/contract/views/report-view.ts'
import { isTextSection } from '#src/domain/report/section.ts'
import { isRefused, refused, type Refused } from '#src/domain/refusal.ts'
import { act } from '../case/act.ts'
import type { Opened } from '../case/open-case.ts'
import { textPart } from '../case/parts.ts'
import type { Deps } from '../deps.ts'
import { reportViewOf } from './report-view-of.ts'

/** A named person takes a section over: its words, edited or as drafted, are theirs from then on. */
export async function adoptSection(deps: Deps, opened: Opened, section: string, body: { commandId: string; version: number; markdown: string }): Promise<ReportView | Refused> {
  const { state: seen, person, sight } = opened
  const text = await textPart(deps, seen.id, 'section', body.markdown)
  const done = await act(deps, {
    caseId: seen.id, person, role: sight.role, commandId: body.commandId, body: { ...body, commandId: '', section },
    prepare: async (state) => (state
      ? { command: { type: 'adopt_section', personId: person.id, section, text: text.hash, version: body.version, known: isTextSection(section) }, parts: [text], deleteDrafts: [] }
      : refused('case_not_found')),
  })
  return isRefused(done) ? done : reportViewOf(deps, { state: done, sight })
}
