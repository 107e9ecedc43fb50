import type { Expression } from '#src/knowledge/expression.ts'
import type { TumourTree } from '#src/knowledge/tumour-tree.ts'
import type { Profile } from '#src/domain/profile.ts'
import type { RuleCode } from '../explain/rule-code.ts'
import { matchAlteration } from '../alteration/match-alteration.ts'
import type { Closeness } from '../alteration/match-alteration.ts'
import { testMeasure } from '../alteration/measure.ts'
import type { Measures } from '../alteration/measure.ts'
import type { Classified } from '../alteration/tumour-alteration.ts'
import type { Weights } from '../release/weights.ts'

/** What evidence is held against. Only alterations with confidence are in `byGene`. */
export type Findings = {
  tumourType: string
  tree: TumourTree
  byGene: ReadonlyMap<string, readonly Classified[]>
  /** Genes that were looked at: covered by the assay, stated as wild-type, or found altered. */
  isCovered: (gene: string) => boolean
  measures: Measures
  /** Stated changes that resistance evidence speaks of, by gene: nothing beside them inherits from them. */
  isResistanceChange: (gene: string, text: string) => boolean
  weights: Weights
}

/**
 * How far beyond the stated category one may go. `sensitivity`: neighbours count less; `resistance`: only the same residue, and an unknown phase is
 * taken as cis; `strict`: only what is stated (under NOT, and for a drug's scope).
 */
export type Mode = { reach: 'sensitivity' | 'resistance' | 'strict'; inhibited: ReadonlySet<string>; mayExtend: boolean }
export type Unknown = { text: string; rule: RuleCode }

/** Three-valued: 1 true, 0 unknown, -1 false. `match` and `confidence` in percent; `hits` are the alterations that make it true. */
export type Verdict = { value: 1 | 0 | -1; match: number; confidence: number; subclonal: boolean; hits: readonly Classified[]; unknowns: readonly Unknown[]; closeness: Closeness; phaseAssumed: boolean }

/** What is strict goes nowhere beyond the stated category, whatever the drug. */
const strict: Mode = { reach: 'strict', inhibited: new Set(), mayExtend: false }
const no: Verdict = { value: -1, match: 0, confidence: 0, subclonal: false, hits: [], unknowns: [], closeness: 'none', phaseAssumed: false }
const yes: Verdict = { value: 1, match: 100, confidence: 100, subclonal: false, hits: [], unknowns: [], closeness: 'stated', phaseAssumed: false }
const unknowns = new Map<RuleCode, Map<string, Verdict>>()
/** Texts come from the release, so that there are few: each verdict is made once, and equal ones are the same object. */
function unknown(text: string, rule: RuleCode): Verdict {
  let ofRule = unknowns.get(rule)
  if (!ofRule) { ofRule = new Map(); unknowns.set(rule, ofRule) }
  let verdict = ofRule.get(text)
  if (!verdict) { verdict = { ...no, value: 0, unknowns: [{ text, rule }] }; ofRule.set(text, verdict) }
  return verdict
}
const closenessRank: Readonly<Record<Closeness, number>> = { stated: 5, codon: 4, region: 3, gene: 2, unspecified: 1, none: 0 }

export function evaluate(expression: Expression, findings: Findings, mode: Mode): Verdict {
  switch (expression.op) {
    case 'none': return yes
    case 'tumour': return findings.tree.isWithin(findings.tumourType, expression.code) ? yes : no
    case 'gene': return evaluateGene(expression, findings, mode)
    case 'measure': {
      const measured = testMeasure(expression.name, expression.test, findings.measures, findings.weights.variant.codon)
      if (measured === null) return unknown(expression.text, 'unknown.not_measured')
      return measured.holds ? { ...yes, match: measured.percent, closeness: measured.percent === 100 ? 'stated' : 'codon' } : no
    }
    case 'not': {
      const inner = evaluate(expression.of, findings, strict)
      return inner.value === 1 ? no : inner.value === -1 ? yes : inner
    }
    case 'and': return allOf(expression.of, findings, mode)
    case 'or': return anyOf(expression.of, findings, mode)
    case 'cis': case 'trans': return phased(expression, findings, mode)
  }
}

