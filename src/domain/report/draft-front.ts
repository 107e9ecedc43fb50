import { capital, joinedAnd, list, plain, sentence, uncapital } from './markdown-text.ts'
import { germlineGenes, germlineMarks, leftAside, optionsForward, evidenceBehind, resultOf, sentencesFor, stanceOn, type PlanOption } from './report-facts.ts'
import type { ReportInput } from './report-input.ts'
import { cite } from './source-ids.ts'
import { dissentWords, regimenName, useWords } from './wording.ts'

/** The front page: what a treating physician reads first. */
export const draftFront = (input: ReportInput) => ({
  answer: answer(input), original_comparison: originalComparison(input), not_to_do: notToDo(input), next_tests: nextTests(input), germline: germline(input),
  confidence_dissent: confidence(input),
})

/** Question, then at most five lines: what is worth considering and what kind of drug it is, what comes after it, what to test, what to leave, and where the experts part. */
function answer(input: ReportInput): string {
  const { plan, question } = input
  const [first, ...others] = optionsForward(plan)
  const lines: string[] = []
  if (plan.noTherapeuticConsequence || !first) {
    lines.push(plan.noTherapeuticConsequence ? 'Both experts see no therapeutic consequence of the molecular findings; nothing more than the present plan is advised.' : 'The experts agreed on no option that is worth considering next.')
  } else {
    lines.push(`**${capital(regimenName(first.drugs))}** is worth considering next (${standing(first)})${kindOf(input, first.drugs, first.rationale)}. ${reasonFor(input, first)}`.trim())
    if (others.length > 0) lines.push(`After that${others.length > 1 ? ', in this order' : ''}: ${others.map((o) => `${regimenName(o.drugs)} (${[...(o.drugs.length === 1 ? kindsOf(input, o.drugs) : []), standing(o)].join('; ')})`).join('; ')}.`)
  }
  if (plan.notToDo.length > 0) lines.push(notAdvised(input))
  if (plan.tests.length > 0) lines.push(`Tests: ${joinedAnd(plan.tests.map((t) => plain(t.test)))}.`)
  if (plan.openDissent.length > 0) lines.push(dissentLine(input))
  return `**${plain(question) || 'No question was put.'}**\n\n${list(lines)}`
}

const standing = (option: PlanOption): string => [option.level ? `level ${option.level}` : 'no evidence level', useWords[option.use], option.realistic === 'yes' ? null : option.realistic === 'no' ? 'not realistic now' : 'whether it is realistic is not known'].filter(Boolean).join(', ')

/** The question asks by kind of drug as often as by name, so the answer says both. */
const kindsOf = ({ drugClass }: ReportInput, drugs: readonly string[]): string[] => [...new Set(drugs.flatMap((d) => drugClass[d] ?? []))]
const kindOf = (input: ReportInput, drugs: readonly string[], reason: string): string => {
  const kinds = drugs.every((d) => d in input.drugClass) ? kindsOf(input, drugs) : []
  const isSaid = (kind: string) => reason.toLowerCase().includes(kind.split(' ').slice(-2).join(' ').toLowerCase())
  return kinds.length > 0 && !kinds.some(isSaid) ? `: ${kinds.map(withArticle).join(' with ')}` : ''
}
/** An abbreviation is read by its letters: `an EGFR antibody`, `a MET TKI` (read as a word), `an mTOR inhibitor`. */
const withArticle = (words: string): string => `${/^(?:[aeio]|[AEFHILNORSX][A-Z]?[A-Z0-9]|mTOR)/.test(words) && !/^(?:RAF|RAS|RET|ROS|SERD|SHP|HER2|HER3|LAG|FAK|NECT)/.test(words) ? 'an' : 'a'} ${words}`

/** One drug with its reason; several by name and kind, since their reasons stand below. */
function notAdvised(input: ReportInput): string {
  const { plan } = input
  const names = plan.notToDo.map((n) => `${leftAside(plan, n.drugs)}${n.drugs.length === 1 && kindsOf(input, n.drugs).length > 0 ? ` (${kindsOf(input, n.drugs).join(', ')})` : ''}`)
  const [only] = plan.notToDo
  const reason = plan.notToDo.length === 1 && only ? plain(only.reason) : ''
  return `Not advised: ${joinedAnd(names)}${reason && reason.length < 160 ? `. ${capital(sentence(reason))}` : '; see "What not to do".'}`
}

