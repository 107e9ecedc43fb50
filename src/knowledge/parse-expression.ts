import type { Expression } from './expression.ts'
import { expressionError } from './expression-error.ts'
import { parseAtom } from './parse-atom.ts'

/** Where the reader stands. One per call: nothing of it outlives the parse. */
type Cursor = { readonly text: string; at: number }

/**
 * Reads a biomarker expression of a knowledge row. NOT binds closer than AND, AND closer than OR; CIS(a, b) and TRANS(a, b) take two expressions.
 * `none` stands alone. Throws ExpressionError with the offset of what cannot be read. Recursive descent, linear in the length of the text.
 */
export function parseExpression(text: string): Expression {
  if (text.trim() === 'none') return { op: 'none' }
  const cursor: Cursor = { text, at: 0 }
  const expression = readOr(cursor)
  skipSpace(cursor)
  if (cursor.at < text.length) throw expressionError(`unexpected "${text.charAt(cursor.at)}"`, cursor.at)
  return expression
}

function readOr(cursor: Cursor): Expression {
  const parts = [readAnd(cursor)]
  while (takeWord(cursor, 'OR')) parts.push(readAnd(cursor))
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : { op: 'or', of: parts }
}

function readAnd(cursor: Cursor): Expression {
  const parts = [readUnary(cursor)]
  while (takeWord(cursor, 'AND')) parts.push(readUnary(cursor))
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : { op: 'and', of: parts }
}

function readUnary(cursor: Cursor): Expression {
  if (takeWord(cursor, 'NOT')) return { op: 'not', of: readUnary(cursor) }
  for (const [word, op] of [['CIS(', 'cis'], ['TRANS(', 'trans']] as const) {
    if (!take(cursor, word)) continue
    const first = readOr(cursor)
    expect(cursor, ',')
    const second = readOr(cursor)
    expect(cursor, ')')
    return { op, of: [first, second] }
  }
  if (take(cursor, '(')) {
    const inner = readOr(cursor)
    expect(cursor, ')')
    return inner
  }
  return readAtom(cursor)
}

/** An atom is a run of words up to AND, OR, NOT, a comma or a parenthesis; `del(17p)` keeps its own. */
function readAtom(cursor: Cursor): Expression {
  skipSpace(cursor)
  const start = cursor.at
  const words: string[] = []
  for (;;) {
    skipSpace(cursor)
    const wordStart = cursor.at
    const word = readWord(cursor)
    if (word === '' || word === 'AND' || word === 'OR' || word === 'NOT') {
      cursor.at = wordStart
      break
    }
    words.push(word)
  }
  if (words.length === 0) throw expressionError('a biomarker is missing', start)
  return parseAtom(words.join(' '), start)
}

function readWord(cursor: Cursor): string {
  const start = cursor.at
  let depth = 0
  while (cursor.at < cursor.text.length) {
    const sign = cursor.text.charAt(cursor.at)
    if (sign === '(' && cursor.at === start) break
    if (sign === '(') depth += 1
    if (sign === ')' && depth === 0) break
    if (depth === 0 && (sign === ' ' || sign === ',')) break
    if (sign === ')') depth -= 1
    cursor.at += 1
  }
  return cursor.text.slice(start, cursor.at)
}

function skipSpace(cursor: Cursor): void {
  while (cursor.text.charAt(cursor.at) === ' ') cursor.at += 1
}

function take(cursor: Cursor, sign: string): boolean {
  skipSpace(cursor)
  if (!cursor.text.startsWith(sign, cursor.at)) return false
  cursor.at += sign.length
  return true
}

function takeWord(cursor: Cursor, word: string): boolean {
  skipSpace(cursor)
  const after = cursor.text.charAt(cursor.at + word.length)
  if (!cursor.text.startsWith(word, cursor.at) || (after !== ' ' && after !== '(' && after !== '')) return false
  cursor.at += word.length
  return true
}

function expect(cursor: Cursor, sign: string): void {
  if (!take(cursor, sign)) throw expressionError(`"${sign}" expected`, cursor.at)
}
