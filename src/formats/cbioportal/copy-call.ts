import type { AlterationKind } from '#src/domain/alteration.ts'

/** One cell of discrete copy number: a call, nothing found, not on the panel, or not readable. A call is never turned into a number of copies. */
export type CopyCall = { kind: AlterationKind; lowLevel: boolean } | 'none' | 'not_tested' | 'invalid'

/** Discrete values of cBioPortal (−2 deep loss … 2 amplification; −1.5 partial deep loss, as MSK writes it) and the words other exports use. */
const calls: Readonly<Record<string, CopyCall>> = {
  '2': { kind: 'amplification', lowLevel: false }, '1': { kind: 'gain', lowLevel: true }, '0': 'none', '-1': { kind: 'loss', lowLevel: true }, '-1.5': { kind: 'loss', lowLevel: false }, '-2': { kind: 'deletion', lowLevel: false },
  amp: { kind: 'amplification', lowLevel: false }, amplification: { kind: 'amplification', lowLevel: false }, gain: { kind: 'gain', lowLevel: true }, diploid: 'none', neutral: 'none', none: 'none', loss: { kind: 'loss', lowLevel: true }, hetloss: { kind: 'loss', lowLevel: true }, shallowdel: { kind: 'loss', lowLevel: true },
  deepdel: { kind: 'deletion', lowLevel: false }, homdel: { kind: 'deletion', lowLevel: false }, deletion: { kind: 'deletion', lowLevel: false }, 'deep deletion': { kind: 'deletion', lowLevel: false }, homloss: { kind: 'deletion', lowLevel: false },
  na: 'not_tested', '': 'not_tested', '[not available]': 'not_tested', nan: 'not_tested', 'not tested': 'not_tested',
}

export function copyCall(cell: string): CopyCall {
  const word = cell.trim().toLowerCase()
  if (Object.hasOwn(calls, word)) return calls[word] ?? 'invalid'
  // `2.0` and `+1` occur where a spreadsheet has been at the file
  const value = Number(word)
  const key = String(value)
  return Number.isFinite(value) && Object.hasOwn(calls, key) ? calls[key] ?? 'invalid' : 'invalid'
}