/** A single dissent in its own words, as far as its first sentence; several by what they are about. */
function dissentLine({ plan }: ReportInput): string {
  const [only] = plan.openDissent
  const about = joinedAnd(plan.openDissent.map((d) => plain(d.subject)))
  const words = plan.openDissent.length === 1 && only ? (plain(only.dissent).split(/(?<=[.!?]) /)[0] ?? '') : ''
  return words && words.length < 220 ? `Dissent on ${about}: ${sentence(uncapital(words))}` : `The experts do not agree on ${about}; both wordings are printed under "Confidence and dissent".`
}

function reasonFor(input: ReportInput, option: PlanOption): string {
  const said = plain(option.rationale)
  if (said) return `${sentence(said)}${evidenceBehind(input, option.drugs, said)}`
  const [best] = sentencesFor(input, option.drugs).for
  return best ? `${sentence(plain(best.text))}${cite(best.sources)}` : ''
}

/** Three lines: where this opinion agrees with the first report, where in part, where not. What has the same verdict is said together. */
function originalComparison({ originalReport, rows, decisions, plan }: ReportInput): string {
  if (originalReport.lines.length === 0) return 'No earlier report was given, so there is nothing to compare.'
  const groups = { same: [] as string[], part: new Map<string, string[]>(), differ: new Map<string, string[]>() }
  const put = (into: Map<string, string[]>, verdict: string, subject: string) => into.set(verdict, [...(into.get(verdict) ?? []), subject])
  for (const row of rows) {
    if (!row.original) continue
    const ours = stanceOn(row, decisions)
    const subject = `${plain(row.subject)}${row.original.page ? ` (page ${row.original.page})` : ''}`
    if (ours === null) put(groups.part, 'not taken up', subject)
    else if (ours === 'open') put(groups.part, 'left open here', subject)
    else if (row.original.stance === 'open') put(groups.part, `named there without a judgement, here ${ours === 'for' ? (row.kind === 'driver' ? 'among the drivers' : 'taken up') : 'not advised'}`, subject)
    else if (ours === row.original.stance) groups.same.push(subject)
    else put(groups.differ, `the first report is ${row.original.stance}, the experts are ${ours}`, subject)
  }
  const named = new Set(rows.filter((r) => r.original).map((r) => r.subject))
  const added = optionsForward(plan).map((o) => regimenName(o.drugs)).filter((name) => !named.has(name))
  if (added.length > 0) put(groups.part, 'new here, not named in the first report', joinedAnd(added))
  const said = (verdicts: Map<string, string[]>, none: string) => (verdicts.size === 0 ? none : sentence([...verdicts].map(([verdict, subjects]) => `${joinedAnd(subjects)}: ${verdict}`).join('; ')))
  return list([`**Agree:** ${groups.same.length === 0 ? 'on no line.' : sentence(joinedAnd(groups.same))}`, `**In part:** ${said(groups.part, 'nothing.')}`, `**Differ:** ${said(groups.differ, 'on no line.')}`])
}

function notToDo(input: ReportInput): string {
  if (input.plan.notToDo.length === 0) return 'The experts named no therapy to leave aside.'
  return list(input.plan.notToDo.map(({ drugs, reason, dissent }) => {
    const words = plain(reason)
    const known = evidenceAgainst(input, drugs)
    const why = words ? `${sentence(words)}${known ? ` ${known}` : ''}` : known || computedAgainst(input, drugs) || 'Decided by both experts.'
    return `**${capital(leftAside(input.plan, drugs))}** is not advised: ${why}${dissent ? ` Dissent: ${sentence(plain(dissent))}` : ''}`
  }))
}

const verdicts: Readonly<Record<string, string>> = { 'resistance.evidence': 'resistance reported', 'resistance.no_benefit': 'no benefit found', 'resistance.inferior': 'inferior in a direct comparison' }

