import { lintDecisions } from './lint-decisions.ts'
import { lintNumbers } from './lint-numbers.ts'
import { lintSources } from './lint-sources.ts'
import { flat, sentencesOf, type LintSection } from './lint-text.ts'
import { asRead, plain } from './markdown-text.ts'
import type { Finding } from './finding.ts'
import { forbidden, forbiddenToPatients } from './forbidden-wording.ts'
import { properNames, readingGrade, targetGrade } from './reading-grade.ts'
import type { ReportInput } from './report-input.ts'

/**
 * What a person must look at before signing. Blocking: forbidden wording, dose, urgency, a text that contradicts a decision or a number
 * that contradicts a fact, an outcome without a source, an empty section, a gap or a dissent that is not printed. The rest is advice.
 */
export function lintReport(sections: readonly LintSection[], input: ReportInput): Finding[] {
  const texts = sections.filter((s) => s.kind === 'text')
  return [
    ...texts.flatMap((s) => emptyOrForbidden(s, quotedIn(input))), ...optionsWording(sections), ...texts.flatMap((s) => lintNumbers(s, input)), ...lintDecisions(texts, input), ...lintSources(texts, input),
    ...printed(sections, input), ...patientReads(texts, input),
  ]
}

/** Words that must be printed as they were given: a gap's reason, both wordings of a dissent. They are quoted, not said. */
const quotedIn = ({ gaps, corrections, plan }: ReportInput): string[] => [...gaps.map((g) => g.reason), ...corrections.map((c) => c.reason), ...plan.openDissent.flatMap((d) => [d.text, d.dissent])].map(plain).filter(Boolean)

/** The options table prints decisions as they were agreed and cannot be edited here: shown, not stopped. */
const optionsWording = (sections: readonly LintSection[]): Finding[] =>
  sections.filter((s) => s.id === 'options').flatMap((s) => emptyOrForbidden(s, [])).map((f) => ({ ...f, blocking: false }))

function emptyOrForbidden(section: LintSection, quoted: readonly string[]): Finding[] {
  if (asRead(section.markdown).trim().length < 10) return [{ code: 'empty_section', section: section.id, detail: 'says nothing', blocking: true }]
  const rules = section.part === 'patient' ? [...forbidden, ...forbiddenToPatients] : forbidden
  const own = quoted.reduce((text, words) => text.split(words).join('…'), section.markdown)
  return sentencesOf(own).flatMap((text) => rules.flatMap(({ pattern, code, why }) => {
    const hit = pattern.exec(text)
    return hit ? [{ code, section: section.id, detail: `“${hit[0]}” ${why}: ${shortened(text)}`, blocking: true }] : []
  }))
}

const shortened = (text: string) => (text.length > 120 ? `${text.slice(0, 117)}…` : text)

/** Gaps accepted at intake and dissent left open must stand in print, whoever edited the text. */
function printed(sections: readonly LintSection[], { gaps, plan }: ReportInput): Finding[] {
  const all = flat(sections.map((s) => s.markdown).join('\n'))
  const findings: Finding[] = gaps.filter((g) => !all.includes(flat(g.reason))).map((g) => ({ code: 'gap_not_printed', section: 'limits', detail: `the gap “${g.gate}” and its reason are not printed`, blocking: true }))
  for (const { subject, text, dissent } of plan.openDissent) {
    const absent = [text, dissent].filter((words) => words.trim() !== '' && !all.includes(flat(words)))
    if (absent.length > 0) findings.push({ code: 'dissent_not_printed', section: 'confidence_dissent', detail: `${subject}: a wording is not printed`, blocking: true })
  }
  return findings
}

function patientReads(texts: readonly LintSection[], input: ReportInput): Finding[] {
  const names = properNames(input)
  return texts.filter((s) => s.part === 'patient').flatMap((s) => {
    const grade = readingGrade(s.markdown, names)
    return grade && grade.mean > targetGrade
      ? [{ code: 'reading_grade' as const, section: s.id, detail: `reads at grade ${grade.mean} (Flesch–Kincaid ${grade.fleschKincaid}, Coleman–Liau ${grade.colemanLiau}); the target is ${targetGrade}`, blocking: false }]
      : []
  })
}
