import type { Interaction } from '../analysis.ts'
import { regimenKey } from '../opinion.ts'
import { interplayWords } from './interaction-words.ts'
import { capital, joinedAnd, list, plain, sentence } from './markdown-text.ts'
import type { ReportInput } from './report-input.ts'
import { resultOf } from './report-facts.ts'
import { cite } from './source-ids.ts'
import { regimenName } from './wording.ts'

type Meaning = 'for' | 'against' | 'limits' | 'beside'
/** One interplay of the same alterations, told once, with all that is said of it. */
type Interplay = { meaning: Meaning; members: string; tells: string[]; notes: string[]; isOpen: boolean; bears: string[]; sources: string[]; certainty: number }

const headings: Record<Meaning, string> = {
  for: 'What speaks for an option of the plan', limits: 'What may limit an option of the plan', against: 'Why a therapy is not advised', beside: 'To keep in mind beside the plan',
}
const order: readonly Meaning[] = ['for', 'limits', 'against', 'beside']
const certainty = ['', 'inferred from the network', 'known from another setting', ''] as const

/** An expert's own words that an interplay changes nothing here; most are kept and closed with such a note. */
const saysNothingHere = /\b(?:nobody (?:proposes|considers)|without bearing|no bearing|not relevant|no consequence|nothing follows|does not bear)\b/i

/** Each interplay once, under what it means for treatment; what has no bearing on the plan is one closing line. */
export function interactionsSection(input: ReportInput): string {
  const decided = new Map(input.plan.interactions.map((i) => [i.interactionId, i]))
  const kept = input.run.interactions.filter((i) => decided.get(i.id)?.stance !== 'against')
  const noteOf = (i: Interaction) => decided.get(i.id)?.text.trim() ?? ''
  const touches = touchedBy(input)
  const bearing = kept.filter((i) => {
    const note = noteOf(i)
    if (saysNothingHere.test(note)) return false
    const isOwn = note !== '' && kept.filter((other) => noteOf(other) === note).length === 1
    return decided.has(i.id) ? isOwn || touches(i).length > 0 || decided.get(i.id)?.stance === 'open' : i.certainty === 3 && i.members.length > 1 && touches(i).length > 0
  })
  const told = toldOnce(bearing.map((i) => interplayOf(input, i, noteOf(i), decided.get(i.id)?.stance === 'open', touches(i))))
  const groups = order.flatMap((meaning) => {
    const items = told.filter((one) => one.meaning === meaning)
    return items.length > 0 ? [`**${headings[meaning]}**\n\n${list(items.map(lineOf))}`] : []
  })
  return [
    ...(groups.length > 0 ? groups : ['No interaction among the alterations bears on the plan.']), ...closing(input, kept.filter((i) => !bearing.includes(i))),
    ...(told.length > 0 ? ['Clinical evidence in this setting unless another certainty is named.'] : []),
  ].join('\n\n')
}

type Touched = { name: string; isOption: boolean }

/** Regimens of the plan that an interplay bears on, by the exact regimen: what holds for one drug may not hold with a partner that closes the way. */
function touchedBy({ plan }: ReportInput): (i: Interaction) => Touched[] {
  const regimens = [...plan.options.map((o) => ({ drugs: o.drugs, isOption: true })), ...plan.notToDo.map((n) => ({ drugs: n.drugs, isOption: false }))]
  return (i) => regimens.filter((one) => i.therapies.includes(regimenKey(one.drugs))).map(({ drugs, isOption }) => ({ name: regimenName(drugs), isOption }))
}

/** Options whose partner drug closes the way that an interplay opens: it holds for a part of them, not for the whole, and the run has relieved them of it. */
const answeredBy = (input: ReportInput, i: Interaction): string[] => input.plan.options.filter(({ drugs }) =>
  !i.therapies.includes(regimenKey(drugs)) && i.therapies.some((t) => t.split('+').every((drug) => drugs.includes(drug))) && (resultOf(input, drugs)?.notes.some((n) => n.rule === 'note.relieved') ?? false)).map((o) => regimenName(o.drugs))

function interplayOf(input: ReportInput, i: Interaction, note: string, isOpen: boolean, touched: readonly Touched[]): Interplay {
  const names = (isOption: boolean) => touched.filter((t) => t.isOption === isOption).map((t) => t.name)
  const [options, aside] = [names(true), names(false)]
  const meaning: Meaning = i.effect === 'for' && options.length > 0 ? 'for' : i.effect === 'against' && aside.length > 0 ? 'against' : i.effect === 'against' && options.length > 0 ? 'limits' : 'beside'
  const answers = answeredBy(input, i)
  const limited = meaning === 'against' && options.length > 0 ? `may also limit ${joinedAnd(options)}` : ''
  return {
    meaning, members: joinedAnd(i.members), tells: [[plain(interplayWords(i, input.labels, input.sentences.interaction[i.id] ?? i.id)), limited].filter(Boolean).join('; ')], notes: [...(note ? [note] : []), ...(answers.length > 0 ? [`In ${joinedAnd(answers)} a partner drug closes this way.`] : [])], isOpen,
    bears: meaning === 'against' ? aside : meaning === 'beside' ? [] : options, sources: [...i.sources], certainty: i.certainty,
  }
}

/** Several relations of the same alterations are one thing to read. */
function toldOnce(all: readonly Interplay[]): Interplay[] {
  const out = new Map<string, Interplay>()
  for (const one of all) {
    const key = `${one.meaning}:${one.members}`
    const there = out.get(key)
    const union = (a: readonly string[], b: readonly string[]) => [...new Set([...a, ...b])]
    out.set(key, there ? { ...there, tells: union(there.tells, one.tells), notes: union(there.notes, one.notes), isOpen: there.isOpen || one.isOpen, bears: union(there.bears, one.bears), sources: union(there.sources, one.sources), certainty: Math.max(there.certainty, one.certainty) } : one)
  }
  return [...out.values()]
}

function lineOf({ members, tells, notes, isOpen, bears, sources, certainty: sure }: Interplay): string {
  const sureness = certainty[sure] ? ` (${certainty[sure]})` : ''
  const on = bears.length > 0 ? `${joinedAnd(bears)}: ` : ''
  return `**${capital(on)}${plain(members)}.** ${capital(sentence(`${tells.join('; ')}${sureness}`))}${cite(sources)}${notes.map((n) => ` ${sentence(plain(n))}`).join('')}${isOpen ? ' Left open by the experts.' : ''}`
}

function closing(input: ReportInput, folded: readonly Interaction[]): string[] {
  const dropped = input.plan.interactions.filter((i) => i.stance === 'against').map((i) => input.run.interactions.find((one) => one.id === i.interactionId)?.members.join(' with ') ?? i.interactionId)
  const genes = [...new Set(folded.flatMap((i) => i.memberGenes))].sort()
  return [
    ...(dropped.length > 0 ? [`Not kept by the experts: ${dropped.map(plain).join('; ')}.`] : []),
    ...(folded.length > 0 ? [`${folded.length === 1 ? 'One further relation' : `${folded.length} further relations`} (${joinedAnd(genes)}) ${folded.length === 1 ? 'has' : 'have'} no bearing on the plan and ${folded.length === 1 ? 'is' : 'are'} kept with the reviewed run.`] : []),
  ]
}
