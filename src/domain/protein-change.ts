import { isResidue, oneLetterOf, threeLettersOf } from './amino-acid.ts'

/**
 * A protein change in HGVS terms. Positions are 1-based residues of whatever transcript the source used; residues are one-letter, `*` is a stop.
 * `end` equals `start` for changes of a single residue; both are null only for `p.?`, `p.=` and `p.0`.
 */
export type ProteinChangeKind =
  | 'substitution' | 'nonsense' | 'synonymous' | 'deletion' | 'duplication' | 'insertion' | 'delins' | 'frameshift' | 'extension'
  | 'start_lost' | 'splice' | 'unknown'
export type ResidueAt = { residue: string; position: number }
export type ProteinChange = {
  kind: ProteinChangeKind
  start: ResidueAt | null
  end: ResidueAt | null
  /** New residues of a substitution, insertion or delins; first new residue of a frameshift or extension; null when not stated. */
  inserted: string | null
  /** Number of new residues, when only their number is stated (`ins5`) or their sequence is. */
  insertedLength: number | null
  /** Residues to the new stop of a frameshift or extension; negative for an extension in front of Met1; null when not stated. */
  distance: number | null
}

const MAX_LENGTH = 400
const isDigit = (char: string) => char >= '0' && char <= '9'

/** A cursor over the text: every reader moves it forward only, so parsing is linear in the length of the text. */
type Cursor = { text: string; at: number }

function readNumber(cursor: Cursor): number | null {
  const from = cursor.at
  while (isDigit(cursor.text.charAt(cursor.at))) cursor.at++
  return cursor.at > from && cursor.at - from <= 6 ? Number(cursor.text.slice(from, cursor.at)) : null
}

function readResidue(cursor: Cursor): string | null {
  const { text, at } = cursor
  const three = oneLetterOf(text.slice(at, at + 3))
  // Three letters count when written `Leu`, or in any case right before a position or the end; `ALA` inside a sequence is three residues.
  if (three && ((text.charAt(at) < 'a' && text.charAt(at + 1) >= 'a') || isDigit(text.charAt(at + 3)))) { cursor.at += 3; return three }
  const one = text.charAt(at)
  if (!isResidue(one)) return null
  cursor.at++
  return one
}

/** The one new residue that ends a substitution may stand in small letters (`v600e`) or in three capitals (`VAL600GLU`). */
function readLastResidue(cursor: Cursor): string | null {
  const rest = cursor.text.slice(cursor.at)
  const last = oneLetterOf(rest) ?? (rest.length === 1 && isResidue(rest.toUpperCase()) ? rest.toUpperCase() : undefined)
  if (last === undefined) return readResidue(cursor)
  cursor.at = cursor.text.length
  return last
}

function readResidueAt(cursor: Cursor): ResidueAt | null {
  const small = cursor.text.charAt(cursor.at) >= 'a' && isDigit(cursor.text.charAt(cursor.at + 1)) && isResidue(cursor.text.charAt(cursor.at).toUpperCase())
  const residue = small ? cursor.text.charAt(cursor.at++).toUpperCase() : readResidue(cursor)
  const position = residue === null ? null : readNumber(cursor)
  return residue === null || position === null || position === 0 ? null : { residue, position }
}

function readSequence(cursor: Cursor): string {
  let sequence = ''
  for (let residue = readResidue(cursor); residue !== null; residue = readResidue(cursor)) sequence += residue
  return sequence
}

function take(cursor: Cursor, word: string): boolean {
  if (!cursor.text.startsWith(word, cursor.at)) return false
  cursor.at += word.length
  return true
}

const takeStop = (cursor: Cursor) => take(cursor, 'Ter') || take(cursor, '*') || take(cursor, 'X')
const atEnd = (cursor: Cursor) => cursor.at === cursor.text.length

function change(kind: ProteinChangeKind, start: ResidueAt | null, end: ResidueAt | null, inserted: string | null = null, distance: number | null = null): ProteinChange {
  return { kind, start, end, inserted, insertedLength: inserted === null ? null : inserted.length, distance }
}

function readInserted(cursor: Cursor, kind: 'insertion' | 'delins', start: ResidueAt, end: ResidueAt): ProteinChange | null {
  const count = readNumber(cursor)
  if (count !== null) return atEnd(cursor) ? { ...change(kind, start, end), insertedLength: count } : null
  const sequence = readSequence(cursor)
  return atEnd(cursor) ? change(kind, start, end, sequence === '' ? null : sequence) : null
}

/** `fs`, `fs*23`, `fsTer23`, `fs*?`; the cursor stands behind `fs`. */
function readFrameshift(cursor: Cursor, start: ResidueAt, first: string | null): ProteinChange | null {
  const stop = takeStop(cursor)
  const distance = stop ? readNumber(cursor) : null
  if (stop && distance === null) take(cursor, '?')
  return atEnd(cursor) ? change('frameshift', start, start, first, distance) : null
}

