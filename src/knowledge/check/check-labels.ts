import type { DrugNames } from '../import/civic-therapies.ts'
import { drugNames } from '../import/civic-therapies.ts'
import type { Knowledge } from '../knowledge.ts'
import type { EvidenceRow, LabelRow } from '../schema.ts'
import type { CheckFinding, CheckResult } from './finding.ts'
import { isOneDisease } from './one-disease.ts'

/** A dated approval as a public list has it. */
export type Approval = { agency: string; therapies: string; disease: string; date: string }

const agencies: Readonly<Record<LabelRow['jurisdiction'], readonly string[]>> = { US: ['fda'], EU: ['ema', 'hpra', 'hse'] }

/** Approvals of a tab-separated list with the columns `agency`, `therapies` (joined by +), `disease` and `first_approval`, in any order. Null with what is missing. */
export function readApprovals(text: string): { approvals: Approval[] } | { missing: readonly string[] } {
  const [first = '', ...lines] = text.split('\n').map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line))
  const header = first.split('\t')
  const columns = ['agency', 'therapies', 'disease', 'first_approval'] as const
  const missing = columns.filter((name) => !header.includes(name))
  if (missing.length > 0) return { missing }
  const cell = (cells: readonly string[], name: (typeof columns)[number]): string => (cells[header.indexOf(name)] ?? '').trim()
  return { approvals: lines.filter((line) => line.trim() !== '').map((line) => line.split('\t')).map((cells) => ({ agency: cell(cells, 'agency').toLowerCase(), therapies: cell(cells, 'therapies'), disease: cell(cells, 'disease'), date: cell(cells, 'first_approval') })) }
}

/**
 * Every row that says `label-list` against a list of approvals. A label needs an approval of its agency with the same drugs on the same day in the same tumour; groups of
 * chemotherapy and hormones stand for their drugs. An evidence row needs an approval with its drugs in its tumour.
 */
export function checkLabels(knowledge: Knowledge, approvals: readonly Approval[]): CheckResult {
  const drugOf = drugNames(knowledge)
  const known = approvals.map((one) => ({ drugs: new Set(drugsIn(one.therapies, drugOf)), agency: one.agency, date: one.date, codes: misfiled(one)?.codes ?? codesOf(one.disease, knowledge) }))
  const findings: CheckFinding[] = []
  let checked = 0
  const targeted = (regimen: readonly string[]): string[] => {
    const aimed = regimen.filter((drug) => !['backbone', 'chemotherapy'].includes(knowledge.therapies.get(drug)?.type ?? '') && drugOf(drug) !== null)
    return aimed.length > 0 ? aimed : [...regimen]
  }
  // a list may name the new drug of a regimen alone
  const ofDrugs = (regimen: readonly string[]): typeof known => known.filter((one) => targeted(regimen).every((drug) => one.drugs.has(drug)) || [...one.drugs].every((drug) => regimen.includes(drug)))
  const inTumour = (of: typeof known, tumour: EvidenceRow['tumour']): typeof known => of.filter((one) => one.codes === null || one.codes.some((code) => tumour.in.some((own) => isOneDisease(knowledge.tree, own, code))))
  const miss = (table: 'labels' | 'evidence', row: string, disagrees: CheckFinding['disagrees'], what: string): void => { findings.push({ table, row, source: 'label list', disagrees, what }) }
  for (const { row } of knowledge.labels) {
    if (row.checked !== 'label-list') continue
    checked += 1
    const ofAgency = ofDrugs(row.regimen).filter((one) => agencies[row.jurisdiction].includes(one.agency))
    const here = inTumour(ofAgency, row.tumour)
    if (ofAgency.length === 0) miss('labels', row.id, 'drug', row.regimen.join('+'))
    else if (here.length === 0) miss('labels', row.id, 'tumour', row.tumour.in.join(', '))
    else if (!here.some((one) => one.date === row.from)) miss('labels', row.id, 'date', `${row.from ?? 'none'} / ${[...new Set(here.map((one) => one.date))].toSorted().join(', ')}`)
  }
  for (const { row } of knowledge.evidence) {
    if (row.checked !== 'label-list') continue
    checked += 1
    const of = [row.regimen, ...(row.inferiorTo ? [row.inferiorTo] : [])].flatMap((drugs) => ofDrugs(drugs.filter((drug) => !drug.startsWith('class:'))))
    if (of.length === 0) miss('evidence', row.id, 'drug', row.regimen.join('+'))
    else if (inTumour(of, row.tumour).length === 0) miss('evidence', row.id, 'tumour', row.tumour.in.join(', '))
  }
  return { checked, agreed: checked - findings.length, findings }
}

/** Lines that public lists are known to have under another disease than the label. */
const errata: readonly (Approval & { codes: string[] })[] = [
  // the gastric approval after ToGA (PMID 20728210)
  { agency: 'fda', therapies: 'Trastuzumab', disease: 'Gastrointestinal Stromal Tumor', date: '2010-10-20', codes: ['STAD', 'GEJ'] },
]
const misfiled = (one: Approval): { codes: string[] } | undefined =>
  errata.find((line) => line.agency === one.agency && line.therapies === one.therapies && line.disease === one.disease && line.date === one.date)

const drugsIn = (therapies: string, drugsOf: DrugNames): string[] => therapies.split('+').flatMap((name) => drugsOf(name.trim()) ?? [name.trim().toLowerCase()])

/** OncoTree codes of a disease by its name; null for a name the tree does not hold, which then decides nothing. */
function codesOf(disease: string, knowledge: Knowledge): string[] | null {
  const name = disease.toLowerCase()
  if (name.startsWith('any solid')) return ['SOLID']
  const codes = [...knowledge.tumours.values()].filter((row) => row.name.toLowerCase() === name || row.synonyms.some((one) => one.toLowerCase() === name)).map((row) => row.code)
  return codes.length === 0 ? null : codes
}
