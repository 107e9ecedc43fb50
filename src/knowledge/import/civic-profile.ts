import type { Knowledge } from '../knowledge.ts'
import { civicVariant } from './civic-variant.ts'

/** The genes an item may name, and whether it speaks of the inherited change: then every change it names carries that condition. */
export type ProfileContext = { knowledge: Pick<Knowledge, 'genes' | 'aliases'>; germline: boolean }
export type ReadProfile = { expression: string } | { code: 'profile_not_expressible' | 'gene_unknown'; what: string }
type Unread = Extract<ReadProfile, { code: string }>
const isUnread = (part: string | Unread): part is Unread => typeof part !== 'string'

/** Features of CIViC that are no gene: a measured property of the tumour. Blood TMB has another cut-off and is not one of ours. */
const factors: Readonly<Record<string, string>> = { 'TMB High': 'TMB-H', 'TMB Low': 'TMB<10', 'MSI High': 'MSI-H' }

/** Real profiles have up to 30 parts; beyond these bounds a text is none. */
const longest = 4_000
const deepest = 32

/**
 * A molecular profile of CIViC (`EGFR L858R AND NOT ( EGFR T790M OR EGFR C797S )`) as an expression of ours. NOT binds closer than AND, AND closer than OR.
 * What one atom cannot say makes the whole unreadable: a profile without one of its conditions would be another claim.
 */
export function civicProfile(text: string, context: ProfileContext): ReadProfile {
  if (text.length > longest) return { code: 'profile_not_expressible', what: `${text.slice(0, 80)}…` }
  const tokens = tokensOf(text)
  const cursor = { at: 0, depth: 0 }
  const expression = readOr()
  if (isUnread(expression)) return expression
  return cursor.at < tokens.length ? { code: 'profile_not_expressible', what: text } : { expression: withoutOuter(expression) }

  function readOr(): string | Unread { return readJoined('OR', () => readJoined('AND', readUnary)) }

  function readJoined(word: 'AND' | 'OR', readPart: () => string | Unread): string | Unread {
    const parts: string[] = []
    do {
      const part = readPart()
      if (isUnread(part)) return part
      parts.push(part)
    } while (take(word))
    if (parts.length === 1 && parts[0] !== undefined) return parts[0]
    return word === 'OR' ? `(${parts.join(' OR ')})` : parts.join(' AND ')
  }

  function readUnary(): string | Unread {
    if (take('NOT')) {
      const inner = readUnary()
      return isUnread(inner) ? inner : `NOT ${inner}`
    }
    if (take('(')) {
      cursor.depth += 1
      if (cursor.depth > deepest) return { code: 'profile_not_expressible', what: `${text.slice(0, 80)}…` }
      const inner = readOr()
      cursor.depth -= 1
      if (isUnread(inner)) return inner
      if (!take(')')) return { code: 'profile_not_expressible', what: text }
      return inner.includes(' AND ') && withoutOuter(inner) === inner ? `(${inner})` : inner
    }
    const atom = tokens[cursor.at]
    if (atom === undefined || joiners.has(atom)) return { code: 'profile_not_expressible', what: text }
    cursor.at += 1
    return atomOf(atom, context)
  }

  function take(token: string): boolean {
    if (tokens[cursor.at] !== token) return false
    cursor.at += 1
    return true
  }
}

const joiners: ReadonlySet<string> = new Set(['AND', 'OR', 'NOT', '(', ')'])

