import type { Expression } from '../expression.ts'
import type { Knowledge } from '../knowledge.ts'
import { parseExpression } from '../parse-expression.ts'
import { EvidenceRow } from '../schema.ts'
import diseases from './civic-diseases.json' with { type: 'json' }
import type { CivicItem } from './civic-item.ts'
import { civicProfile } from './civic-profile.ts'
import { civicTherapies } from './civic-therapies.ts'
import type { DrugNames } from './civic-therapies.ts'
import type { RejectCode } from './reject.ts'

type Refused = { code: RejectCode; what: string }
/** Rows of one item (several where it names substitutes), with drugs that are none of ours left out of it; or why there is none. */
export type ReadEvidence = { rows: EvidenceRow[]; leftOut: string[] } | Refused

/** What the release already says, looked up while items are read. */
export type Held = {
  knowledge: Pick<Knowledge, 'genes' | 'aliases' | 'tumours'>
  drugsOf: DrugNames
  /** Is a drug of the release a group, such as chemotherapy, that only regimens are made of? */
  isGroup: (drug: string) => boolean
  /** Row that cites an item, by `civic:EID123`. */
  rowOfItem: ReadonlyMap<string, string>
  /** Study cluster of a paper the release cites, by `PMID:…`: a study counts once, whoever curated it. */
  clusterOfPaper: ReadonlyMap<string, string>
}

/** Judges one item, in this order: its standing with the source, what it speaks of, then each part of it. Facts and codes only; its sentences are not read. */
export function civicEvidence(item: CivicItem, held: Held): ReadEvidence {
  const unfit = standingOf(item, held)
  if (unfit) return unfit
  const direction = directionOf(item)
  if (typeof direction !== 'string') return direction
  const level = EvidenceRow.shape.level.safeParse(item.level)
  if (!level.success) return { code: 'level_unknown', what: item.level }
  const source = sourceOf(item)
  if (source === null) return { code: 'no_source', what: '' }
  const therapies = civicTherapies(item.therapies, item.interaction, held.drugsOf)
  if ('code' in therapies) return therapies
  if (therapies.regimens.every((regimen) => regimen.every(held.isGroup))) return { code: 'therapy_is_a_class', what: item.therapies }
  const disease = diseaseOf(item, held.knowledge)
  if (disease === null) return { code: 'no_disease_match', what: item.doid === '' ? item.disease : `${item.disease} (DOID:${item.doid})` }
  const profile = civicProfile(item.profile, { knowledge: held.knowledge, germline: item.origin.toLowerCase().endsWith('germline') })
  if ('code' in profile) return profile
  const biomarker = conditioned(profile.expression, disease.with)
  if (!selectsSomething(parseExpression(biomarker))) return { code: 'selects_nobody', what: item.profile }
  const stars = EvidenceRow.shape.stars.catch(null).parse(item.rating === '' ? null : Number(item.rating))
  const several = therapies.regimens.length > 1
  return {
    leftOut: therapies.leftOut,
    rows: therapies.regimens.map((regimen) => ({
      id: several ? `civic:${item.id}:${regimen.join('+')}` : `civic:${item.id}`, regimen, biomarker, tumour: { in: disease.in, except: [] }, direction, inferiorTo: null, level: level.data, stars,
      cluster: held.clusterOfPaper.get(source) ?? source.replace(':', '-'), reliefTargets: [], sources: [`civic:${item.id}`, source], checked: 'civic', validFrom: null, validTo: null,
    })),
  }
}

function standingOf(item: CivicItem, held: Held): Refused | null {
  if (item.status.toLowerCase() !== 'accepted') return { code: 'not_accepted', what: item.status }
  if (item.type !== 'Predictive') return { code: 'not_predictive', what: item.type }
  if (item.flagged.toLowerCase() === 'true') return { code: 'flagged', what: '' }
  const row = held.rowOfItem.get(`civic:${item.id}`)
  return row === undefined ? null : { code: 'in_release', what: row }
}

/** `Does Not Support` turns what is said: no sensitivity is no benefit, but no resistance is nothing one could act on. */
function directionOf(item: CivicItem): 'sensitivity' | 'resistance' | 'no_benefit' | Refused {
  const [direction, significance] = [item.direction.toLowerCase(), item.significance.toLowerCase()]
  if (direction !== 'supports' && direction !== 'does not support') return { code: 'direction_not_stated', what: item.direction }
  const supports = direction === 'supports'
  if (significance === 'sensitivity/response' || significance === 'sensitivity') return supports ? 'sensitivity' : 'no_benefit'
  if (significance === 'resistance') return supports ? 'resistance' : { code: 'resistance_not_supported', what: '' }
  return { code: 'significance_not_expressible', what: item.significance }
}

function sourceOf({ citationId, sourceType, ascoId }: CivicItem): string | null {
  if (sourceType.toLowerCase() === 'pubmed') return /^[0-9]+$/.test(citationId) ? `PMID:${citationId}` : null
  const id = ascoId || citationId
  return id === '' || sourceType === '' ? null : `${sourceType}:${id}`
}

/** OncoTree codes of an item's disease, or null for one without. */
export const diseaseCodes = (item: CivicItem, knowledge: Pick<Held['knowledge'], 'tumours'>): string[] | null => diseaseOf(item, knowledge)?.in ?? null

type Disease = { in: string[]; with: string | null }
const byDoid = new Map(diseases.flatMap((row) => (row.doid === null ? [] : [[row.doid, row] as const])))
const byName = new Map(diseases.map((row) => [row.name, row]))

/** OncoTree codes of a disease, by its Disease Ontology id or else its name, and the receptor state some of CIViC's diseases have in their name. Codes the release's tree lacks do not count. */
function diseaseOf(item: CivicItem, { tumours }: Pick<Held['knowledge'], 'tumours'>): Disease | null {
  const row = item.doid === '' ? byName.get(item.disease.toLowerCase()) : byDoid.get(item.doid)
  const codes = (row?.in ?? []).filter((code) => tumours.has(code) || code === 'SOLID' || code === 'HEME')
  return row && codes.length > 0 ? { in: codes, with: row.with } : null
}

function conditioned(expression: string, condition: string | null): string {
  if (condition === null || expression === condition) return expression
  return `${expression.includes(' OR ') ? `(${expression})` : expression} AND ${condition}`
}

/** Does it ask for anything to be there? */
function selectsSomething(expression: Expression): boolean {
  if (expression.op === 'gene' || expression.op === 'measure') return true
  return expression.op !== 'none' && expression.op !== 'not' && expression.op !== 'tumour' && expression.of.some(selectsSomething)
}
