import type { Cell, ComparisonRow } from '../comparison/row.ts'
import { capital, plain, sentence, table } from './markdown-text.ts'
import { methodsBlock } from './methods-block.ts'
import { negativesBlock, vusBlock } from './negatives-block.ts'
import { distinct, evidenceBehind, resultOf, sentencesFor, stanceOn, type PlanOption } from './report-facts.ts'
import type { ReportInput } from './report-input.ts'
import { cite } from './source-ids.ts'
import { amount, biomarkerValue, effectWords, number, oncogenicityWords, regimenName, stanceWords, useWords } from './wording.ts'

/** Tables made of data: nobody types them, and nobody can edit them. References follow when the other texts are known. */
export const draftBlocks = (input: ReportInput) => ({
  options: options(input), biomarkers: biomarkers(input), ledger: ledger(input), methods: methodsBlock(input), negatives: negativesBlock(input), vus: vusBlock(input), references: '',
})

function options(input: ReportInput): string {
  const rows = input.plan.options.map((option, index) => optionRow(input, option, index))
  if (rows.length === 0) return input.plan.noTherapeuticConsequence ? 'No option: both experts see no therapeutic consequence.' : 'No option was agreed.'
  return `${table(['No.', 'Option', 'Why', 'What argues against it', 'Level', 'Use and access'], rows)}\n\nLevel: A (label, guideline or large trial) to E (mechanism alone). AMP: AMP/ASCO/CAP 2017. ESCAT: ESMO scale.`
}

function optionRow(input: ReportInput, option: PlanOption, index: number): string[] {
  const result = resultOf(input, option.drugs)
  const known = sentencesFor(input, option.drugs)
  const why = plain(option.rationale)
  const against = plain(option.against)
  const scales = [option.level ?? 'none', result?.amp ? `AMP ${result.amp}` : '', result?.escat ? `ESCAT ${result.escat}` : ''].filter(Boolean).join('; ')
  return [
    String(option.priority ?? index + 1), `**${capital(regimenName(option.drugs))}**`,
    why ? `${sentence(why)}${evidenceBehind(input, option.drugs, why)}` : distinct(known.for, 1).map((s) => `${sentence(plain(s.text))}${cite(s.sources, 2)}`).join(' ') || 'no reason recorded',
    against ? sentence(against) : distinct(known.against, 2).map((s) => `${sentence(plain(s.text))}${cite(s.sources, 2)}`).join(' ') || 'nothing named',
    scales, [useWords[option.use], judged(option), plain(option.access)].filter(Boolean).join('; '),
  ]
}

/** Possible, realistic, worth considering next: in words, each no and each unknown said. */
const judged = ({ possible, realistic, worthConsidering }: PlanOption): string => [
  { yes: 'possible', no: 'not possible', unknown: 'whether it is possible is not known' }[possible], { yes: 'realistic', no: 'not realistic now', unknown: 'whether it is realistic is not known' }[realistic],
  { yes: '', no: 'not for the next step', unknown: 'whether it comes next is open' }[worthConsidering],
].filter(Boolean).join(', ')

function biomarkers(input: ReportInput): string {
  const { run, profile, opinions, plan } = input
  const facts = new Map(profile.alterations.map((a) => [a.id, a]))
  const rejected = new Set(plan.drivers.filter((d) => d.stance === 'against').map((d) => d.alterationId))
  const kept = new Set(plan.drivers.filter((d) => d.stance === 'for').map((d) => d.alterationId))
  const drivers = run.alterations.filter((a) => !rejected.has(a.alterationId) && (a.confidence > 0 || kept.has(a.alterationId))).map((a) => {
    const fact = facts.get(a.alterationId)
    const tier = opinions.genomic_expert.drivers.find((d) => d.alterationId === a.alterationId)?.tier
    const change = a.label.startsWith(`${a.gene} `) ? a.label.slice(a.gene.length + 1) : a.label
    return [`**${a.gene}**`, plain(fact?.hgvsp && fact.hgvsp !== 'p.?' ? fact.hgvsp : (fact?.hgvsc ?? change)), effectWords[a.effect], fact ? amount(fact) : 'not provided', tier ?? 'not given', oncogenicityWords[a.oncogenicity]]
  })
  const measured = profile.biomarkers.map((b) => [plain(b.name === 'OTHER' || b.name === 'IHC' ? b.asReported : b.name), plain(biomarkerValue(b)), plain(b.cutoff ?? 'not provided'), b.call ?? 'not classified'])
  if (input.specimen.purity !== null && !profile.biomarkers.some((b) => b.name === 'PURITY')) measured.push(['Tumour purity', number(input.specimen.purity, 2), 'none', 'as stated'])
  return [
    drivers.length > 0 ? table(['Gene', 'Change', 'Effect', 'VAF, reads; copies', 'Tier', 'Oncogenicity'], drivers) : 'No driver was found.',
    measured.length > 0 ? table(['Biomarker', 'Value', 'Cut-off', 'Call'], measured) : 'No biomarker beside the alterations was provided (TMB, MSI, HRD: not provided).',
    'Tier: AMP/ASCO/CAP, given by the genomic expert. I strong clinical significance, II potential, III unknown, IV benign. Oncogenicity: ClinGen/CGC/VICC 2022.',
  ].join('\n\n')
}

const agreementSigns = { same: '=', different: '×', one_mentions: '~' } as const
const outcomes = { agreed: 'agreed', agreed_dissent: 'agreed, with dissent', needs_test: 'needs a test first', left_open: 'left open' } as const

/** Every decision point, as four columns said it and as it was decided. */
function ledger({ rows, decisions }: ReportInput): string {
  if (rows.length === 0) return 'There was nothing to compare.'
  const decided = (row: ComparisonRow) => {
    if (row.kind === 'plan' || row.kind === 'adequacy') return 'read, not decided'
    const decision = decisions.find((d) => d.row === row.id)
    if (decision) return `${outcomes[decision.outcome]}: ${stanceWords[decision.stance]}`
    const stance = stanceOn(row, decisions)
    return stance && row.kind !== 'therapy' ? `${stanceWords[stance]}, as said` : 'not decided'
  }
  const lines = rows.map((row) => [agreementSigns[row.agreement], plain(row.subject), said(row.genomic_expert), said(row.oncologist), said(row.computed), said(row.original), decided(row)])
  // Two relations of the same alterations on which everybody said the same are one line to a reader.
  const once = lines.filter((line, at) => lines.findIndex((other) => other.join('|') === line.join('|')) === at)
  return `${table(['', 'Decision point', 'Genomics', 'Oncology', 'Computed', 'First report', 'Decided'], once)}\n\n= all say the same · × they differ, in judgement or in order · ~ only one mentions it. The opinions are those committed blind.`
}

const said = (cell: Cell | null): string => (cell ? [stanceWords[cell.stance], cell.level ? `level ${cell.level}` : '', cell.priority ? `priority ${cell.priority}` : ''].filter(Boolean).join(', ') : 'not mentioned')
