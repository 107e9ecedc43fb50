import type { ReadingProblem } from '#src/domain/record-reading.ts'

/** Why a whole file is not read. Thrown inside the readers, caught once in `readRecords`, where it becomes a problem of the reading. */
export type Refusal = Pick<ReadingProblem, 'code' | 'line' | 'column' | 'message'>

const refusals = new WeakMap<object, Refusal>()

/** Stops the reading of one file. The message says what is wrong, where, and what to do. */
export function refuse(code: string, message: string, where: { line?: number; column?: string } = {}): never {
  const error = new Error(message)
  refusals.set(error, { code, message, line: where.line ?? null, column: where.column ?? null })
  throw error
}

/** The refusal behind a caught error, or null: then it is a defect or an abort and must be thrown on. */
export function refusalOf(error: unknown): Refusal | null {
  return typeof error === 'object' && error !== null ? refusals.get(error) ?? null : null
}
