import type { Plan } from '../comparison/row.ts'
import { joinedAnd, list, plain } from './markdown-text.ts'
import { dateInWords, siteInWords, testsInWords } from './patient-words.ts'
import { germlineGenes, leftAside, optionsForward, stanceOn, type PlanOption } from './report-facts.ts'
import type { ReportInput } from './report-input.ts'
import { regimenName } from './wording.ts'

/**
 * The patient's sheet, in four sections. Second person, short sentences, grade 6 to 8, no survival numbers, nothing that alarms. It explains
 * what the experts think, in three words only: may, is being tested, we do not think.
 */
export const draftPatient = (input: ReportInput) => ({
  patient_found: found(input), patient_meaning: meaning(input), patient_family: family(input), patient_about: about(input),
})

const point = (title: string, ...paragraphs: readonly string[]) => [`### ${title}`, ...paragraphs.filter(Boolean)].join('\n\n')

function found({ specimen, profile, run, plan }: ReportInput): string {
  const from = `${specimen.site ? ` The sample came from ${siteInWords(specimen.site)}.` : ''}${specimen.collected ? ` It was taken on ${dateInWords(specimen.collected)}.` : ''}`
  const genes = profile.coverage.kind === 'genes' ? ` The test read ${profile.coverage.genes.length} genes.` : ''
  const rejected = new Set(plan.drivers.filter((d) => d.stance === 'against').map((d) => d.alterationId))
  const drivers = run.drivers.filter((d) => d.alterationIds.some((id) => !rejected.has(id)))
  const points = effectOrder.flatMap((effect) => {
    const genes = drivers.filter((d) => d.effect === effect).map((d) => d.gene)
    return genes.length > 0 ? [`**${joinedAnd(genes.slice(0, 5))}** ${effectPlain[effect][genes.length > 1 ? 1 : 0]}`] : []
  }).slice(0, 3)
  const listed = run.alterations.filter((a) => a.confidence === 0 && !a.possibleGermline).length
  return [
    point('Why you got this', 'Your doctor asked two experts to look at your tumour test a second time. This sheet tells you what they think about your treatment.'),
    point('What we looked at', `We read the gene test of your tumour.${from}${genes} We also read which treatments you have had so far.`),
    point('What we found', points.length > 0 ? list(points) : 'We found no change that we know to make this tumour grow.', listed > 0 ? 'The test also showed other changes. As far as we know today, they make no difference to your treatment.' : ''),
  ].join('\n\n')
}

const effectOrder = ['gain', 'switch', 'loss', 'unknown', 'neutral'] as const
/** For one gene, for several. */
const effectPlain = {
  gain: ['is changed in a way that keeps it switched on. This helps the tumour to grow.', 'are changed in a way that keeps them switched on. This helps the tumour to grow.'],
  loss: ['normally helps to keep growth in check. In your tumour it no longer does this.', 'normally help to keep growth in check. In your tumour they no longer do this.'],
  switch: ['is changed and now does a different kind of work, which helps the tumour.', 'are changed and now do a different kind of work, which helps the tumour.'],
  neutral: ['is changed, but we think that the change makes little difference.', 'are changed, but we think that the changes make little difference.'],
  unknown: ['is changed. We do not know yet what the change does.', 'are changed. We do not know yet what the changes do.'],
} as const

function meaning(input: ReportInput): string {
  const { plan } = input
  const forward = optionsForward(plan)
  const leave = plan.notToDo.map((n) => `**${spoken(leftAside(plan, n.drugs))}**`)
  const aside = leave.length === 0 ? '' : leave.length === 1 ? `We do not think that ${leave[0]} is a good choice for you now.` : `We do not think that these are good choices for you now: ${joinedAnd(leave)}.`
  const none = 'We do not think that the changes we found point to a new medicine for you now. This does not mean that nothing can be done: your doctor can plan the next step with you in other ways.'
  const isPlain = forward.length > 1 && forward.every((o) => o.use === 'in_label' && o.realistic === 'yes')
  const treatment = isPlain ? `These may be options for you. All of them are approved for tumours like yours.\n\n${list(forward.map((o) => `**${titled(spoken(regimenName(o.drugs)))}**`))}` : forward.length > 0 ? list(forward.map(optionPlain)) : none
  const order = forward.length < 2 || isOrderOpen(plan) ? '' : 'The experts put them in this order, but you and your doctor choose together.'
  return [
    point('What it may mean for your treatment', treatment, order || (forward.length > 0 ? 'You and your doctor choose together.' : ''), aside ? `${aside} Your doctor can tell you why.` : ''),
    plan.tests.length === 0 ? '' : point(plan.tests.length === 1 ? 'One more test' : 'More tests', `The experts suggest ${plan.tests.length === 1 ? 'one more test' : 'these tests'}:`, list(testsInWords(plan.tests.map((t) => t.test)))),
    point('What we do not know', `No test can tell in advance how well a medicine works for one person.${plan.openDissent.length > 0 ? ` ${isOrderOpen(plan) ? 'The two experts would not start with the same medicine.' : 'There is a point on which the two experts do not agree.'} Both views are in the part for your doctor.` : ''}`),
    point('How this compares with your first report', comparison(input)),
    point('What stays the same', 'Nothing in this sheet changes your check-ups or the medicines you take now. Please do not stop or change a medicine before you have talked with your doctor.'),
  ].filter(Boolean).join('\n\n')
}