const openVerdict = (open: readonly Unknown[]): Verdict => ({ ...no, value: 0, unknowns: open })

function allOf(parts: readonly Expression[], findings: Findings, mode: Mode): Verdict {
  let result = yes
  let open: readonly Unknown[] = []
  for (const part of parts) {
    const one = evaluate(part, findings, mode)
    if (one.value === -1) return no
    if (one.value === 0) { open = open.length === 0 ? one.unknowns : [...open, ...one.unknowns]; continue }
    // what says nothing of its own, and the first that does, need no new object
    if (one === yes) continue
    if (result === yes) { result = one; continue }
    // one alteration is not two: what meets a second atom only by likeness to it does not meet both (KRAS G12C is not G12C and G12D)
    if ((one.closeness !== 'stated' || result.closeness !== 'stated') && one.hits.some((hit) => result.hits.includes(hit))) return no
    result = {
      value: 1, match: Math.min(result.match, one.match), confidence: Math.min(result.confidence, one.confidence), subclonal: result.subclonal || one.subclonal,
      hits: one.hits.length === 0 ? result.hits : [...result.hits, ...one.hits], unknowns: [], closeness: closenessRank[one.closeness] < closenessRank[result.closeness] ? one.closeness : result.closeness,
      phaseAssumed: result.phaseAssumed || one.phaseAssumed,
    }
  }
  return open.length > 0 ? openVerdict(open) : result
}

/** The branch that counts most; what is known to be true needs no other branch. */
function anyOf(parts: readonly Expression[], findings: Findings, mode: Mode): Verdict {
  let best: Verdict | null = null
  let open: readonly Unknown[] = []
  for (const part of parts) {
    const one = evaluate(part, findings, mode)
    if (one.value === 0) open = open.length === 0 ? one.unknowns : [...open, ...one.unknowns]
    if (one.value === 1 && (!best || worth(one, mode) > worth(best, mode))) best = one
  }
  return best ?? (open.length > 0 ? openVerdict(open) : no)
}

/** Sensitivity carried by a subclone counts less, so a clonal branch goes before a subclonal one that matches as well. */
function worth(verdict: Verdict, mode: Mode): number {
  return verdict.match * verdict.confidence * (mode.reach === 'sensitivity' && verdict.subclonal ? 70 : 100)
}

/** Two changes on one molecule. A phase nobody stated is taken as cis where that is the more cautious reading, and as unknown otherwise. */
function phased(expression: Extract<Expression, { op: 'cis' | 'trans' }>, findings: Findings, mode: Mode): Verdict {
  const both = allOf(expression.of, findings, mode)
  if (both.value !== 1 || both.hits.length < 2) return both
  const groups = new Set(both.hits.map((one) => one.alteration.phase))
  const shared = groups.size === 1 ? [...groups][0] ?? null : null
  const stated = shared === null ? (both.hits.every((one) => one.alteration.phase?.startsWith('cis') ?? false) ? 'trans' : null) : shared.startsWith('trans') ? 'trans' : 'cis'
  if (stated !== null) return stated === expression.op ? both : no
  if (mode.reach === 'resistance') return expression.op === 'cis' ? { ...both, phaseAssumed: true } : no
  return { ...no, value: 0, unknowns: [{ text: both.hits.map((one) => one.label).join(' and '), rule: 'unknown.phase' }] }
}

function percentFor(closeness: Closeness, one: Classified, fromResistance: boolean, mode: Mode, weights: Weights): number {
  const { variant } = weights
  if (closeness === 'stated') return variant.stated
  if (closeness === 'none' || mode.reach === 'strict') return 0
  if (mode.reach === 'resistance') return closeness === 'codon' ? variant.codon : 0
  if (closeness === 'unspecified') return variant.gene
  // A change known for resistance inherits no sensitivity from its neighbours; nor does a change the drug was not made for
  if (!mode.mayExtend || one.namedResistance || (closeness !== 'codon' && fromResistance)) return 0
  return closeness === 'codon' ? variant.codon : closeness === 'region' ? variant.region : variant.gene
}

