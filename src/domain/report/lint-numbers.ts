import type { Finding } from './finding.ts'
import { mentions } from './lint-decisions.ts'
import { sentencesOf, type LintSection } from './lint-text.ts'
import type { ReportInput } from './report-input.ts'

/** Numbers in a text that name a fact of the case and do not agree with it: allele fraction and reads of a gene, TMB, evidence level of an option. */
export function lintNumbers(section: LintSection, input: ReportInput): Finding[] {
  return sentencesOf(section.markdown).flatMap((text) => [...alleleFractions(text, input), ...tmb(text, input), ...levels(text, input)].map((detail): Finding => ({ code: 'number_mismatch', section: section.id, detail: `${detail}: ${text.slice(0, 120)}`, blocking: true })))
}

function alleleFractions(text: string, { profile }: ReportInput): string[] {
  const said = [...text.matchAll(/\bVAF (\d(?:\.\d{1,4})?)/gi)].map((m) => Number(m[1]))
  const reads = [...text.matchAll(/\b(\d{1,6})\/(\d{1,6}) reads\b/g)].map((m) => [Number(m[1]), Number(m[2])] as const)
  if (said.length === 0 && reads.length === 0) return []
  const own = profile.alterations.filter((a) => mentions(text, a.gene))
  if (own.length === 0) return []
  return [
    ...said.filter((value) => !own.some((a) => a.vaf !== null && Math.abs(a.vaf - value) < 0.0051)).map((value) => `VAF ${value} is not what was measured`),
    ...reads.filter(([alt, depth]) => !own.some((a) => a.altReads === alt && a.depth === depth)).map(([alt, depth]) => `${alt}/${depth} reads is not what was measured`),
  ]
}

function tmb(text: string, { profile }: ReportInput): string[] {
  const measured = profile.biomarkers.find((b) => b.name === 'TMB' && typeof b.value === 'number')
  const said = /\bTMB (?:of |is |was |= ?)?(\d{1,4}(?:\.\d{1,3})?)\b/i.exec(text)
  if (!said || !measured || typeof measured.value !== 'number') return []
  return Math.abs(measured.value - Number(said[1])) < 0.051 ? [] : [`TMB ${said[1]} is not what was measured (${measured.value})`]
}

/** Only where one option is named and one level follows: lists of several cannot be told apart safely. */
function levels(text: string, { plan, run }: ReportInput): string[] {
  const said = [...text.matchAll(/\blevel ([A-E])\b/g)].map((m) => m[1])
  const named = plan.options.filter((o) => o.drugs.every((d) => mentions(text, d)))
  const [option] = named
  if (said.length !== 1 || named.length !== 1 || !option?.level || said[0] === option.level) return []
  const others = run.evidence.some((e) => e.level === said[0] && e.therapy.split('+').every((d) => mentions(text, d)))
  return others ? [] : [`level ${said[0]} is not the level decided for ${option.drugs.join(' + ')} (${option.level})`]
}