/** What evidence of the run speaks against a regimen, apart from the experts' words: `Evidence: resistance reported with BRAF V600E, level A [..]`. */
function evidenceAgainst(input: ReportInput, drugs: readonly string[]): string {
  const [best] = (resultOf(input, drugs)?.contributions ?? []).filter((c) => c.points < 0 && c.rule in verdicts && cite([c.source]) !== '').sort((a, b) => a.points - b.points)
  if (!best) return ''
  const { alterations, level } = best.params
  const found = Array.isArray(alterations) && alterations.length > 0 ? ` with ${plain(joinedAnd(alterations))}` : ''
  return `Evidence: ${verdicts[best.rule] ?? ''}${found}${typeof level === 'string' ? `, level ${level}` : ''}.${cite([best.source])}`
}

function computedAgainst(input: ReportInput, drugs: readonly string[]): string {
  const computed = sentencesFor(input, drugs).against.find((s) => cite(s.sources) !== '')
  return computed ? `${sentence(plain(computed.text))}${cite(computed.sources)}` : ''
}

function nextTests(input: ReportInput): string {
  const genes = germlineGenes(input)
  const items = input.plan.tests.map(({ test, reason }) => (reason.trim() ? `**${capital(plain(test))}**: ${capital(sentence(plain(reason)))}` : `**${capital(plain(test))}**.`))
  if (genes.length > 0 && input.assay.tumourOnly !== false) items.push(`**Normal tissue (blood or saliva)** for ${joinedAnd(genes)}: the tumour test cannot tell inherited from acquired.`)
  return items.length > 0 ? list(items) : 'No further test was asked for.'
}

function germline(input: ReportInput): string {
  const genes = germlineGenes(input)
  const tumourOnly = input.assay.tumourOnly === true ? 'The assay read tumour tissue only. ' : input.assay.tumourOnly === null ? 'Whether normal tissue was read beside the tumour is not stated. ' : ''
  const said = input.plan.germline.map((text) => sentence(plain(text))).filter(Boolean).join(' ')
  const others = germlineMarks(input.run).filter((g) => !genes.includes(g))
  const marked = others.length > 0 ? `The run also marks ${joinedAnd(others)} as possibly inherited; the experts did not name ${others.length === 1 ? 'it' : 'them'}. ` : ''
  if (genes.length === 0 && !said) {
    const opinion = input.opinions.genomic_expert.germline
    const note = opinion?.state === 'none_suspected' && opinion.note.trim() ? `${sentence(plain(opinion.note))} ` : ''
    return `${tumourOnly}${opinion?.state === 'none_suspected' ? 'The genomic expert suspects no germline finding.' : 'No possible germline finding was named.'} ${note}${marked}A tumour test does not exclude an inherited predisposition.`
  }
  const named = genes.length > 0 ? `Possibly inherited: ${joinedAnd(genes)}. ` : ''
  return `${named}${said ? `${said} ` : ''}${marked}${tumourOnly}Confirmation in normal tissue, with genetic counselling, is advised before anybody acts on it.`
}

function confidence({ opinions, plan, decisions }: ReportInput): string {
  const own = (value: number | null) => (value === null ? 'not stated' : `${value} of 100`)
  const mind = [['genomics', opinions.genomic_expert.wouldChange], ['oncology', opinions.oncologist.wouldChange]].flatMap(([who, text]) => (text?.trim() ? [`${who}: ${plain(text).replace(/[.!?]$/, '')}`] : []))
  const dissent = plan.openDissent.map((d) => {
    const isSettled = decisions.some((one) => plain(one.text) === plain(d.text) && one.outcome === 'agreed_dissent')
    const [mine, other] = isSettled ? ['As agreed', 'Dissent'] : ['One wording', 'Other wording']
    return `**${isSettled ? 'Agreed with dissent' : 'Open'}: ${plain(d.subject)}** (${dissentWords[d.reason] ?? d.reason.replaceAll('_', ' ')}). ${mine}: ${sentence(plain(d.text) || 'none given')} ${other}: ${sentence(plain(d.dissent) || 'none given')}`
  })
  return list([
    `Confidence as committed blind: genomics ${own(opinions.genomic_expert.confidence)}, oncology ${own(opinions.oncologist.confidence)}.`,
    ...(mind.length > 0 ? [`What would change the mind. ${mind.map((said) => sentence(capital(said))).join(' ')}`] : []), ...(dissent.length > 0 ? dissent : ['No dissent is left open.']),
  ])
}