function evaluateGene(atom: Extract<Expression, { op: 'gene' }>, findings: Findings, mode: Mode): Verdict {
  const { gene, match } = atom
  const found = findings.byGene.get(gene) ?? []
  if (match.kind === 'wild_type') {
    if (found.some((one) => (one.sequence || one.fusion) && one.alteration.category !== 'reversion')) return no
    return findings.isCovered(gene) ? yes : unknown(atom.text, 'unknown.not_covered')
  }
  let best: { one: Classified; percent: number; closeness: Closeness } | null = null
  let unspecified = false
  let originOpen = false
  for (const one of found) {
    let closeness = matchAlteration(match, gene, one)
    if (match.kind === 'functional_class' && one.functionalClass !== null) closeness = one.functionalClass === match.name ? 'stated' : 'none'
    // any inactivating or activating change meets `loss` or `gain`, whatever its form
    if (match.kind === 'loss' && closeness === 'none' && one.result.effect === 'loss' && one.sequence) closeness = 'stated'
    if (match.kind === 'gain' && closeness === 'none' && one.result.effect === 'gain') closeness = 'stated'
    if (closeness === 'none') continue
    // loss and gain of one gene never share sensitivity (invariant 16)
    if (mode.reach === 'sensitivity' && one.result.effect === 'loss' && mode.inhibited.has(gene) && match.kind !== 'loss' && match.kind !== 'truncating' && match.kind !== 'deletion') continue
    if (match.kind === 'loss' && one.result.effect === 'gain') continue
    if (atom.germline && one.alteration.origin !== 'germline') { originOpen ||= one.alteration.origin === 'unknown'; continue }
    const percent = percentFor(closeness, one, closeness === 'region' || closeness === 'gene' ? findings.isResistanceChange(gene, atom.text) : false, mode, findings.weights)
    if (percent === 0) { unspecified ||= closeness === 'unspecified'; continue }
    const better = !best || percent * one.result.confidence > best.percent * best.one.result.confidence
      || (percent * one.result.confidence === best.percent * best.one.result.confidence && Number(one.result.subclonal) < Number(best.one.result.subclonal))
    if (better) best = { one, percent, closeness }
  }
  if (best) return { value: 1, match: best.percent, confidence: best.one.result.confidence, subclonal: best.one.result.subclonal, hits: [best.one], unknowns: [], closeness: best.closeness, phaseAssumed: false }
  if (originOpen) return unknown(atom.text, 'unknown.origin')
  if (unspecified) return unknown(atom.text, 'unknown.not_specified')
  if (match.kind === 'expression' || match.kind === 'overexpression') return expressed(atom, findings)
  if (found.length > 0 || findings.isCovered(gene)) return no
  return unknown(atom.text, 'unknown.not_covered')
}

/** Sequencing does not see protein: without a stain the answer is unknown. */
function expressed(atom: Extract<Expression, { op: 'gene' }>, findings: Findings): Verdict {
  const state = findings.measures.get(atom.gene)
  if (!state || state.call === null) return unknown(atom.text, 'unknown.not_measured')
  return state.call === 'low' ? no : yes
}

/** Which genes count as looked at. A driver's gene evidently was; a gene that holds nothing but an uncertain variant adds nothing. */
export function coverageOf(profile: Profile, driverGenes: ReadonlySet<string>): (gene: string) => boolean {
  const { coverage } = profile
  const stated = new Set([...profile.wildType, ...(coverage.kind === 'genes' ? coverage.genes : [])])
  return (gene) => coverage.kind === 'all' || stated.has(gene) || driverGenes.has(gene)
}
