import { capital, joinedAnd, list, plain, sentence } from './markdown-text.ts'
import { germlineGenes, germlineMarks, leftAside, optionsForward, evidenceBehind, sentencesFor, stanceOn, type PlanOption } from './report-facts.ts'
import type { ReportInput } from './report-input.ts'
import { cite } from './source-ids.ts'
import { dissentWords, regimenName, useWords } from './wording.ts'

/** The front page: what a treating physician reads first. */
export const draftFront = (input: ReportInput) => ({
  answer: answer(input), original_comparison: originalComparison(input), not_to_do: notToDo(input), next_tests: nextTests(input), germline: germline(input),
  confidence_dissent: confidence(input),
})

/** Question, then at most five lines: what is worth considering, what comes after it, what to test, what to leave. */
function answer(input: ReportInput): string {
  const { plan, question } = input
  const [first, ...others] = optionsForward(plan)
  const lines: string[] = []
  if (plan.noTherapeuticConsequence || !first) {
    lines.push(plan.noTherapeuticConsequence ? 'Both experts see no therapeutic consequence of the molecular findings; nothing more than the present plan is advised.' : 'The experts agreed on no option that is worth considering next.')
  } else {
    lines.push(`**${capital(regimenName(first.drugs))}** is worth considering next (${standing(first)}). ${reasonFor(input, first)}`.trim())
    if (others.length > 0) lines.push(`After that${others.length > 1 ? ', in this order' : ''}: ${others.map((o) => `${regimenName(o.drugs)} (${standing(o)})`).join('; ')}.`)
  }
  if (plan.tests.length > 0) lines.push(`Ask for: ${joinedAnd(plan.tests.map((t) => plain(t.test)))}.`)
  if (plan.notToDo.length > 0) lines.push(`Not advised: ${joinedAnd(plan.notToDo.map((n) => leftAside(plan, n.drugs)))}; reasons under "What not to do".`)
  if (plan.openDissent.length > 0) lines.push(`The experts do not agree on ${joinedAnd(plan.openDissent.map((d) => plain(d.subject)))}; both wordings are printed.`)
  return `**${plain(question) || 'No question was put.'}**\n\n${list(lines)}`
}

const standing = (option: PlanOption): string => [option.level ? `level ${option.level}` : 'no evidence level', useWords[option.use], option.realistic === 'yes' ? null : option.realistic === 'no' ? 'not realistic now' : 'whether it is realistic is not known'].filter(Boolean).join(', ')

function reasonFor(input: ReportInput, option: PlanOption): string {
  const said = plain(option.rationale)
  if (said) return `${sentence(said)}${evidenceBehind(input, option.drugs, said)}`
  const [best] = sentencesFor(input, option.drugs).for
  return best ? `${sentence(plain(best.text))}${cite(best.sources)}` : ''
}

/** Three lines: where this opinion agrees with the first report, where in part, where not. */
function originalComparison({ originalReport, rows, decisions }: ReportInput): string {
  if (originalReport.lines.length === 0) return 'No earlier report was given, so there is nothing to compare.'
  const groups = { same: [] as string[], part: [] as string[], differ: [] as string[] }
  for (const row of rows) {
    if (!row.original) continue
    const ours = stanceOn(row, decisions)
    const page = row.original.page ? ` (page ${row.original.page})` : ''
    const subject = `${plain(row.subject)}${page}`
    if (ours === null || ours === 'open' || row.original.stance === 'open') groups.part.push(ours === null ? `${subject}: not taken up` : ours === 'open' ? `${subject}: left open here` : `${subject}: named there without a judgement, here ${ours === 'for' ? 'taken up' : 'not advised'}`)
    else if (ours === row.original.stance) groups.same.push(subject)
    else groups.differ.push(`${subject}: the first report is ${row.original.stance}, the experts are ${ours}`)
  }
  const said = (items: readonly string[], none: string) => (items.length === 0 ? none : sentence(items.join('; ')))
  return list([`**Agree:** ${said(groups.same, 'on no line.')}`, `**In part:** ${said(groups.part, 'nothing.')}`, `**Differ:** ${said(groups.differ, 'on no line.')}`])
}

function notToDo(input: ReportInput): string {
  if (input.plan.notToDo.length === 0) return 'The experts named no therapy to leave aside.'
  return list(input.plan.notToDo.map(({ drugs, reason, dissent }) => {
    const words = plain(reason)
    const computed = sentencesFor(input, drugs).against.find((s) => cite(s.sources) !== '')
    const known = computed ? `${sentence(plain(computed.text))}${cite(computed.sources)}` : ''
    const why = words ? `${sentence(words)}${known ? ` Computed against it: ${known}` : ''}` : known || 'Decided by both experts.'
    return `**${capital(leftAside(input.plan, drugs))}** is not advised: ${why}${dissent ? ` Dissent: ${sentence(plain(dissent))}` : ''}`
  }))
}

function nextTests(input: ReportInput): string {
  const genes = germlineGenes(input)
  const items = input.plan.tests.map(({ test, reason }) => (reason.trim() ? `**${capital(plain(test))}**: ${sentence(plain(reason))}` : `**${capital(plain(test))}**.`))
  if (genes.length > 0 && input.assay.tumourOnly !== false) items.push(`**Normal tissue (blood or saliva)** for ${joinedAnd(genes)}: the tumour test cannot tell inherited from acquired.`)
  return items.length > 0 ? list(items) : 'No further test was asked for.'
}

function germline(input: ReportInput): string {
  const genes = germlineGenes(input)
  const tumourOnly = input.assay.tumourOnly === true ? 'The assay read tumour tissue only. ' : input.assay.tumourOnly === null ? 'Whether normal tissue was read beside the tumour is not stated. ' : ''
  const said = input.plan.germline.map((text) => sentence(plain(text))).filter(Boolean).join(' ')
  const others = germlineMarks(input.run).filter((g) => !genes.includes(g))
  const marked = others.length > 0 ? `The run also marks ${joinedAnd(others)} as possibly inherited; the experts did not name ${others.length === 1 ? 'it' : 'them'}. ` : ''
  if (genes.length === 0 && !said) return `${tumourOnly}No possible germline finding was named. ${marked}A tumour test does not exclude an inherited predisposition.`
  const named = genes.length > 0 ? `Possibly inherited: ${joinedAnd(genes)}. ` : ''
  return `${named}${said ? `${said} ` : ''}${marked}${tumourOnly}Confirmation in normal tissue, with genetic counselling, is advised before anybody acts on it.`
}

function confidence({ opinions, plan }: ReportInput): string {
  const own = (value: number | null) => (value === null ? 'not stated' : `${value} of 100`)
  const mind = [['genomic expert', opinions.genomic_expert.wouldChange], ['oncologist', opinions.oncologist.wouldChange]].flatMap(([who, text]) => (text?.trim() ? [`What would change the ${who}'s mind: ${sentence(plain(text))}`] : []))
  const dissent = plan.openDissent.map((d) => `**Open: ${plain(d.subject)}**. One wording: ${sentence(plain(d.text) || 'none given')} Other wording: ${sentence(plain(d.dissent) || 'none given')} Reason: ${dissentWords[d.reason] ?? d.reason.replaceAll('_', ' ')}.`)
  return list([
    `Confidence as committed blind: genomics ${own(opinions.genomic_expert.confidence)}, oncology ${own(opinions.oncologist.confidence)}.`,
    ...mind, ...(dissent.length > 0 ? dissent : ['No dissent is left open.']),
  ])
}
