import type { ClassifiedAlteration, EvidenceMatch } from '../analysis.ts'
import { regimenKey, type DriverCall } from '../opinion.ts'
import { capital, joinedAnd, list, plain, sentence } from './markdown-text.ts'
import { interactionsSection } from './draft-interactions.ts'
import { therapyWords } from './names.ts'
import type { ReportInput } from './report-input.ts'
import { cite } from './source-ids.ts'
import { effectWords, gateWords, oncogenicityWords, regimenName, useWords } from './wording.ts'

export const draftClinical = (input: ReportInput) => ({
  interpretation: interpretation(input), interactions: interactionsSection(input), trials: trials(input), limits: limits(input), follow_up: followUp(input),
})

/** One paragraph a driver: what it is, by which criteria, what the genomic expert says of it, and what evidence it carries. */
function interpretation(input: ReportInput): string {
  const kept = new Map(input.plan.drivers.map((d) => [d.alterationId, d]))
  const drivers = input.run.alterations.filter((a) => a.confidence > 0 || kept.get(a.alterationId)?.stance === 'for')
  if (drivers.length === 0) return 'No alteration of this tumour is called a driver.'
  return drivers.map((a) => {
    const call = input.opinions.genomic_expert.drivers.find((d) => d.alterationId === a.alterationId)
    const decided = kept.get(a.alterationId)
    return [`**${plain(a.label)}**: ${effectWords[a.effect]}, ${classified(a)}.`, expertWords(call, decided?.text ?? ''), a.subclonal ? 'It is subclonal: not every tumour cell carries it.' : '', bearing(input, a)].filter(Boolean).join(' ')
  }).join('\n\n')
}

const classified = (a: ClassifiedAlteration): string => {
  const criteria = a.criteria.map((c) => c.code).join(', ')
  return `${oncogenicityWords[a.oncogenicity]} (${a.points} points${criteria ? `; ${criteria}` : ''})`
}

function expertWords(call: DriverCall | undefined, decided: string): string {
  const said = decided.trim() || call?.note.trim() || ''
  const tier = call?.tier ? `Tier ${call.tier} (genomic expert).` : ''
  return [tier, said ? sentence(plain(said)) : ''].filter(Boolean).join(' ')
}

/** What evidence of this tumour type, or of any, says of the alteration: each therapy once, those of the plan first, three of each direction. */
function bearing({ run, plan, labels }: ReportInput, a: ClassifiedAlteration): string {
  const spoken = new Set([...plan.options.map((o) => regimenKey(o.drugs)), ...plan.notToDo.map((n) => regimenKey(n.drugs))])
  const own = run.evidence.filter((e) => e.alterationIds.includes(a.alterationId) && (e.tumourMatch === 'same' || e.tumourMatch === 'agnostic' || spoken.has(e.therapy)))
  const of = (direction: EvidenceMatch['direction'], words: string) => {
    const rank = (e: EvidenceMatch) => `${spoken.has(e.therapy) ? 0 : 1}${e.level}${e.therapy}${e.id}`
    const items = own.filter((e) => e.direction === direction).sort((x, y) => (rank(x) < rank(y) ? -1 : 1)).filter((e, i, all) => all.findIndex((o) => o.therapy === e.therapy) === i).slice(0, 3)
    return items.length === 0 ? '' : `${words}: ${items.map((e) => `${therapyWords(labels, e.therapy)} (level ${e.level}${where[e.tumourMatch]})${cite(e.sources, 2)}`).join('; ')}.`
  }
  const said = [of('sensitivity', 'Sensitivity'), of('resistance', 'Resistance'), of('no_benefit', 'No benefit')].filter(Boolean).join(' ')
  return said || 'No evidence on therapy in this tumour type.'
}

const where: Record<EvidenceMatch['tumourMatch'], string> = { same: '', agnostic: ', any tumour', family: ', related tumour', other: ', other tumour' }

function trials(input: ReportInput): string {
  const options = input.plan.options.filter((o) => o.use === 'trial')
  const items = options.map((o) => `**${capital(regimenName(o.drugs))}**, in a trial: ${sentence(plain(o.access) || 'no trial is named')}${o.wouldChange.trim() ? ` What would change this: ${sentence(plain(o.wouldChange))}` : ''}`)
  return `${items.length > 0 ? `${list(items)}\n\n` : 'The experts entered no trial.\n\n'}Trials are entered by the experts. This product does not search trials; others may be open.`
}

function limits(input: ReportInput): string {
  const { assay, specimen, profile, opinions, gaps, notConsulted, course } = input
  const lastStart = course.lines.map((l) => l.from).filter((d) => d !== null).sort().at(-1)
  const adequacy = opinions.genomic_expert.adequacy
  const items = [
    ...gaps.map((g) => `Gap accepted at intake, ${gateWords(g.gate)}: ${sentence(plain(g.reason))}`),
    adequacy && adequacy.state !== 'adequate' ? `The data are ${adequacy.state === 'cannot_assess' ? 'not assessable' : adequacy.state}: ${sentence(plain(adequacy.note) || 'no reason given')}` : '',
    assay.tumourOnly === true ? 'Tumour only: somatic and inherited variants cannot be told apart with certainty.' : '',
    profile.coverage.kind === 'unknown' ? 'Which genes the assay covered is not known: a gene that is not named here was not necessarily seen.' : '',
    specimen.purity !== null && specimen.purity < 0.2 ? `Tumour purity is ${Math.round(specimen.purity * 100)} of 100: low allele fractions and copy losses may be missed.` : '',
    specimen.collected && lastStart && specimen.collected < lastStart ? `The specimen (${specimen.collected}) is older than the start of the last line (${lastStart}); the tumour may have changed.` : '',
    ...notAssessable(input),
    notConsulted.length > 0 ? `Sources not consulted: ${joinedAnd(notConsulted.map(plain))}.` : '',
    'One sample of one site; other sites may differ. The ranking is a hypothesis drawn from published evidence.',
  ]
  return list(items.filter(Boolean))
}

/** One line for each reason, with all biomarkers it holds for: `not covered by the assay: ABL1 G340L, …`. */
function notAssessable({ run, sentences }: ReportInput): string[] {
  const byReason = new Map<string, string[]>()
  const alone: string[] = []
  for (const [index, said] of sentences.notAssessable.entries()) {
    const biomarker = run.notAssessable[index]?.biomarker ?? ''
    const [lead, reason] = [`${biomarker}: `, said.slice(biomarker.length + 2).replace(/\.$/, '')]
    if (biomarker !== '' && said.startsWith(lead)) byReason.set(reason, [...(byReason.get(reason) ?? []), biomarker])
    else alone.push(sentence(plain(said)))
  }
  return [...alone, ...[...byReason].map(([reason, biomarkers]) => `Evidence was left out where the biomarker was ${plain(reason)}: ${plain(biomarkers.join(', '))}.`)]
}

function followUp(input: ReportInput): string {
  const changes = input.plan.options.filter((o) => o.wouldChange.trim()).map((o) => `${capital(regimenName(o.drugs))} (${useWords[o.use]}): ${sentence(plain(o.wouldChange))}`)
  return list([
    'For each option, please record: started or not and why, response at 3, 6 and 12 months, side effects, and the reason for stopping.',
    ...(changes.length > 0 ? [`What would change this opinion. ${changes.join(' ')}`] : []),
    'Look at this opinion again at progression, with a new sample, with a new test result, or when the evidence moves.',
    'Before the patient sheet is handed over, ask the patient to say in their own words what it means (teach-back).',
  ])
}