/** `ext-5`, `ext*17`, `extTer17`, `ext*?`; the cursor stands behind `ext`. */
function readExtension(cursor: Cursor, start: ResidueAt, first: string | null): ProteinChange | null {
  const sign = take(cursor, '-') ? -1 : 1
  takeStop(cursor)
  const distance = readNumber(cursor)
  if (distance === null) take(cursor, '?')
  return atEnd(cursor) ? change('extension', start, start, first, distance === null ? null : sign * distance) : null
}

/** What follows one residue or a range: `del`, `dup`, `ins…`, `delins…`, `delELREA`, `delELREAinsS`, `>S`. */
function readRangeChange(cursor: Cursor, start: ResidueAt, end: ResidueAt): ProteinChange | null {
  if (take(cursor, 'delins') || take(cursor, '>')) return readInserted(cursor, 'delins', start, end)
  if (take(cursor, 'dup')) { readSequence(cursor); return atEnd(cursor) ? change('duplication', start, end) : null }
  if (take(cursor, 'ins')) return readInserted(cursor, 'insertion', start, end)
  if (!take(cursor, 'del')) return null
  if (readSequence(cursor) === '') readNumber(cursor)
  if (take(cursor, 'ins')) return readInserted(cursor, 'delins', start, end)
  return atEnd(cursor) ? change('deletion', start, end) : null
}

function readSingle(cursor: Cursor, start: ResidueAt): ProteinChange | null {
  if (atEnd(cursor)) return null
  if (take(cursor, '_splice')) return atEnd(cursor) ? change('splice', start, start) : null
  if (take(cursor, '=')) return atEnd(cursor) ? change('synonymous', start, start, start.residue) : null
  if (take(cursor, '?')) return atEnd(cursor) ? change(start.position === 1 ? 'start_lost' : 'unknown', start, start) : null
  if (take(cursor, 'fs')) return readFrameshift(cursor, start, null)
  if (take(cursor, 'ext')) return readExtension(cursor, start, null)
  const ranged = readRangeChange(cursor, start, start)
  if (ranged) return ranged
  const alt = readLastResidue(cursor)
  if (alt === null) return null
  if (take(cursor, 'fs')) return readFrameshift(cursor, start, alt)
  if (take(cursor, 'ext')) return readExtension(cursor, start, alt)
  // `Asp^Val`: the laboratory does not know which of the two
  if (take(cursor, '^')) return readResidue(cursor) !== null && atEnd(cursor) ? change('unknown', start, start) : null
  if (!atEnd(cursor)) return null
  if (alt === start.residue) return change('synonymous', start, start, alt)
  if (start.position === 1 && start.residue === 'M') return change('start_lost', start, start)
  // `X` at the end is the legacy stop (W24X); only beside another residue does it mean "any", and that is a category of the knowledge, not a change
  return alt === '*' || alt === 'X' ? change('nonsense', start, start, '*') : change('substitution', start, start, alt)
}

/** Cuts `NP_005219.2:`, `p.`, `EGFR:p.` and the parentheses of a predicted change. */
function bare(text: string): string {
  let rest = text.trim()
  const colon = rest.lastIndexOf(':')
  if (colon >= 0) rest = rest.slice(colon + 1)
  if (rest.startsWith('p.')) rest = rest.slice(2)
  if (rest.startsWith('(') && rest.endsWith(')')) rest = rest.slice(1, -1)
  // `ΔE746-A750` and `delE746-A750` put the deletion in front
  if (rest.startsWith('Δ')) return `${rest.slice(1)}del`
  return /^del[A-Z][0-9]/.test(rest) ? `${rest.slice(3)}del` : rest
}

const plainResidues: ReadonlySet<string> = new Set('ACDEFGHIKLMNPQRSTVWY')

/** `p.G12D` and `G12D`, which nearly all of a cohort's changes are: the result is that of the full reading. Null for whatever is written in any other way. */
function readPlain(text: string): ProteinChange | null {
  const from = text.startsWith('p.') ? 2 : 0
  const last = text.length - 1
  if (last - from < 2 || last - from > 7) return null
  let position = 0
  for (let at = from + 1; at < last; at++) {
    const digit = text.charCodeAt(at) - 48
    if (digit < 0 || digit > 9) return null
    position = position * 10 + digit
  }
  const [residue, inserted] = [text.charAt(from), text.charAt(last)]
  if (position < 2 || residue === inserted || !plainResidues.has(residue) || !plainResidues.has(inserted)) return null
  const start = { residue, position }
  return { kind: 'substitution', start, end: start, inserted, insertedLength: 1, distance: null }
}

