import { asRead } from './markdown-text.ts'
import type { ReportInput } from './report-input.ts'

/** The patient part aims at grade 6 to 8 (AMA advises about sixth grade; published leaflets average 8.8 to 14.8). */
export const targetGrade = 8

/** Fewer words than this say nothing about a text's grade. */
const fewest = 30

/**
 * US school grade of a text by two formulas: Flesch–Kincaid (Kincaid 1975, by syllables) and Coleman–Liau (1975, by letters), and their
 * mean. `names` are words that cannot be said more simply (genes, drugs, tests as ordered, people); each counts as one word of two syllables and five letters, the mean of running English. Null below 30 words.
 */
export function readingGrade(text: string, names: ReadonlySet<string> = new Set()): { fleschKincaid: number; colemanLiau: number; mean: number } | null {
  let [words, syllables, letters, sentences] = [0, 0, 0, 0]
  for (const line of asRead(text).split('\n').filter((l) => !l.startsWith('#'))) { // a heading is no sentence
    const said = line.replace(/^\s*(?:-|\d{1,3}\.)\s+/, '').replace(/\[[^\]]{0,400}\]/g, ' ')
    for (const part of said.split(/[.!?]+(?=\s|$)/)) {
      const own = part.match(/[\p{L}\p{N}'’-]+/gu) ?? []
      if (own.length === 0) continue
      sentences += 1
      for (const word of own) {
        const isName = names.has(word.toLowerCase()) || /\d/.test(word)
        words += 1
        syllables += isName ? 2 : syllablesOf(word)
        letters += isName ? 5 : word.length
      }
    }
  }
  if (words < fewest) return null
  const fleschKincaid = 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59
  const colemanLiau = 0.0588 * ((letters / words) * 100) - 0.296 * ((sentences / words) * 100) - 15.8
  return { fleschKincaid: rounded(fleschKincaid), colemanLiau: rounded(colemanLiau), mean: rounded((fleschKincaid + colemanLiau) / 2) }
}

const rounded = (grade: number) => Math.round(grade * 10) / 10

/** Groups of vowels, a silent final e not counted: within a few per cent of a dictionary over running English. */
export function syllablesOf(word: string): number {
  const groups = word.toLowerCase().replace(/(?:[^laeiouy]es|ed|[^laeiouy]e)$/, '').match(/[aeiouy]{1,2}/g)
  return Math.max(1, groups?.length ?? 0)
}

/** Mean grade of the whole patient part; null when it is too short to say. */
export function patientGrade(sections: readonly { part: string; markdown: string }[], input: Pick<ReportInput, 'run' | 'experts' | 'plan' | 'askedBy'>): number | null {
  return readingGrade(sections.filter((s) => s.part === 'patient').map((s) => s.markdown).join('\n'), properNames(input))?.mean ?? null
}

export function properNames({ run, experts, plan, askedBy }: Pick<ReportInput, 'run' | 'experts' | 'plan' | 'askedBy'>): Set<string> {
  const texts = [
    ...run.alterations.flatMap((a) => [a.gene, a.label]), ...run.therapies.flatMap((t) => t.drugs), ...run.combinations.flatMap((t) => t.drugs), ...plan.options.flatMap((o) => o.drugs),
    ...plan.notToDo.flatMap((n) => n.drugs), ...plan.tests.map((t) => t.test), experts.genomic_expert.name, experts.oncologist.name, askedBy,
  ]
  return new Set(texts.flatMap((t) => t.toLowerCase().match(/[\p{L}\p{N}'’-]+/gu) ?? []))
}
