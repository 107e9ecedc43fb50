import type { Finding } from './finding.ts'
import { mentions } from './lint-decisions.ts'
import { flat, sentencesOf, type LintSection } from './lint-text.ts'
import { optionsForward } from './report-facts.ts'
import type { ReportInput } from './report-input.ts'
import { citedIn, sourcesOfRun } from './source-ids.ts'
import { regimenName } from './wording.ts'

const outcome = /\b(?:\d{1,3}(?:\.\d{1,2})? ?(?:%|of 100|months?)|hazard ratio|response rate|overall survival|progression-free|median)\b/i
const effectClaim = /\b(?:is (?:resistant|sensitive)|confers?|resistance to|sensitivity to|responds? to|approved (?:for|in)|prolong(?:s|ed)|improv(?:es|ed))\b/i

/** Outcome numbers without a source stop signing; claims of effect without one, and sources nobody has read into the run, are shown. */
export function lintSources(texts: readonly LintSection[], input: ReportInput): Finding[] {
  const known = sourcesOfRun(input.run)
  const findings: Finding[] = []
  for (const section of texts.filter((s) => s.part !== 'patient')) {
    for (const line of section.markdown.split('\n')) {
      if (citedIn(line).length > 0 || flat(line) === flat(input.question)) continue
      for (const text of sentencesOf(line)) {
        if (outcome.test(text) && !ownNumbers.test(text)) findings.push({ code: 'unlinked_claim', section: section.id, detail: `states an outcome without a source: ${text.slice(0, 120)}`, blocking: true })
        else if (effectClaim.test(text)) findings.push({ code: 'unlinked_claim', section: section.id, detail: `states an effect without a source: ${text.slice(0, 120)}`, blocking: false })
      }
    }
    for (const id of citedIn(section.markdown)) if (!known.has(id) && !(id in input.citations)) findings.push({ code: 'unknown_source', section: section.id, detail: `${id} is not among the sources of the run; was it read?`, blocking: false })
  }
  return [...findings, ...levelA(texts, input)]
}

/** Numbers of the case itself, not of a study. */
const ownNumbers = /\b(?:confidence|purity|response at 3|VAF|reads|covered|drivers)\b/i

/** A therapy that the run puts at HIGH with level A evidence and that nobody speaks of: an oversight, or a reason worth a line. */
function levelA(texts: readonly LintSection[], input: ReportInput): Finding[] {
  const spoken = [...optionsForward(input.plan).map((o) => o.drugs), ...input.plan.notToDo.map((n) => n.drugs)]
  const words = texts.map((s) => s.markdown).join('\n')
  return input.run.therapies.filter((t) => t.band === 'HIGH' && t.level === 'A' && t.label === 'this_tumour')
    .filter((t) => !spoken.some((drugs) => t.drugs.every((d) => drugs.includes(d))) && !t.drugs.every((d) => mentions(words, d)))
    .slice(0, 3)
    .map((t) => ({ code: 'level_a_missing' as const, section: 'answer', detail: `${regimenName(t.drugs)} has level A evidence in this tumour and is not spoken of`, blocking: false }))
}
