import { textSections } from '#src/domain/report/section.ts'

/** Text sections that a named person must adopt before anybody signs: the machine's words stay the machine's until then. */
export const requiredSections: readonly string[] = textSections.map((s) => s.id)
