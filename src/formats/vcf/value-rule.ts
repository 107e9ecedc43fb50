import type { Declaration } from './header.ts'
import { reservedOf } from './reserved.ts'

export type ValueType = 'Integer' | 'Float' | 'Flag' | 'Character' | 'String' | ''

/** How the values of a key must look. `count`: a number, `A`, `R`, `G`, `P` (ploidy) or '' for any; '' as type for any text. `isFree`: nothing can be wrong, as with one text, which may hold commas. `isCount`: never negative. */
export type ValueRule = { type: ValueType; count: number | 'A' | 'R' | 'G' | 'P' | ''; isFree: boolean; isCount: boolean }

const counts = new Set(['AC', 'AD', 'ADF', 'ADR', 'AN', 'DP', 'EC', 'MQ0', 'NS', 'PL', 'GQ', 'HQ', 'END'])

const types = new Set<string>(['Integer', 'Float', 'Flag', 'Character', 'String'])

/** The declaration of the file, else what the specification fixes for a reserved key, else anything. */
export function ruleOf(column: 'INFO' | 'FORMAT', name: string, declared: Declaration | undefined, version: number): ValueRule {
  const reserved = declared === undefined ? reservedOf(column, name, version) : undefined
  const number = declared?.number ?? reserved?.[0] ?? ''
  const type = declared?.type ?? reserved?.[1] ?? ''
  const count = number === 'A' || number === 'R' || number === 'G' || number === 'P' ? number : /^[0-9]{1,4}$/.test(number) ? Number(number) : ''
  const isKnown = types.has(type)
  // The set above guarantees the narrowing.
  return { type: isKnown ? (type as ValueType) : '', count, isFree: (count === '' || (count === 1 && declared !== undefined)) && (!isKnown || type === 'String'), isCount: type === 'Integer' && counts.has(name) }
}

const COMMA = 44
const DOT = 46
const PLUS = 43
const MINUS = 45
const isDigit = (byte: number | undefined) => byte !== undefined && byte >= 48 && byte <= 57

/**
 * Counts the values between two places, or gives -1 when one of them is not of the type. `.` is a missing value of any type. Numbers as the
 * specification writes them: integers with a sign, floats with exponent, `NaN` and `Inf` in any case (4.3, section 1.3).
 */
export function countValues(type: ValueType, bytes: Uint8Array, from: number, to: number): number {
  if (type === 'Integer' || type === 'Float') return countNumbers(type === 'Float', bytes, from, to)
  let count = 1
  let length = 0
  for (let at = from; at < to; at++) {
    if (bytes[at] !== COMMA) { length++; continue }
    if (type === 'Character' && length !== 1 && !isEncoded(bytes, at - length, length)) return -1
    count++
    length = 0
  }
  return type === 'Character' && length !== 1 && !isEncoded(bytes, to - length, length) ? -1 : count
}

/** One character that is percent-encoded, or one outside ASCII. */
const isEncoded = (bytes: Uint8Array, from: number, length: number) => (length === 3 && bytes[from] === 37) || (length > 1 && length <= 4 && (bytes[from] ?? 0) >= 0xc0)

function countNumbers(isFloat: boolean, bytes: Uint8Array, from: number, to: number): number {
  let count = 0
  for (let at = from; at <= to; at++) {
    const start = at
    let sign = 0
    if (at < to && (bytes[at] === PLUS || bytes[at] === MINUS)) { at++; sign = 1 }
    const digits = at
    while (at < to && isDigit(bytes[at])) at++
    if (at < to && bytes[at] !== COMMA) {
      if (bytes[at] === DOT && at === start && (at + 1 === to || bytes[at + 1] === COMMA)) at++
      else if (isFloat) at = endOfFloat(bytes, digits, to)
      else return -1
      if (at < 0 || (at < to && bytes[at] !== COMMA)) return -1
    } else if (at === start + sign) return -1
    count++
  }
  return count
}

/** Where a float that begins here (behind its sign) ends, or -1. */
function endOfFloat(bytes: Uint8Array, from: number, to: number): number {
  let at = from
  while (at < to && isDigit(bytes[at])) at++
  let digits = at - from
  if (at < to && bytes[at] === DOT) { const dot = ++at; while (at < to && isDigit(bytes[at])) at++; digits += at - dot }
  if (digits === 0) return endOfWord(bytes, from, to)
  if (at < to && (bytes[at] === 69 || bytes[at] === 101)) {
    at++
    if (at < to && (bytes[at] === PLUS || bytes[at] === MINUS)) at++
    const exponent = at
    while (at < to && isDigit(bytes[at])) at++
    if (at === exponent) return -1
  }
  return at
}

function endOfWord(bytes: Uint8Array, from: number, to: number): number {
  for (const word of ['nan', 'infinity', 'inf']) {
    let at = 0
    while (at < word.length && from + at < to && ((bytes[from + at] ?? 0) | 32) === word.charCodeAt(at)) at++
    if (at === word.length) return from + at
  }
  return -1
}
