import { askedAtoms } from '../import/claims.ts'
import { diseaseCodes } from '../import/civic-evidence.ts'
import type { CivicItem } from '../import/civic-item.ts'
import { civicProfile } from '../import/civic-profile.ts'
import { drugNames } from '../import/civic-therapies.ts'
import type { DrugNames } from '../import/civic-therapies.ts'
import type { Expression } from '../expression.ts'
import type { Knowledge, Stated } from '../knowledge.ts'
import { parseExpression } from '../parse-expression.ts'
import type { EvidenceRow } from '../schema.ts'
import type { CheckFinding, CheckResult } from './finding.ts'
import { isOneDisease } from './one-disease.ts'

const anyCancer = '162'

/** How close an item comes to a row: the first thing they disagree in, in this order, or nothing. */
const order = ['absent', 'not_accepted', 'drug', 'biomarker', 'direction', 'tumour', 'level'] as const
type Disagreement = { disagrees: (typeof order)[number]; what: string }

/**
 * Every evidence row that says `civic` against the items it cites: one of them has to speak of the same drug, gene, direction and tumour. A level may be weaker than
 * the item's, and one step stronger: ours is what labels and guidelines state, where CIViC files a trial under B. Further than that it has to rest on another
 * source that was not recalled, or on a label of ours for the same therapy and tumour. A variant row has to cite items on its gene.
 */
export function checkCivic(knowledge: Knowledge, items: ReadonlyMap<string, CivicItem>): CheckResult {
  const drugsOf = drugNames(knowledge)
  const findings: CheckFinding[] = []
  let checked = 0
  for (const stated of knowledge.evidence) {
    if (stated.row.checked !== 'civic') continue
    checked += 1
    const found = closest(cited(stated.row.sources).map((id) => ({ source: id, ...(agreement(stated, items.get(id), knowledge, drugsOf, items) ?? { disagrees: null }) })))
    if (found !== null) findings.push({ table: 'evidence', row: stated.row.id, ...found })
  }
  for (const { row } of knowledge.variants) {
    if (row.checked !== 'civic') continue
    checked += 1
    const found = closest(cited(row.sources).map((id) => ({ source: id, ...(ofGene(row.gene, items.get(id), knowledge) ?? { disagrees: null }) })))
    if (found !== null) findings.push({ table: 'variants', row: row.id, ...found })
  }
  return { checked, agreed: checked - findings.length, findings }
}

const cited = (sources: readonly string[]): string[] => sources.filter((source) => source.startsWith('civic:EID')).map((source) => source.slice('civic:'.length))

/** Null as soon as one item agrees; otherwise where the nearest one fails. A row without an item has nothing to be checked against. */
function closest(all: readonly ({ source: string } & ({ disagrees: null } | Disagreement))[]): ({ source: string } & Disagreement) | null {
  const failed = all.filter((one) => one.disagrees !== null)
  if (failed.length < all.length) return null
  return failed.toSorted((a, b) => order.indexOf(b.disagrees) - order.indexOf(a.disagrees))[0] ?? { source: 'civic', disagrees: 'absent', what: 'the row cites no item' }
}

function agreement(stated: Stated<EvidenceRow>, item: CivicItem | undefined, knowledge: Knowledge, drugsOf: DrugNames, items: ReadonlyMap<string, CivicItem>): Disagreement | null {
  const { row, expression } = stated
  const unfit = standing(item)
  if (!item || unfit) return unfit
  if (!isSameTherapy(row, item, knowledge, drugsOf)) return { disagrees: 'drug', what: `${row.regimen.join('+')} / ${item.therapies}` }
  const genes = genesOf(expression)
  if (!namesOf(item.profile, knowledge).some((name) => genes.has(name))) return { disagrees: 'biomarker', what: `${row.biomarker} / ${item.profile}` }
  if (!isSameDirection(row, item)) return { disagrees: 'direction', what: `${row.direction} / ${item.direction} ${item.significance}` }
  // "Cancer" is any: a cell line of no tumour type
  const codes = item.doid === anyCancer ? null : diseaseCodes(item, knowledge)
  if (codes !== null && !codes.some((code) => row.tumour.in.some((own) => isOneDisease(knowledge.tree, own, code)))) return { disagrees: 'tumour', what: `${row.tumour.in.join(', ')} / ${item.disease}` }
  return isTooStrong(row, item, knowledge, items) ? { disagrees: 'level', what: `${row.level} / ${item.level}` } : null
}

function standing(item: CivicItem | undefined): Disagreement | null {
  if (!item) return { disagrees: 'absent', what: 'no such item' }
  return item.status.toLowerCase() === 'accepted' ? null : { disagrees: 'not_accepted', what: item.status }
}

