import { stateOf } from '../case/act.ts'
import type { ReadingProblem } from '#src/domain/record-reading.ts'
import type { Deps } from '../deps.ts'
import type { UploadRecord } from './intake-draft.ts'

/**
 * Other cases that hold a file of the same content, judged by its hash: examples are shipped with files copied from each other, and a report is filed under the
 * wrong name. A coordinator sees all cases, so they may be named by their code. The same content under two names within one intake is said too.
 */
export async function otherCasesWith(deps: Pick<Deps, 'store'>, caseId: string, files: readonly UploadRecord[]): Promise<{ elsewhere: string[]; problems: ReadingProblem[] }> {
  if (files.length === 0) return { elsewhere: [], problems: [] }
  const states = (await deps.store.heads()).filter((head) => head.caseId !== caseId).map(stateOf).filter((state) => state.erasedAt === null)
  const problems: ReadingProblem[] = []
  const codes = new Set<string>()
  for (const [at, file] of files.entries()) {
    const same = states.filter((state) => state.files.includes(file.hash)).map((state) => state.code)
    for (const code of same) codes.add(code)
    if (same.length > 0) problems.push(warning('file_of_another_case', file.name, `The same file, byte for byte, belongs to another case. Check that it is this patient's; where two cases rightly share it, say why.`))
    const twin = files.slice(0, at).find((other) => other.hash === file.hash)
    if (twin) problems.push(warning('file_dropped_twice', file.name, 'This file holds the same as another file of this intake, byte for byte. It was read once; remove one of them, and check whether another file was meant.'))
  }
  return { elsewhere: [...codes].sort(), problems }
}

const warning = (code: string, file: string, message: string): ReadingProblem => ({ severity: 'warning', code, file, line: null, column: null, message })
