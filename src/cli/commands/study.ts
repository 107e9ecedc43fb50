import { parseArgs } from 'node:util'
import { CalendarDate } from '#src/domain/calendar-date.ts'
import { Jurisdiction } from '#src/domain/analysis.ts'
import { indexKnowledge } from '#src/engine/release/knowledge-index.ts'
import type { SampleProfile } from '#src/formats/merge/sample-profiles.ts'
import { loadKnowledge } from '#src/knowledge/load-knowledge.ts'
import { analyseStudy } from '../analyse-study.ts'
import { cohortFigures, cohortText, highText, whatMakesHigh } from '../cohort-figures.ts'
import type { StudyLine } from '../cohort-figures.ts'
import { answer, exitCode, message } from '../command.ts'
import type { Command } from '../command.ts'
import { pathProblem } from '../record-files.ts'

const help = `usage: consilium study PATH… [--summary [--by tumour|alteration]] [--json] [--tumour-type CODE] [--date YYYY-MM-DD] [--jurisdiction US|EU]

Reads a whole cBioPortal study (mutations, copy number, structural variants, clinical data with OncoTree codes) and analyses every sample:
one line of JSON a sample. Genes that a panel did not cover are not taken as negative.

  --summary             the figures of the cohort instead of the lines; with --json as one JSON value
  --by tumour           of the summary: drivers, HIGH and on label by tumour type (default)
  --by alteration       of the summary: what makes HIGH, by tumour type, alteration and therapy, the most frequent first
  --tumour-type CODE    for samples whose own OncoTree code is missing
  --date, --jurisdiction  of the labels; today and US by default

Exit: 0 done, 1 the folder holds no sample that could be analysed, 2 wrong usage. What was not read is said on standard error.`

async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args], allowPositionals: true,
    options: { summary: { type: 'boolean', default: false }, by: { type: 'string', default: 'tumour' }, json: { type: 'boolean', default: false }, 'tumour-type': { type: 'string' }, date: { type: 'string' }, jurisdiction: { type: 'string', default: 'US' } },
  })
  if (values.by !== 'tumour' && values.by !== 'alteration') { message(`--by is tumour or alteration.\n\n${help}`); return exitCode.usage }
  const date = CalendarDate.safeParse(values.date ?? new Date().toISOString().slice(0, 10))
  const jurisdiction = Jurisdiction.safeParse(values.jurisdiction)
  if (positionals.length === 0) { message(`No folder is named.\n\n${help}`); return exitCode.usage }
  if (!date.success || !jurisdiction.success) { message(`${date.success ? `"${values.jurisdiction}" is neither US nor EU.` : `"${values.date}" is no date (YYYY-MM-DD).`}\n\n${help}`); return exitCode.usage }
  const knowledge = loadKnowledge()
  const fallback = values['tumour-type'] ?? null
  if (fallback !== null && !knowledge.tumours.has(fallback)) { message(`"${fallback}" is no OncoTree code.`); return exitCode.usage }
  const index = indexKnowledge(knowledge)
  try {
    const lines: StudyLine[] = []
    const settings = { date: date.data, jurisdiction: jurisdiction.data, tumourTypeOf: (of: SampleProfile) => of.oncotree ?? fallback, onProblem: message }
    const { analysed, withoutType, seconds } = await analyseStudy(positionals, settings, index, (line) => { if (values.summary) lines.push(line); else answer(JSON.stringify(line)) })
    if (withoutType > 0) message(`${withoutType} samples have no OncoTree code and were not analysed; state one with --tumour-type.`)
    if (values.summary) {
      const figures = { ...cohortFigures(lines, withoutType, seconds), high: whatMakesHigh(lines) }
      answer(values.json ? JSON.stringify(figures) : values.by === 'tumour' ? cohortText(figures) : highText(figures.high))
    }
    return analysed > 0 ? exitCode.done : exitCode.refused
  } catch (error) {
    const known = pathProblem(error)
    if (known === null) throw error
    message(known)
    return exitCode.refused
  }
}

export const studyCommand: Command = { help, run }
