import type { Expression, GeneMatch } from './expression.ts'
import { expressionError } from './expression-error.ts'

const geneSymbol = /^[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*$|^C[0-9X]+orf[0-9]+$/
const tumourCode = /^[A-Z][A-Z0-9_]*$/
const wholeResidue = /^[A-Z][0-9]+X?$/
const proteinChange = /^[A-Z*][0-9]+[A-Za-z0-9_*?=>]+$/
const chromosomeArm = /^[0-9XY]{1,2}[pq]$/

/** What may follow a gene symbol as its one last word. */
const plainMatch: Readonly<Record<string, GeneMatch>> = {
  mutation: { kind: 'mutation' }, truncating: { kind: 'truncating' }, loss: { kind: 'loss' }, gain: { kind: 'gain' },
  amplification: { kind: 'amplification' }, deletion: { kind: 'deletion' }, fusion: { kind: 'fusion', partner: null },
  rearrangement: { kind: 'rearrangement' }, ITD: { kind: 'itd' }, reversion: { kind: 'reversion' }, overexpression: { kind: 'overexpression' },
  expression: { kind: 'expression' }, 'wild-type': { kind: 'wild_type' },
}

/** Measures with a name of their own. Mismatch repair and microsatellites: `positive` is the deficient, unstable state. */
const namedMeasure: Readonly<Record<string, Omit<Extract<Expression, { op: 'measure' }>, 'text'>>> = {
  'MSI-H': { op: 'measure', name: 'MSI', test: { kind: 'positive' } }, MSS: { op: 'measure', name: 'MSI', test: { kind: 'negative' } },
  dMMR: { op: 'measure', name: 'MMR', test: { kind: 'positive' } }, pMMR: { op: 'measure', name: 'MMR', test: { kind: 'negative' } },
  'TMB-H': { op: 'measure', name: 'TMB', test: { kind: 'at_least', value: 10 } },
  HRD: { op: 'measure', name: 'HRD', test: { kind: 'positive' } }, HRP: { op: 'measure', name: 'HRD', test: { kind: 'negative' } },
  'MGMT methylation': { op: 'measure', name: 'MGMT methylation', test: { kind: 'positive' } },
  '1p/19q codeletion': { op: 'measure', name: 'del(1p/19q)', test: { kind: 'positive' } },
  'FGFR2b overexpression': { op: 'measure', name: 'FGFR2b', test: { kind: 'positive' } },
  'c-MET IHC high': { op: 'measure', name: 'c-MET', test: { kind: 'grade', grade: 'high' } },
}

const isoforms: Readonly<Record<string, { gene: string; name: string }>> = {
  'AR-V7': { gene: 'AR', name: 'AR-V7' }, EGFRvIII: { gene: 'EGFR', name: 'EGFRvIII' }, 'EGFR vIII': { gene: 'EGFR', name: 'EGFRvIII' },
}

/**
 * One atom of an expression, already trimmed: a measure, a gene with what is said of it, or a bare OncoTree code. `germline` may stand before a gene.
 * Of a fusion `A::B` the 3' partner is the gene and the 5' one the partner; the pair is compared without order. Throws ExpressionError.
 */
export function parseAtom(text: string, position: number): Expression {
  const germline = text.startsWith('germline ')
  const body = germline ? text.slice('germline '.length).trim() : text
  const measure = germline ? null : parseMeasure(body)
  if (measure !== null) return measure
  const found = parseGene(body)
  if (found !== null) return { op: 'gene', gene: found.gene, match: found.match, germline, text }
  if (!germline && tumourCode.test(body)) return { op: 'tumour', code: body, text }
  throw expressionError(`not a biomarker: "${text}"`, position)
}

function parseMeasure(text: string): Expression | null {
  const named = namedMeasure[text]
  if (named !== undefined) return { ...named, text }
  if (text.startsWith('del(') && text.endsWith(')')) return { op: 'measure', name: text, test: { kind: 'positive' }, text }
  if (text.startsWith('HLA-') && text.includes('*')) return { op: 'measure', name: text, test: { kind: 'positive' }, text }
  const [first = '', second = '', ...more] = text.split(' ')
  if (second === 'deletion' && chromosomeArm.test(first)) return { op: 'measure', name: `del(${first})`, test: { kind: 'positive' }, text }
  if (second === 'IHC' && more.length === 1) return { op: 'measure', name: first, test: { kind: 'grade', grade: more.join('') }, text }
  for (const [sign, kind] of [['>=', 'at_least'], ['<', 'below']] as const) {
    const at = text.indexOf(sign)
    const value = at > 0 ? Number(text.slice(at + sign.length)) : Number.NaN
    if (!Number.isNaN(value)) return { op: 'measure', name: text.slice(0, at).trim(), test: { kind, value }, text }
  }
  if (text.endsWith('-low')) return { op: 'measure', name: text.slice(0, -'-low'.length), test: { kind: 'low' }, text }
  if (text.endsWith('-ultralow')) return { op: 'measure', name: text.slice(0, -'-ultralow'.length), test: { kind: 'grade', grade: 'ultralow' }, text }
  if (text.endsWith('+') && text.length > 1) return { op: 'measure', name: text.slice(0, -1), test: { kind: 'positive' }, text }
  if (text.endsWith('-') && text.length > 1) return { op: 'measure', name: text.slice(0, -1), test: { kind: 'negative' }, text }
  return null
}

function parseGene(text: string): { gene: string; match: GeneMatch } | null {
  const isoform = isoforms[text] ?? isoforms[text.slice(text.indexOf(' ') + 1)]
  if (isoform !== undefined) return { gene: isoform.gene, match: { kind: 'isoform', name: isoform.name } }
  const pair = text.split('::')
  if (pair.length === 2 && pair.every((gene) => geneSymbol.test(gene))) return { gene: pair[1] ?? '', match: { kind: 'fusion', partner: pair[0] ?? '' } }
  if (text.endsWith('-ITD') && geneSymbol.test(text)) return { gene: text.slice(0, -'-ITD'.length), match: { kind: 'itd' } }
  const space = text.indexOf(' ')
  const gene = space < 0 ? '' : text.slice(0, space)
  if (!geneSymbol.test(gene)) return null
  const match = parseMatch(text.slice(space + 1).trim())
  return match === null ? null : { gene, match }
}

/** What is said of a gene: `L858R`, `V600`, `G719X`, `exon 19 deletion`, `class 3`, `kinase domain mutation`, `loss` … Null when it cannot be read. */
export function parseMatch(text: string): GeneMatch | null {
  const plain = plainMatch[text]
  if (plain !== undefined) return plain
  const isoform = isoforms[text]
  if (isoform !== undefined) return { kind: 'isoform', name: isoform.name }
  const words = text.split(' ')
  const [first = '', second = '', third = ''] = words
  if (first === 'exon' && words.length === 3) return parseExon(Number(second), third)
  if (first === 'class' && words.length === 2) return { kind: 'functional_class', name: text }
  if (text.endsWith(' domain mutation')) return { kind: 'domain', domain: text.slice(0, -' domain mutation'.length) }
  if (text === 'promoter mutation') return { kind: 'domain', domain: 'promoter' }
  const change = first.startsWith('p.') ? first.slice(2) : first
  if (words.length === 2 && second !== 'mutation') return null
  if (words.length > 2) return null
  if (wholeResidue.test(change)) {
    const digits = change.endsWith('X') ? change.slice(1, -1) : change.slice(1)
    return { kind: 'codon', residue: change.charAt(0), position: Number(digits), to: null }
  }
  return words.length === 1 && proteinChange.test(change) ? { kind: 'change', change } : null
}

function parseExon(exon: number, change: string): GeneMatch | null {
  if (!Number.isInteger(exon) || exon < 1) return null
  return change === 'mutation' || change === 'deletion' || change === 'insertion' || change === 'skipping' ? { kind: 'exon', exon, change } : null
}
