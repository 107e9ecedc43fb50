import type { api } from '#src/contract/api.ts'
import type { ErrorCodeOf } from '#src/lib/call.ts'
import { alwaysText } from '#src/lib/words/always-text.ts'

export const boardText: Record<ErrorCodeOf<typeof api.board>, string> = { ...alwaysText, not_found: 'This board session has ended, or there is none under this link. The presenter opens a new one from the case.' }
