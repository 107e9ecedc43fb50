import type { CorrectionView, ReplaceableFile } from '#src/contract/views/correction-view.ts'
import type { SourceFile } from '#src/domain/intake.ts'
import { intakePartOf } from '../case/case-parts.ts'
import type { Opened } from '../case/open-case.ts'
import type { Deps } from '../deps.ts'
import { documentFormat } from '../intake/intake-draft.ts'
import { correctionOf, type CorrectionDraft, type CorrectionJobs } from './correction-draft.ts'
import { prepareCorrection } from './prepare-correction.ts'

const nothing: CorrectionView = { state: 'none', file: null, replaces: [], candidates: [], reading: null, changes: null, identity: [], gates: [], problems: [], gaps: [] }
const shownProblems = 200

/** The correction under way as its coordinator sees it: what changes, what stops it, and what it takes the place of. */
export async function correctionViewOf(deps: Deps, jobs: CorrectionJobs, { state, person }: Opened): Promise<CorrectionView> {
  const found = await correctionOf(deps, state.id, person.id)
  if (!found) return nothing
  const { draft } = found
  const { files } = await intakePartOf(deps, state)
  const prepared = await prepareCorrection(deps, jobs, state, person.id, draft)
  const base = { ...nothing, file: draft.file, replaces: draft.replaces, gaps: draft.gaps, candidates: candidatesOf(files, draft.file.name) }
  if (!('profile' in prepared)) return { ...base, state: prepared.failed ? 'failed' : 'reading' }
  const { carried: _, ...changes } = prepared.difference
  return { ...base, state: 'ready', reading: prepared.part, changes, identity: prepared.identity, gates: prepared.gates, problems: prepared.problems.slice(0, shownProblems) }
}

/** A corrected file mostly carries its name, with a version or a date behind it: letters decide, digits do not. */
const stem = (name: string) => name.toLowerCase().replace(/[0-9]+/g, '').replace(/corrected|revised|final|new|copy|v(?=[^a-z]|$)/g, '').replace(/[^a-z.]/g, '').replace(/\.+/g, '.')

/** Files it may take the place of, those of the same source first. */
export function candidatesOf(files: readonly SourceFile[], name: string): ReplaceableFile[] {
  const records = files.filter((file) => file.format !== documentFormat)
  return records.map((file) => ({ hash: file.hash, name: file.name, format: file.format, sameSource: file.name === name || stem(file.name) === stem(name) }))
    .toSorted((a, b) => Number(b.sameSource) - Number(a.sameSource) || (a.name < b.name ? -1 : 1))
}

/** What a newly dropped file takes the place of before anybody has said so: the file of its own name, else the only one of the same source. */
export function firstGuess(files: readonly SourceFile[], file: CorrectionDraft['file']): string[] {
  const same = candidatesOf(files, file.name).filter((one) => one.sameSource)
  const named = same.filter((one) => one.name === file.name)
  return named.length > 0 ? named.map((one) => one.hash) : same.length === 1 ? same.map((one) => one.hash) : []
}
