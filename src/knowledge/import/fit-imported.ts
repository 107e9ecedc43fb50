import type { Expression } from '../expression.ts'
import type { Knowledge } from '../knowledge.ts'
import { parseExpression } from '../parse-expression.ts'
import type { EvidenceRow, TumourScope } from '../schema.ts'
import { askedAtoms, claimsOf, isCaseOf, isSameCase, isUnselected } from './claims.ts'
import type { Claim } from './claims.ts'

/** An imported row as it stands beside the release's own rows, or the row of the release that says the opposite. */
export type Fitted = { row: EvidenceRow } | { contradicts: string }
export type Fit = (row: EvidenceRow) => Fitted

const levels = ['A', 'B', 'C', 'D', 'E'] as const

/**
 * Fits single items of a public release among rows that were curated as a whole. An item keeps its level, and:
 * 1. **One claim counts once.** Items are papers, and many papers say the same of one drug and one gene; volume is not
 *    strength. An item joins the study cluster of the release's strongest row on the same therapy and gene, or shares one cluster with the other items on them.
 * 2. **Ours stands.** Where the release says the opposite of the same therapy, tumour and changes, at the same level or a stronger one, the item is listed and not imported.
 *    Resistance of one change is an exception to what the release says of all changes of a gene, and no opposite; benefit for one of those that have none is one.
 *    Against a therapy approved there for everybody (or everybody but the carriers of what the label excludes), and against chemotherapy, which aims at no gene's product (one paper seldom tells its failure from a
 *    worse course), it becomes a note: shown, without points.
 * 3. **Resistance through another gene is relieved by a partner that hits that gene**, as the release's own rows state it (cetuximab, BRAF V600E: encorafenib), and by what relieves
 *    the release's own row on the same therapy and gene.
 * 4. **What fails here fails here.** Unless the change is one in the target of the drug that serves nobody, failure holds in the tumour type it was seen in.
 */
export function fitAmong(knowledge: Knowledge): Fit {
  const claims = claimsOf(knowledge)
  const inhibited = (drugs: readonly string[]): Set<string> => new Set(drugs.flatMap((drug) => (knowledge.therapies.get(drug)?.targets ?? []).filter((one) => one.action !== 'ACT').map((one) => one.gene)))
  const isUntargeted = (drug: string): boolean => ['chemotherapy', 'backbone'].includes(knowledge.therapies.get(drug)?.type ?? '')
  const isOneDisease = (one: string, other: string): boolean => one === other || knowledge.tree.isWithin(one, other)
    || (knowledge.tree.lineageFamily(one) !== null && knowledge.tree.lineageFamily(one) === knowledge.tree.lineageFamily(other))
  const speaksOf = (claim: Claim, tumour: TumourScope): boolean => tumour.in.every((one) => claim.tumour.in.some((other) => isOneDisease(one, other)))
  return (row) => {
    const expression = parseExpression(row.biomarker)
    const own = claims.get(row.regimen.toSorted().join('+')) ?? []
    const here = own.filter((claim) => speaksOf(claim, row.tumour))
    const stance = row.direction === 'sensitivity' ? 'for' : 'against'
    const cluster = clusterOf(row, expression, own, stance)
    const settles = (claim: Claim): boolean => levels.indexOf(claim.level) <= levels.indexOf(row.level) && (stance === 'for' ? isCaseOf : isSameCase)(expression, claim.expression)
    const settling = here.filter(settles)
    const exact = settling.filter((claim) => isSameCase(expression, claim.expression))
    // what is said of these very changes goes before what is said of all of a gene; where the release itself holds both, neither settles it
    const nearest = exact.length > 0 ? exact : settling
    const opposite = nearest.find((claim) => claim.stance !== stance)
    if (opposite && !nearest.some((claim) => claim.stance === stance)) return { contradicts: opposite.id }
    if (stance === 'for') return { row: { ...row, cluster } }
    if (row.regimen.every(isUntargeted) || here.some((claim) => claim.kind === 'label' && isUnselected(claim.expression))) return { row: { ...row, cluster, direction: 'note' } }
    const genes = genesOf(expression)
    const hit = inhibited(row.regimen)
    const relief = [...genes].filter((gene) => !hit.has(gene)).concat(here.filter((claim) => claim.stance === 'against' && sharesGene(claim, genes)).flatMap((claim) => claim.reliefTargets))
    const onTarget = [...genes].some((gene) => hit.has(gene)) && !own.some((claim) => claim.stance === 'for' && isCaseOf(expression, claim.expression))
    const biomarker = onTarget ? row.biomarker : heldTo(row.tumour, row.biomarker)
    return { row: { ...row, cluster, biomarker, reliefTargets: [...new Set(relief)].filter((gene) => knowledge.genes.has(gene)).sort() } }
  }
}

const genesOf = (expression: Expression): Set<string> => new Set(askedAtoms(expression).map((atom) => atom.gene))
const sharesGene = (claim: Claim, genes: ReadonlySet<string>): boolean => askedAtoms(claim.expression).some((atom) => genes.has(atom.gene))

function clusterOf(row: EvidenceRow, expression: Expression, own: readonly Claim[], stance: Claim['stance']): string {
  const genes = genesOf(expression)
  const closeness = (claim: Claim): number => (isCaseOf(expression, claim.expression) ? 0 : 1)
  const [first] = own.filter((claim) => claim.stance === stance && sharesGene(claim, genes))
    .toSorted((a, b) => closeness(a) - closeness(b) || levels.indexOf(a.level) - levels.indexOf(b.level) || (a.id < b.id ? -1 : 1))
  return first?.cluster ?? (genes.size === 0 ? row.cluster : `CIVIC ${stance} ${row.regimen.toSorted().join('+')} ${[...genes].sort().join('+')}`)
}

const everywhere: ReadonlySet<string> = new Set(['SOLID', 'HEME', 'ANY'])

/** The biomarker with the condition that the tumour is of the row's own type. */
function heldTo(tumour: TumourScope, biomarker: string): string {
  if (tumour.in.some((code) => everywhere.has(code))) return biomarker
  const condition = tumour.in.length === 1 ? (tumour.in[0] ?? '') : `(${tumour.in.join(' OR ')})`
  return `${condition} AND ${biomarker.includes(' OR ') ? `(${biomarker})` : biomarker}`
}
