import type { Contribution, Remark, TherapyResult } from '#src/domain/analysis.ts'
import { Plan, type RowDecision } from '#src/domain/comparison/row.ts'
import type { CaseState } from '#src/domain/case/state.ts'
import type { Person, Slot } from '#src/domain/person.ts'
import { inWords, type Labels } from '#src/domain/report/names.ts'
import type { Expert, ReportInput, Sourced } from '#src/domain/report/report-input.ts'
import type { Deps } from '../deps.ts'
import { atItsRelease } from '../case/at-its-release.ts'
import { bothOpinions, comparisonRowsOf } from '../case/comparison-rows.ts'
import { identityOf, intakePartOf, profilePartOf, runNamed, textOf } from '../case/case-parts.ts'
import { differenceOf } from '../case/correction-parts.ts'
import { readPart } from '../case/parts.ts'
import { interactionSentence, sentenceOf } from '../case/sentences.ts'
import { decisionOf } from '../consensus/comparison-view.ts'
import { citationsOf } from './citations-of.ts'
import { drugClassOf, labelsOf } from './labels-of.ts'

/** Kinds of public sources this installation does not ask; printed in the methods, so that nobody takes silence for an answer. */
const notConsulted = ['trial registries (trials are entered by the experts)', 'OncoKB', 'COSMIC', 'hospital pharmacy and reimbursement lists']

/** Everything a report is drafted from, read from the parts of a case after consensus. Throws before: the caller has asked the state. */
export async function reportInputOf(given: Deps, state: CaseState): Promise<ReportInput> {
  const deps = await atItsRelease(given, state)
  if (!state.consensus) throw new Error('A report was asked for before consensus')
  const [intake, profilePart, run] = [await intakePartOf(deps, state), await profilePartOf(deps, state), await runNamed(deps, state, state.consensus.run)]
  const rows = await comparisonRowsOf(deps, state)
  const decisions = (await Promise.all(rows.map((r) => decisionOf(deps, state, r.id)))).filter((d): d is RowDecision => d !== null)
  const { form } = intake
  const labels = labelsOf(deps.knowledge)
  const plan = await readPart(deps, state.id, state.consensus.plan, Plan)
  return {
    caseCode: state.code, patient: await identityOf(deps, state),
    tumourType: { code: state.tumourType, name: deps.knowledge.tumours.get(state.tumourType)?.name ?? state.tumourType },
    question: form.question, reason: form.reason, askedBy: form.askedBy, course: form.course, specimen: form.specimen, assay: { ...form.assay, coverage: profilePart.profile.coverage },
    genomeBuild: profilePart.genomeBuild, originalReport: form.originalReport, gaps: form.gaps, corrections: await correctionsOf(deps, state), profile: profilePart.profile,
    plan, rows, decisions, opinions: await bothOpinions(deps, state), run,
    sentences: {
      interaction: Object.fromEntries(run.interactions.map((i) => [i.id, inWords(labels, interactionSentence(i))])),
      contribution: Object.fromEntries([...run.therapies, ...run.combinations].map((t) => [t.therapy, sentencesOf(t, labels)])),
      notAssessable: run.notAssessable.map(sentenceOf),
    },
    labels, drugClass: drugClassOf(deps.knowledge, [...plan.options, ...plan.notToDo].flatMap((o) => o.drugs)), citations: citationsOf(run, deps.knowledge, labels), experts: await expertsOf(deps, state), protocol: state.protocol, notConsulted,
    dates: { takenIn: day(state.takenInAt), committed: { genomic_expert: day(state.opinions.genomic_expert?.at), oncologist: day(state.opinions.oncologist?.at) }, consensus: day(state.consensus.at) },
  }
}

async function correctionsOf(deps: Deps, state: CaseState): Promise<ReportInput['corrections']> {
  return Promise.all(state.corrections.map(async ({ round, at, reason, difference }, place) => {
    const { added, removed, changed } = await differenceOf(deps, state.id, difference)
    return { round, on: day(at), reason: (await textOf(deps, state, reason)).replace(/\.$/, ''), added: added.length, removed: removed.length, changed: changed.length, afterReveal: (state.earlier[place]?.revealedAt ?? null) !== null }
  }))
}

function sentencesOf(t: TherapyResult, labels: Labels): { for: Sourced[]; against: Sourced[] } {
  const say = (c: Contribution | Remark): Sourced => ({ text: inWords(labels, agreed(sentenceOf(c), c.params['alterations'])), sources: [c.source] })
  const strongest = [...t.contributions].sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
  return { for: strongest.filter((c) => c.points > 0).map(say), against: [...strongest.filter((c) => c.points < 0 && c.kind !== 'limit' && !c.rule.endsWith('gate')).map(say), ...t.against.map(say)] }
}

/** The engine's sentences speak of one finding; of several they are put in the plural. */
const agreed = (text: string, found: unknown): string => (Array.isArray(found) && found.length > 1 ? text.replace(/ was found\.$/, ' were found.').replace(' meets it ', ' meet it ') : text)

async function expertsOf(deps: Deps, state: CaseState): Promise<Record<Slot, Expert>> {
  const people = new Map((await deps.identity.people()).map((p) => [p.id, p]))
  const expert = (slot: Slot): Expert => {
    const person = people.get(state.assigned[slot])
    return { personId: state.assigned[slot], name: person?.name ?? 'unknown', credential: credentialText(person ?? null) }
  }
  return { genomic_expert: expert('genomic_expert'), oncologist: expert('oncologist') }
}

export const credentialText = (person: Pick<Person, 'credential'> | null): string => (person?.credential ? `${person.credential.title}, ${person.credential.number}` : 'no credential on file')

const day = (instant: string | undefined) => (instant ?? '').slice(0, 10)