/**
 * Reads an HGVS protein change in one- or three-letter form, with or without `p.`, accession and parentheses, and the common legacy forms
 * (`W24X`, `delELREA`, `L747_P753>S`, `X1010_splice`). Linear in the length; null for anything else, `c.` changes included. Source: HGVS recommendations.
 */
export function parseProteinChange(text: string): ProteinChange | null {
  if (text.length > MAX_LENGTH) return null
  const plain = readPlain(text)
  if (plain) return plain
  const rest = bare(text)
  if (rest === '?') return change('unknown', null, null)
  if (rest === '=') return change('synonymous', null, null)
  if (rest === '0' || rest === '0?') return change('start_lost', null, null)
  const cursor: Cursor = { text: rest, at: 0 }
  const start = readResidueAt(cursor)
  if (!start) return null
  const afterStart = cursor.at
  if (!(take(cursor, '_') || take(cursor, '-'))) return readSingle(cursor, start)
  const end = readResidueAt(cursor)
  if (!end) { cursor.at = afterStart; return readSingle(cursor, start) }
  if (end.position < start.position) return null
  if (take(cursor, '_splice')) return atEnd(cursor) ? change('splice', start, end) : null
  const ranged = readRangeChange(cursor, start, end)
  return ranged?.kind === 'insertion' && end.position !== start.position + 1 ? null : ranged
}

const one = (at: ResidueAt) => `${at.residue}${at.position}`
const three = (at: ResidueAt) => `${threeLettersOf(at.residue) ?? 'Xaa'}${at.position}`
const threes = (sequence: string) => [...sequence].map((residue) => threeLettersOf(residue) ?? 'Xaa').join('')

function written(change: ProteinChange, at: (residue: ResidueAt) => string, sequence: (residues: string) => string, stop: string): string {
  const { start, end, inserted, insertedLength, distance } = change
  if (start === null || end === null) return change.kind === 'synonymous' ? '=' : change.kind === 'start_lost' ? '0' : '?'
  const range = start.position === end.position ? at(start) : `${at(start)}_${at(end)}`
  const added = inserted !== null ? sequence(inserted) : insertedLength !== null ? String(insertedLength) : ''
  switch (change.kind) {
    case 'substitution': case 'nonsense': return `${at(start)}${added}`
    case 'synonymous': return `${at(start)}=`
    case 'deletion': return `${range}del`
    case 'duplication': return `${range}dup`
    case 'insertion': return `${range}ins${added}`
    case 'delins': return `${range}delins${added}`
    case 'frameshift': return `${at(start)}${added}fs${distance === null ? '' : `${stop}${distance}`}`
    case 'extension': return `${at(start)}${added}ext${distance === null ? '' : distance < 0 ? distance : `${stop}${distance}`}`
    case 'splice': return `${range}_splice`
    case 'start_lost': case 'unknown': return `${at(start)}?`
  }
}

/** Canonical one-letter form with `p.`: `p.L858R`, `p.E746_A750del`, `p.R97Pfs*23`. */
export function formatProteinChange(change: ProteinChange): string {
  return `p.${written(change, one, (residues) => residues, '*')}`
}

/** Canonical three-letter form; parentheses say that it is predicted from DNA: `p.(Leu858Arg)`. */
export function formatProteinChangeInThreeLetters(change: ProteinChange, predicted: boolean): string {
  const text = written(change, three, threes, 'Ter')
  return predicted ? `p.(${text})` : `p.${text}`
}

/** Rewrites an insertion that repeats what stands before it as the duplication HGVS asks for: `A775_G776insYVMA` is `Y772_A775dup`. */
function asDuplication(change: ProteinChange): ProteinChange {
  const { kind, start, inserted } = change
  if (kind !== 'insertion' || !start || inserted === null || start.position < inserted.length) return change
  if (inserted.at(-1) !== start.residue) return change
  const first = { residue: inserted.charAt(0), position: start.position - inserted.length + 1 }
  return { kind: 'duplication', start: first, end: start, inserted: null, insertedLength: null, distance: null }
}

/**
 * Do two changes name the same protein? An insertion is compared with a duplication by its length, first and last residue, since the sequence
 * between is not at hand (checked on the hotspots ERBB2 Y772_A775dup and EGFR A767_V769dup). The stop distance of a frameshift is left aside.
 */
export function isSameProteinChange(a: ProteinChange, b: ProteinChange): boolean {
  const [x, y] = a.kind === 'insertion' && b.kind === 'duplication' ? [asDuplication(a), b] : b.kind === 'insertion' && a.kind === 'duplication' ? [a, asDuplication(b)] : [a, b]
  if (x.kind !== y.kind || !x.start || !y.start || !x.end || !y.end) return false
  const sameRange = one(x.start) === one(y.start) && one(x.end) === one(y.end)
  return sameRange && (x.kind === 'frameshift' || x.kind === 'extension' || x.inserted === y.inserted)
}
