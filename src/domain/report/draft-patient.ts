import { joinedAnd, list, plain } from './markdown-text.ts'
import { germlineGenes, leftAside, optionsForward, stanceOn, type PlanOption } from './report-facts.ts'
import type { ReportInput } from './report-input.ts'
import { regimenName } from './wording.ts'

/**
 * The patient's sheet, eleven points in four sections. Second person, short sentences, grade 6 to 8, no survival numbers. It explains
 * what the experts think, in three words only: may, is being tested, we do not think.
 */
export const draftPatient = (input: ReportInput) => ({
  patient_found: found(input), patient_meaning: meaning(input), patient_family: family(input), patient_about: about(input),
})

const point = (title: string, ...paragraphs: readonly string[]) => [`### ${title}`, ...paragraphs.filter(Boolean)].join('\n\n')

function found(input: ReportInput): string {
  const { specimen, profile, run, plan } = input
  const genes = profile.coverage.kind === 'genes' ? ` The test looked at ${profile.coverage.genes.length} genes.` : ''
  const from = specimen.site ? `The sample came from this place: ${plain(specimen.site)}.` : 'The sample was part of your tumour.'
  const rejected = new Set(plan.drivers.filter((d) => d.stance === 'against').map((d) => d.alterationId))
  const drivers = run.drivers.filter((d) => d.alterationIds.some((id) => !rejected.has(id)))
  const points = effectOrder.flatMap((effect) => {
    const genes = drivers.filter((d) => d.effect === effect).map((d) => d.gene)
    return genes.length > 0 ? [`**${joinedAnd(genes.slice(0, 5))}**: ${effectPlain[effect][genes.length > 1 ? 1 : 0]}`] : []
  }).slice(0, 3)
  const listed = run.alterations.filter((a) => a.confidence === 0 && !a.possibleGermline).length
  return [
    point('Why you got this', 'Your care team asked two experts to look at your tumour test once more. They wanted to know what to think about next.'),
    point('What we looked at', `We read the test of your tumour. ${from}${specimen.collected ? ` It was taken on ${specimen.collected}.` : ''}${genes}`, 'We also read what treatment you have had so far.'),
    point('What we found', points.length > 0 ? list(points) : 'We found no change that we know to make this tumour grow.', listed > 0 ? 'We also saw other changes. As far as we know today, they do not matter for your treatment.' : ''),
  ].join('\n\n')
}

const effectOrder = ['gain', 'switch', 'loss', 'unknown', 'neutral'] as const
/** For one gene, for several. */
const effectPlain = {
  gain: ['this gene is changed. It acts like a switch that is stuck on, and it helps the tumour to grow.', 'these genes are changed. They act like switches that are stuck on, and they help the tumour to grow.'],
  loss: ['this gene should slow down growth. In your tumour it does not do its work.', 'these genes should slow down growth. In your tumour they do not do their work.'],
  switch: ['this gene is changed. It now does a new kind of work that helps the tumour.', 'these genes are changed. They now do a new kind of work that helps the tumour.'],
  neutral: ['this gene is changed, but we think the change does little.', 'these genes are changed, but we think the changes do little.'],
  unknown: ['this gene is changed. We do not know yet what the change does.', 'these genes are changed. We do not know yet what the changes do.'],
} as const

function meaning(input: ReportInput): string {
  const { plan } = input
  const forward = optionsForward(plan)
  const options = forward.map(optionPlain)
  const leave = plan.notToDo.map((n) => `We do not think that **${spoken(leftAside(plan, n.drugs))}** is a good choice for you now.`)
  const treatment = options.length > 0 ? list([...options, ...leave]) : [`We do not think that the changes we found point to a new drug for you now. This is an honest answer. It does not mean that nothing can be done.`, leave.length > 0 ? list(leave) : ''].filter(Boolean).join('\n\n')
  const tests = plan.tests.length === 0 ? '' : `We suggest ${plan.tests.length === 1 ? 'one more test' : `${plan.tests.length} more tests`}: ${joinedAnd(plan.tests.map((t) => plain(t.test)))}. The results may show which way is best.`
  return [
    point('What it may mean for your treatment', treatment, options.length > 0 ? 'Your own doctor knows you best. You choose together.' : ''),
    point('What we do not know', 'No test can say in advance how a drug works for one person. We can only say what may help.', tests, plan.openDissent.length > 0 ? 'On some points the two experts do not agree. Both views are in the part for your doctor.' : ''),
    point('How this compares with your first report', comparison(input)),
    point('What does not change', 'Please do not stop or change any medicine because of this sheet. Talk with your doctor first. Until you have both decided, the care you get now goes on.'),
  ].join('\n\n')
}