/** Does the item speak of the drugs of the row? What a comparison is inferior to is the item's own drug; chemotherapy of a regimen may go unnamed; one drug of a class speaks for it. */
function isSameTherapy(row: EvidenceRow, item: CivicItem, knowledge: Knowledge, drugsOf: DrugNames): boolean {
  const names = item.therapies.split(',').flatMap((name) => drugsOf(name.trim()) ?? [])
  const isNamed = (drug: string): boolean => (drug.startsWith('class:') ? names.some((name) => knowledge.therapies.get(name)?.class === drug.slice('class:'.length)) : names.includes(drug))
  const isUntargeted = (drug: string): boolean => ['chemotherapy', 'backbone'].includes(knowledge.therapies.get(drug)?.type ?? '')
  if (row.inferiorTo?.some(isNamed)) return true
  // what a combination does is said of the combination, but for the chemotherapy in it
  const together = item.interaction.toLowerCase() === 'combination' && names.some((name) => !isUntargeted(name) && !row.regimen.includes(name) && !row.regimen.includes(`class:${knowledge.therapies.get(name)?.class ?? ''}`))
  if (together) return false
  return row.regimen.every((drug) => isNamed(drug) || (isUntargeted(drug) && row.regimen.length > 1)) && row.regimen.some(isNamed)
}

function isSameDirection({ direction }: EvidenceRow, item: CivicItem): boolean {
  const sensitive = item.significance.toLowerCase().startsWith('sensitivity')
  const supports = item.direction.toLowerCase() === 'supports'
  if (direction === 'note') return true
  // of a comparison the item is the evidence for the better therapy, or against the worse one
  if (direction === 'inferior_to') return supports || sensitive
  return direction === 'sensitivity' ? supports && sensitive : sensitive !== supports
}

const levels = ['A', 'B', 'C', 'D', 'E']

function isTooStrong(row: EvidenceRow, item: CivicItem, knowledge: Knowledge, items: ReadonlyMap<string, CivicItem>): boolean {
  if (levels.indexOf(item.level) - levels.indexOf(row.level) <= 1) return false
  const papers = new Set(cited(row.sources).map((id) => `PMID:${items.get(id)?.citationId ?? ''}`))
  if (row.sources.some((source) => !source.startsWith('civic:') && !source.startsWith('recalled:') && !papers.has(source))) return false
  const key = row.regimen.toSorted().join('+')
  return !knowledge.labels.some(({ row: label }) => label.status === 'approved' && label.checked !== 'recalled' && label.regimen.toSorted().join('+') === key
    && label.tumour.in.some((one) => row.tumour.in.some((other) => isOneDisease(knowledge.tree, one, other))))
}

/** Names under which a measure of ours and a feature of CIViC are one. */
const measured: Readonly<Record<string, string>> = { HER2: 'ERBB2', ER: 'ESR1', PR: 'PGR', MMR: 'MSI', 'PD-L1 TPS': 'CD274', 'PD-L1 CPS': 'CD274', 'PD-L1': 'CD274', 'MGMT methylation': 'MGMT', FGFR2b: 'FGFR2', 'c-MET': 'MET' }

/** Genes and measures an expression speaks of, excluded and wild-type ones as well. */
function genesOf(expression: Expression): Set<string> {
  if (expression.op === 'gene') return new Set([expression.gene, ...(expression.match.kind === 'fusion' && expression.match.partner !== null ? [expression.match.partner] : [])])
  if (expression.op === 'measure') return new Set([measured[expression.name] ?? expression.name])
  if (expression.op === 'not') return genesOf(expression.of)
  return new Set(expression.op === 'and' || expression.op === 'or' || expression.op === 'cis' || expression.op === 'trans' ? expression.of.flatMap((part) => [...genesOf(part)]) : [])
}

/** Genes and features a molecular profile names, by our symbols, whether or not its change can be written as an expression. */
function namesOf(profile: string, knowledge: Knowledge): string[] {
  const read = civicProfile(profile, { knowledge, germline: false })
  const stated = 'expression' in read ? askedAtoms(parseExpression(read.expression)).map((atom) => atom.gene) : []
  return [...stated, ...profile.split(/[ ()]+|::/).map((word) => (knowledge.genes.has(word) ? word : (knowledge.aliases.get(word.toUpperCase()) ?? word)))]
}

function ofGene(gene: string, item: CivicItem | undefined, knowledge: Knowledge): Disagreement | null {
  return standing(item) ?? (item && !namesOf(item.profile, knowledge).includes(gene) ? { disagrees: 'biomarker', what: `${gene} / ${item.profile}` } : null)
}
