import canonicalize from 'canonicalize'

const deepest = 64

/**
 * RFC 8785 text of a value, the bytes that are hashed and signed. Refuses what two readers could understand differently: integers
 * beyond 2^53, text that is not in Unicode NFC, nesting beyond 64, and what JSON does not know (undefined in lists, NaN, functions).
 */
export function canonicalJson(value: unknown): string {
  check(value, 0)
  const text = canonicalize(value)
  if (text === undefined) throw new Error('nothing to canonicalise')
  return text
}

function check(value: unknown, depth: number): void {
  if (depth > deepest) throw new Error(`nested deeper than ${deepest}`)
  if (typeof value === 'string') return checkText(value)
  if (typeof value === 'number') return checkNumber(value)
  if (value === null || typeof value === 'boolean') return
  if (Array.isArray(value)) {
    for (const item of value) check(item, depth + 1)
    return
  }
  if (typeof value !== 'object') throw new Error(`JSON knows no ${typeof value}`)
  for (const [name, item] of Object.entries(value)) {
    checkText(name)
    if (item !== undefined) check(item, depth + 1)
  }
}

function checkText(text: string): void {
  if (text.normalize('NFC') !== text) throw new Error('text is not in Unicode NFC')
}

function checkNumber(number: number): void {
  if (!Number.isFinite(number)) throw new Error('JSON knows no infinity and no NaN')
  if (Number.isInteger(number) && !Number.isSafeInteger(number)) throw new Error(`${number} is beyond 2^53 and would be read differently elsewhere`)
}