/** Joiners, parentheses that group, and between them atoms as written; a parenthesis inside an atom (`R200W (c.598C>T)`) belongs to it. */
function tokensOf(text: string): string[] {
  const tokens: string[] = []
  let atom: string[] = []
  const close = (): void => {
    if (atom.length > 0) tokens.push(atom.join(' '))
    atom = []
  }
  for (const raw of text.split(/\s+/).filter((word) => word !== '')) {
    let word = raw
    while (atom.length === 0 && word.startsWith('(')) { tokens.push('('); word = word.slice(1) }
    let closing = 0
    while (word.endsWith(')') && opened([...atom, word].join(' ')) < 0) { closing += 1; word = word.slice(0, -1) }
    if (joiners.has(word)) { close(); tokens.push(word) } else if (word !== '') atom.push(word)
    if (closing > 0) close()
    for (let one = 0; one < closing; one += 1) tokens.push(')')
  }
  close()
  return tokens
}

const opened = (text: string): number => text.split('(').length - text.split(')').length

/** The whole in one pair of parentheses needs none. */
function withoutOuter(expression: string): string {
  if (!expression.startsWith('(') || !expression.endsWith(')')) return expression
  let depth = 0
  for (const [at, sign] of [...expression].entries()) {
    if (sign === '(') depth += 1
    if (sign === ')') depth -= 1
    if (depth === 0 && at < expression.length - 1) return expression
  }
  return expression.slice(1, -1)
}

function atomOf(text: string, { knowledge, germline }: ProfileContext): string | Unread {
  if (Object.hasOwn(factors, text)) return factors[text] ?? text
  const space = text.indexOf(' ')
  const feature = space < 0 ? text : text.slice(0, space)
  const variant = space < 0 ? '' : text.slice(space + 1)
  if (feature.includes('::')) return fusionOf(feature, variant, text, knowledge)
  const gene = symbolOf(feature, knowledge)
  if (gene === null) return factorNames.has(feature) ? { code: 'profile_not_expressible', what: text } : { code: 'gene_unknown', what: feature }
  // before fusions were features of their own: `ALK EML4::ALK`, `ALK EML4-ALK`, `ABL1 BCR-ABL`
  if (variant.includes('::')) return fusionOf(variant.split(' ')[0] ?? '', variant.split(' ').slice(1).join(' ') || 'Fusion', text, knowledge)
  const partners = variant.split('-')
  if (partners.length === 2 && variant === variant.toUpperCase()) {
    const [first, second] = partners.map((name) => symbolOf(name === 'ABL' ? 'ABL1' : name, knowledge))
    if (first && second && (first === gene || second === gene)) return `${first}::${second}`
  }
  return civicVariant(gene, variant, germline) ?? { code: 'profile_not_expressible', what: text }
}

const factorNames: ReadonlySet<string> = new Set(['TMB', 'MSI', 'CK', 'HRD', 'COMPLEX', 'KARYOTYPE'])

/** `EML4::ALK`, `v::ALK` (whatever partner), `FGFR2::?` (partner not known). With breakpoints (`e13::e20`) it is another claim. */
function fusionOf(feature: string, variant: string, text: string, knowledge: Pick<Knowledge, 'genes' | 'aliases'>): string | Unread {
  const [first = '', second = '', ...more] = feature.split('::')
  if (more.length > 0 || !['fusion', 'fusions', ''].includes(variant.toLowerCase())) return { code: 'profile_not_expressible', what: text }
  const isOpen = (name: string): boolean => name === 'v' || name === '?'
  if (isOpen(first) && isOpen(second)) return { code: 'profile_not_expressible', what: text }
  const named = isOpen(first) ? second : first
  const gene = symbolOf(named, knowledge)
  if (isOpen(first) || isOpen(second)) return gene === null ? { code: 'gene_unknown', what: named } : `${gene} fusion`
  // of the two partners one has to be a gene of ours: the other is only compared by name
  const [five, three] = [gene ?? first, symbolOf(second, knowledge) ?? second]
  return symbolOf(three, knowledge) === null ? { code: 'gene_unknown', what: second } : `${five}::${three}`
}

function symbolOf(name: string, { genes, aliases }: Pick<Knowledge, 'genes' | 'aliases'>): string | null {
  return genes.has(name) ? name : (aliases.get(name.toUpperCase()) ?? null)
}
