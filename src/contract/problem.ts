import type { ProblemCode } from './problem-status.ts'

/** How a refusal travels: its code, and what the code alone does not say. Never patient data. */
export type Problem<C extends ProblemCode = ProblemCode> = { code: C; detail?: string | null | undefined }
