import { regimenKey } from '../opinion.ts'
import type { Finding } from './finding.ts'
import { putsForward, recommends } from './lint-advice.ts'
import { sentencesOf, type LintSection } from './lint-text.ts'
import { optionsForward } from './report-facts.ts'
import type { ReportInput } from './report-input.ts'
import { regimenName } from './wording.ts'

const quotes = /\b(?:the first report|the other wording|one wording|other wording|not mentioned|dissent)\b/i

/**
 * Sentences that put forward what was decided against, that speak against the first option of the plan, or that put forward a regimen the
 * plan does not hold. Read sentence by sentence: a sentence that declines, or that quotes somebody, contradicts nothing.
 */
export function lintDecisions(texts: readonly LintSection[], input: ReportInput): Finding[] {
  const { plan } = input
  const leave = plan.notToDo.map((n) => n.drugs)
  const forward = optionsForward(plan).map((o) => o.drugs)
  const agreed = new Set(forward.map(regimenKey))
  const known = [...input.run.therapies, ...input.run.combinations].map((t) => t.drugs).filter((drugs) => !agreed.has(regimenKey(drugs)))
  const findings: Finding[] = []
  for (const section of texts) {
    if (section.id === 'confidence_dissent' || section.id === 'original_comparison') continue // both quote what was not agreed
    for (const said of sentencesOf(section.markdown)) {
      if (!recommends.test(said) || quotes.test(said)) continue
      const text = withoutTests(said, plan.tests.map((t) => t.test))
      const named = (drugs: readonly string[]) => drugs.every((d) => mentions(text, d)) && putsForward(text, drugs)
      const wrong = leave.find((drugs) => named(drugs) && !withinAgreed(drugs, forward, text))
      if (wrong) findings.push({ code: 'contradicted_by_decision', section: section.id, detail: `puts forward ${regimenName(wrong)}, which the experts decided against: ${text.slice(0, 120)}`, blocking: true })
      else {
        const foreign = known.find((drugs) => named(drugs) && !withinAgreed(drugs, forward, text))
        if (foreign) findings.push({ code: 'contradicted_by_decision', section: section.id, detail: `puts forward ${regimenName(foreign)}, which is no option of the plan: ${text.slice(0, 120)}`, blocking: true })
      }
    }
  }
  return [...findings, ...patientBehind(texts, input)]
}

/** A test may carry a drug in its name; asking for the test does not advise the drug. */
const withoutTests = (text: string, tests: readonly string[]): string =>
  tests.map((t) => t.trim()).filter((t) => t.length > 2).reduce((rest, test) => {
    const at = rest.toLowerCase().indexOf(test.toLowerCase())
    return at < 0 ? rest : `${rest.slice(0, at)}the test${rest.slice(at + test.length)}`
  }, text)

/** `osimertinib` inside a sentence on the agreed `osimertinib + savolitinib` is that option's own drug. */
const withinAgreed = (drugs: readonly string[], forward: readonly (readonly string[])[], text: string): boolean =>
  forward.some((own) => drugs.every((d) => own.includes(d)) && own.every((d) => mentions(text, d)))

export function mentions(text: string, name: string): boolean {
  const [where, what] = [text.toLowerCase(), name.toLowerCase()]
  for (let at = where.indexOf(what); at >= 0; at = where.indexOf(what, at + 1)) {
    const [before, after] = [where[at - 1] ?? ' ', where[at + what.length] ?? ' ']
    if (!/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)) return true
  }
  return false
}

/** The patient's sheet names what the plan puts first and what it leaves aside; an edit of the clinical part leaves it behind easily. */
function patientBehind(texts: readonly LintSection[], { plan }: ReportInput): Finding[] {
  const sheet = texts.find((s) => s.id === 'patient_meaning')
  const first = optionsForward(plan)[0]
  if (!sheet || !first || plan.noTherapeuticConsequence) return []
  return first.drugs.every((d) => mentions(sheet.markdown, d)) ? [] : [{ code: 'patient_part_behind', section: sheet.id, detail: `does not speak of ${regimenName(first.drugs)}, the first option of the plan`, blocking: true }]
}
