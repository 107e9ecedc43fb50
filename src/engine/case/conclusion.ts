import type { Interaction } from '#src/domain/analysis.ts'
import { combine } from '../score/combine.ts'
import type { Hypothesis } from '../score/combine.ts'
import { compareTherapies } from '../score/rank.ts'
import { openBook } from './read-case.ts'
import type { CaseReading } from './read-case.ts'
import { candidates, scoringOf } from './score-case.ts'
import { scoreRegimen } from '../score/score-regimen.ts'
import type { Scored } from '../score/score-regimen.ts'
import type { Scoring } from '../score/scoring.ts'

/** What is concluded of a case, in numbers: the ranked therapies and combinations, and the interactions worth a line. `at` is what it takes to write them out. */
export type Conclusion = { at: Scoring; scored: readonly Scored[]; combinations: readonly Hypothesis[]; interactions: Interaction[] }

/** Does evidence speak for the therapy, or report resistance to it? */
const isSpokenOf = ({ evidence, against }: Scored): boolean =>
  evidence.kept.length > 0 || against.keys.some((key) => key.entries.some(({ points, matched }) => points > 0 && matched.item.direction !== 'no_benefit'))

/** Scores and ranks what a case that was read gives reason to consider. */
export function conclude(read: CaseReading): Conclusion {
  const { input, empty } = read
  const book = openBook(read)
  const at = scoringOf(read, book)
  // what a class did in a tumour type orders the drugs of a model even where nothing was found in it
  const scored = empty && input.mode === 'clinical' ? [] : candidates(at).map((regimen) => scoreRegimen(regimen, at)).filter((one) => one.listed).sort(compareTherapies)
  const combinations = combine(scored, at)
  const found = book.list()
  if (found.length === 0) return { at, scored, combinations, interactions: found }
  const listed = new Map([...scored, ...combinations.map((one) => one.scored)].map((one) => [one.therapy, isSpokenOf(one)]))
  return { at, scored, combinations, interactions: listedInteractions(found, listed, input.overrides.disputedInteractions) }
}

/** A way around a target, by one driver alone, is worth a line only where evidence speaks of the therapy it takes points from, or where an expert disputes it. */
function listedInteractions(all: readonly Interaction[], listed: ReadonlyMap<string, boolean>, disputed: readonly string[]): Interaction[] {
  return all.map((one) => ({ ...one, therapies: one.therapies.filter((therapy) => listed.has(therapy)) }))
    .filter((one) => one.members.length > 1 || one.therapies.some((therapy) => listed.get(therapy) === true) || (one.kind !== 'bypass' && one.kind !== 'convergence') || disputed.includes(one.id))
}
