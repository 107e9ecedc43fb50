import type { Missing, Opinion } from '#src/domain/opinion.ts'
import { missingFrom } from '#src/domain/opinion.ts'
import { confidenceWords, itemWords } from '#src/lib/words/opinion-words.ts'

export type Asked = { alterationIds: readonly string[]; interactionIds: readonly string[] }
export type CheckItem = { id: Missing; name: string; said: string; isAsked: boolean; isMissing: boolean }

const ofBoth: readonly Missing[] = ['confidence', 'would_change', 'conflict_of_interest']
const askedOf: Record<Opinion['slot'], readonly Missing[]> = {
  genomic_expert: ['adequacy', 'drivers', 'interactions', 'germline', 'therapies', ...ofBoth],
  oncologist: ['therapies', 'avoid', 'tests', 'plan', ...ofBoth],
}
const all: readonly Missing[] = ['adequacy', 'drivers', 'interactions', 'germline', 'therapies', 'avoid', 'tests', 'plan', ...ofBoth]

function saidOf(id: Missing, opinion: Opinion, asked: Asked): string {
  const called = new Set(opinion.drivers.map((call) => call.alterationId))
  const judged = new Set(opinion.interactions.map((one) => one.interactionId))
  switch (id) {
    case 'adequacy': return opinion.adequacy ? opinion.adequacy.state.replace('_', ' ') : ''
    case 'drivers': return `${asked.alterationIds.filter((one) => called.has(one)).length} of ${asked.alterationIds.length}`
    case 'interactions': return `${asked.interactionIds.filter((one) => judged.has(one)).length} of ${asked.interactionIds.length}`
    case 'germline': return opinion.germline ? (opinion.germline.state === 'possible' ? opinion.germline.genes.join(', ') || 'possible' : opinion.germline.state.replace('_', ' ')) : ''
    case 'therapies': return opinion.noTherapeuticConsequence ? 'no consequence' : String(opinion.therapies.length)
    case 'avoid': return String(opinion.avoid.length)
    case 'tests': return String(opinion.tests.length)
    case 'plan': return opinion.plan.trim() === '' ? '' : 'written'
    case 'confidence': return opinion.confidence === null ? '' : `${opinion.confidence}, ${confidenceWords(opinion.confidence)}`
    case 'would_change': return opinion.wouldChange.trim() === '' ? '' : 'written'
    case 'conflict_of_interest': return opinion.conflictOfInterest ? (opinion.conflictOfInterest.declared ? 'declared' : 'none') : ''
  }
}

/** The items of the review in one order for both roles, each with what was said so far, and whether it is asked of this role. */
export function checklistOf(opinion: Opinion, asked: Asked): CheckItem[] {
  const missing = new Set(missingFrom(opinion, asked))
  return all.map((id) => ({ id, name: itemWords[id], said: saidOf(id, opinion, asked), isAsked: askedOf[opinion.slot].includes(id), isMissing: missing.has(id) }))
    .toSorted((a, b) => Number(b.isAsked) - Number(a.isAsked))
}
