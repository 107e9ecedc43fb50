import type { api } from '#src/contract/api.ts'
import type { ErrorCodeOf } from '#src/lib/call.ts'
import { alwaysText, caseText } from '#src/lib/words/always-text.ts'

export const historyText: Record<ErrorCodeOf<typeof api.history>, string> = { ...alwaysText, ...caseText }
