import type { Expression } from '../expression.ts'
import type { Knowledge } from '../knowledge.ts'
import type { EvidenceRow, TumourScope } from '../schema.ts'

/** What a release says of a therapy, from its evidence and its labels, as an imported item is held against it. */
export type Claim = {
  id: string
  kind: 'evidence' | 'label'
  stance: 'for' | 'against'
  expression: Expression
  tumour: TumourScope
  level: EvidenceRow['level']
  cluster: string
  reliefTargets: readonly string[]
}

/** Claims by regimen (`cetuximab+encorafenib`); a claim on a class stands with each of its drugs. Notes and comparisons claim nothing of the kind. */
export function claimsOf({ evidence, labels, therapies }: Pick<Knowledge, 'evidence' | 'labels' | 'therapies'>): Map<string, Claim[]> {
  const members = new Map<string, string[]>()
  for (const row of therapies.values()) members.set(row.class, [...(members.get(row.class) ?? []), row.drug])
  const claims = new Map<string, Claim[]>()
  const put = (regimen: readonly string[], claim: Claim): void => {
    for (const key of regimenKeys(regimen, members)) claims.set(key, [...(claims.get(key) ?? []), claim])
  }
  for (const { row, expression } of evidence) {
    if (row.direction === 'note' || row.direction === 'inferior_to') continue
    put(row.regimen, { ...row, kind: 'evidence', stance: row.direction === 'sensitivity' ? 'for' : 'against', expression })
  }
  for (const { row, expression } of labels) {
    if (row.status === 'approved') put(row.regimen, { ...row, kind: 'label', stance: 'for', expression, level: 'A', reliefTargets: [] })
  }
  return claims
}

function regimenKeys(regimen: readonly string[], members: ReadonlyMap<string, readonly string[]>): string[] {
  let sets: string[][] = [[]]
  for (const name of regimen) {
    const drugs = name.startsWith('class:') ? (members.get(name.slice('class:'.length)) ?? []) : [name]
    sets = sets.flatMap((set) => drugs.map((drug) => [...set, drug]))
  }
  return sets.map((set) => [...new Set(set)].sort().join('+'))
}

/** Genes whose change an expression asks for, and the atoms that do. */
export function askedAtoms(expression: Expression): Extract<Expression, { op: 'gene' }>[] {
  if (expression.op === 'gene') return expression.match.kind === 'wild_type' ? [] : [expression]
  return expression.op === 'and' || expression.op === 'or' || expression.op === 'cis' || expression.op === 'trans' ? expression.of.flatMap(askedAtoms) : []
}

/** States that come with the tumour type a therapy is for, and are seldom repeated where a gene is the point. */
const subtypeStates: ReadonlySet<string> = new Set(['ER', 'PR', 'HR', 'HER2'])

type Atom = Extract<Expression, { op: 'gene' | 'measure' }>

/** A part that asks for no change: an exclusion, a tumour type, a wild-type gene, a state of the subtype. */
function isCondition(part: Expression): boolean {
  return part.op === 'none' || part.op === 'not' || part.op === 'tumour' || (part.op === 'gene' && part.match.kind === 'wild_type') || (part.op === 'measure' && subtypeStates.has(part.name))
    || ((part.op === 'and' || part.op === 'or') && part.of.every(isCondition))
}

/** Is it for everybody of the tumour type, or for all of a subtype? */
export const isUnselected = isCondition

/**
 * Is what an item asks for one case of what a claim asks for? `KRAS G12C` is one of `KRAS mutation`; `EGFR L858R AND EGFR T790M` is none of `EGFR L858R`, for it says something
 * about T790M. Read cautiously: where it cannot be told, it is not.
 */
export function isCaseOf(item: Expression, claim: Expression): boolean {
  const parts = asked(item)
  return parts.length > 0 && parts.every((atom) => isAtomOf(atom, claim, isWithinAtom))
}

/** Does a claim speak of the same changes as an item, or of some of them? A claim on all mutations of a gene does not speak of the one that is its exception. */
export function isSameCase(item: Expression, claim: Expression): boolean {
  const parts = asked(item)
  return parts.length > 0 && parts.every((atom) => isAtomOf(atom, claim, (one, stated) => isWithinAtom(stated, one)))
}

function asked(expression: Expression): Atom[] {
  if (isCondition(expression)) return []
  if (expression.op === 'gene' || expression.op === 'measure') return [expression]
  return expression.op === 'and' || expression.op === 'or' || expression.op === 'cis' || expression.op === 'trans' ? expression.of.flatMap(asked) : []
}

function isAtomOf(atom: Atom, claim: Expression, fits: (atom: Atom, stated: Atom) => boolean): boolean {
  if (isCondition(claim)) return false
  if (claim.op === 'gene' || claim.op === 'measure') return fits(atom, claim)
  if (claim.op === 'or') return claim.of.some((part) => isAtomOf(atom, part, fits))
  return claim.op === 'and' && claim.of.every((part) => isCondition(part) || isAtomOf(atom, part, fits))
}

function isWithinAtom(inner: Atom, outer: Atom): boolean {
  if (inner.op === 'measure' || outer.op === 'measure') return inner.op === 'measure' && outer.op === 'measure' && inner.name === outer.name && inner.test.kind === outer.test.kind
  if (inner.gene !== outer.gene || (outer.germline && !inner.germline)) return false
  if (JSON.stringify(inner.match) === JSON.stringify(outer.match)) return true
  const { match } = inner
  if (outer.match.kind === 'mutation') return match.kind === 'change' || match.kind === 'codon' || match.kind === 'exon' || match.kind === 'domain' || match.kind === 'truncating' || match.kind === 'itd'
  if (outer.match.kind === 'loss') return match.kind === 'truncating' || match.kind === 'deletion'
  if (outer.match.kind === 'fusion') return outer.match.partner === null && (match.kind === 'fusion' || match.kind === 'rearrangement')
  if (outer.match.kind !== 'codon' || match.kind !== 'change') return false
  const residue = `${outer.match.residue}${outer.match.position}`
  return match.change.startsWith(residue) && !/^[0-9]/.test(match.change.slice(residue.length))
}