/** A regimen as one says it: `a with b`, `a, b with c`. */
function spoken(regimen: string): string {
  const drugs = regimen.split(' + ')
  return drugs.length < 2 ? regimen : `${drugs.slice(0, -1).join(', ')} with ${drugs.at(-1)}`
}

function optionPlain(option: PlanOption): string {
  const name = `**${spoken(regimenName(option.drugs))}**`
  if (option.use === 'trial') return `${name} is being tested in studies. You may be able to join one. No one knows yet how well it works.`
  const access = option.use === 'in_label' ? 'It is a drug in use for tumours like yours.' : option.use === 'off_label' ? 'It is in use for other tumours, so your doctor may need to ask for it first.' : 'Your doctor will need to find out if you can get it.'
  const unsure = option.realistic === 'yes' ? '' : ' We do not know yet if it is right for you.'
  return `${name} may be a choice for you. ${option.drugs.length > 1 ? access.replace(/^It is a drug in use/, 'These drugs are in use').replace(/^It is in use/, 'They are in use').replace('ask for it', 'ask for them').replace('get it', 'get them') : access}${unsure}`
}

function comparison({ originalReport, rows, decisions }: ReportInput): string {
  if (originalReport.lines.length === 0) return 'We did not get an earlier report, so we could not compare.'
  const differ = rows.filter((row) => row.original && row.original.stance !== 'open' && ['for', 'against'].includes(stanceOn(row, decisions) ?? '') && stanceOn(row, decisions) !== row.original.stance)
  if (differ.length === 0) return 'We agree with what your first report said. We add what we would think about first.'
  return `We agree with much of it. On ${differ.length === 1 ? 'one point' : `${differ.length} points`} we see things in another way: ${joinedAnd(differ.map((row) => spoken(plain(row.subject))))}. Your doctor can tell you why.`
}

function family(input: ReportInput): string {
  const genes = germlineGenes(input)
  const said = genes.length > 0 || input.plan.germline.length > 0
    ? `${genes.length > 1 ? `Changes in **${joinedAnd(genes)}** may be ones` : `A change${genes.length > 0 ? ` in **${genes[0]}**` : ''} may be one`} that you were born with. The tumour test cannot tell for sure. A blood test can. If so, it may matter for your family too. You can talk with a genetic counsellor before you decide on that test.`
    : 'We saw no clear sign of a change that runs in families. But this test was not made to rule that out. If many people in your family have had cancer, please tell your doctor.'
  return [
    point('Your family', said),
    point('Questions you can ask', list(['What are my choices, and what is the goal of each?', 'What side effects may I have?', 'Do I need one more test first?', 'Is there a study I can join?', 'What if I wait, or choose no new treatment?'])),
  ].join('\n\n')
}

function about({ experts, dates, askedBy }: ReportInput): string {
  return [
    point('Who wrote this', `${plain(experts.genomic_expert.name)}, an expert on genes, and ${plain(experts.oncologist.name)}, a cancer doctor, wrote this. They agreed on it on ${dates.consensus}.`, `Your care team gives you this sheet and can answer your questions${askedBy ? `: ${plain(askedBy)}` : ''}.`),
    point('Words explained', list(['**Gene**: a set of plans inside each cell.', '**Change** (also called mutation): a gene that is not like it was at first.', '**Tumour test**: a test that reads the genes of the tumour.', '**Study** (also called trial): a test of a new treatment with people who agree to take part.', '**Genetic counsellor**: a person who helps you to learn what a gene change means for you and your family.'])),
  ].join('\n\n')
}