/** The dissent is about an option that the plan puts forward: then the sheet does not give its order. */
const isOrderOpen = (plan: Plan): boolean => plan.openDissent.some((d) => optionsForward(plan).some((o) => regimenName(o.drugs) === d.subject))

/** A regimen as one says it: `a with b`, `a, b with c`. */
function spoken(regimen: string): string {
  const drugs = regimen.split(' + ')
  return drugs.length < 2 ? regimen : `${drugs.slice(0, -1).join(', ')} with ${drugs.at(-1)}`
}

const titled = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

function optionPlain(option: PlanOption, at: number): string {
  const name = `**${titled(spoken(regimenName(option.drugs)))}**`
  if (option.use === 'trial') return `${name} is being tested in studies. Your doctor can find out if there is one that you could join. Nobody knows yet how well it works.`
  const isMany = option.drugs.length > 1
  const access = option.use === 'in_label' ? `${isMany ? 'These medicines are' : 'It is'} approved for tumours like yours.`
    : option.use === 'off_label' ? `${isMany ? 'These medicines are' : 'It is'} approved for other uses, so your doctor may need to apply for ${isMany ? 'them' : 'it'} first.` : `Your doctor can find out if you can get ${isMany ? 'them' : 'it'}.`
  const unsure = option.realistic === 'yes' ? '' : ' We do not know yet if it is right for you.'
  return `${name} may be ${at === 0 ? 'an option' : 'another option'} for you. ${access}${unsure}`
}

function comparison({ originalReport, rows, decisions }: ReportInput): string {
  if (originalReport.lines.length === 0) return 'We did not get an earlier report, so we could not compare.'
  const said = rows.filter((row) => row.kind === 'therapy' && row.original && row.original.stance !== 'open' && ['for', 'against'].includes(stanceOn(row, decisions) ?? ''))
  const names = (of: typeof said) => joinedAnd(of.map((row) => spoken(plain(row.subject))))
  const [same, differ] = [said.filter((row) => stanceOn(row, decisions) === row.original?.stance), said.filter((row) => stanceOn(row, decisions) !== row.original?.stance)]
  const others = rows.some((row) => row.kind !== 'therapy' && row.original && row.original.stance !== 'open' && stanceOn(row, decisions) !== null && stanceOn(row, decisions) !== row.original.stance)
  return [
    same.length > 0 ? `We agree with your first report on ${names(same)}.` : differ.length > 0 ? 'We read the same test results as your first report.' : 'We agree with what your first report said about treatment.',
    differ.length > 0 ? `We see ${names(differ)} differently${differ.every((row) => row.original?.stance === 'for') ? `: your first report named ${differ.length > 1 ? 'them' : 'it'} as an option, but we do not think that ${differ.length > 1 ? 'they are' : 'it is'} right for you now` : ''}.` : '',
    others ? 'We also read some of the gene changes in another way.' : '',
    'Your doctor can go through both with you.',
  ].filter(Boolean).join(' ')
}

/** Questions that fit this plan; the family only where the experts agreed that a change may be inherited. */
function family(input: ReportInput): string {
  const { plan } = input
  const questions = [
    'What is the goal of each option, and what side effects could I have?', plan.tests.length > 0 ? 'Which test comes first, and when do we get the result?' : '', plan.openDissent.length > 0 ? 'The experts see one point in two ways. What do you think?' : '',
    plan.options.some((o) => o.use === 'trial') ? 'Is there a study near me that I could join?' : 'Is there a study that I could join?', 'What can I do myself to feel as well as I can?', 'Who can I call if I have a question later?',
  ].filter(Boolean)
  return [point('Questions you can ask', list(questions)), plan.germline.length > 0 ? point('Your family', familyNote(germlineGenes(input))) : ''].filter(Boolean).join('\n\n')
}

function familyNote(genes: readonly string[]): string {
  const which = genes.length > 1 ? `Changes in **${joinedAnd(genes)}** may be ones` : `A change${genes.length > 0 ? ` in **${genes[0]}**` : ''} may be one`
  return `${which} that you were born with. The tumour test cannot tell; a blood test can. If you were born with it, it may also matter to your family. Before you decide on that test, you can talk with a genetic counsellor, who explains what it can and cannot show.`
}

function about({ experts, dates, askedBy }: ReportInput): string {
  return [
    point('Who wrote this', `${plain(experts.genomic_expert.name)}, an expert on tumour genes, and ${plain(experts.oncologist.name)}, a cancer doctor, agreed on this opinion on ${dateInWords(dates.consensus)}. Your care team gives you this sheet and can answer your questions${askedBy ? `: ${plain(askedBy)}` : ''}.`),
    point('Words explained', list(['**Gene**: a part of the plan that each cell of the body follows.', '**Change** (mutation): a gene that is no longer as it was at first. Most changes in a tumour are found in the tumour only.', '**Study** (clinical trial): a test of a new treatment with people who agree to take part.', '**Approved**: the authorities have checked the medicine and allow its use.'])),
  ].join('\n\n')
}
