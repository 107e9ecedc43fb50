import { parseArgs } from 'node:util'
import { CalendarDate } from '#src/domain/calendar-date.ts'
import { Jurisdiction, noOverrides } from '#src/domain/analysis.ts'
import type { AnalysisRun } from '#src/domain/analysis.ts'
import { analyse } from '#src/engine/analyse.ts'
import { indexKnowledge } from '#src/engine/knowledge-index.ts'
import { readParts } from '#src/formats/read-records.ts'
import { sampleProfiles } from '#src/formats/sample-profiles.ts'
import type { SampleProfile } from '#src/formats/sample-profiles.ts'
import { loadKnowledge } from '#src/knowledge/load-knowledge.ts'
import { cohortFigures, cohortText } from '../cohort-figures.ts'
import type { StudyLine } from '../cohort-figures.ts'
import { answer, exitCode, message } from '../command.ts'
import type { Command } from '../command.ts'
import { pathProblem, recordFiles } from '../record-files.ts'
import { readContext } from '#src/server/intake/read-context.ts'

const help = `usage: consilium study DIR [--summary] [--json] [--tumour-type CODE] [--date YYYY-MM-DD] [--jurisdiction US|EU]

Reads a whole cBioPortal study (mutations, copy number, structural variants, clinical data with OncoTree codes) and analyses every sample:
one line of JSON a sample. Genes that a panel did not cover are not taken as negative.

  --summary             the figures of the cohort instead of the lines; with --json as one JSON value
  --tumour-type CODE    for samples whose own OncoTree code is missing
  --date, --jurisdiction  of the labels; today and US by default

Exit: 0 done, 1 the folder holds no sample that could be analysed, 2 wrong usage. What was not read is said on standard error.`

/** What a line says of a run: enough to compare cohorts, not the whole trace (`analyse` gives that). */
function lineOf(of: SampleProfile, tumourType: string, run: AnalysisRun): StudyLine {
  return {
    sample: of.sample, patient: of.patient, tumourType, alterations: of.profile.alterations.length,
    drivers: run.drivers.map(({ gene, alterations, effect, confidence }) => ({ gene, alterations, effect, confidence })),
    interactions: run.interactions.map(({ kind, members }) => ({ kind, members })),
    therapies: [...run.therapies, ...run.combinations].filter(({ band }) => band !== 'NONE').map(({ therapy, score, band, level, label }) => ({ therapy, score, band, level, label })),
    notAssessable: run.notAssessable.map(({ biomarker }) => biomarker),
  }
}

async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args], allowPositionals: true,
    options: { summary: { type: 'boolean', default: false }, json: { type: 'boolean', default: false }, 'tumour-type': { type: 'string' }, date: { type: 'string' }, jurisdiction: { type: 'string', default: 'US' } },
  })
  const date = CalendarDate.safeParse(values.date ?? new Date().toISOString().slice(0, 10))
  const jurisdiction = Jurisdiction.safeParse(values.jurisdiction)
  if (positionals.length === 0) { message(`No folder is named.\n\n${help}`); return exitCode.usage }
  if (!date.success || !jurisdiction.success) { message(`${date.success ? `"${values.jurisdiction}" is neither US nor EU.` : `"${values.date}" is no date (YYYY-MM-DD).`}\n\n${help}`); return exitCode.usage }
  const knowledge = loadKnowledge()
  const fallback = values['tumour-type'] ?? null
  if (fallback !== null && !knowledge.tumours.has(fallback)) { message(`"${fallback}" is no OncoTree code.`); return exitCode.usage }
  const index = indexKnowledge(knowledge)
  try {
    const readFrom = performance.now()
    const parts = await readParts(await recordFiles(positionals), readContext(knowledge))
    for (const problem of parts.flatMap((part) => part.problems)) if (problem.severity === 'error') message(`${problem.file}: ${problem.message}`)
    const profiles = sampleProfiles(parts)
    const analysedFrom = performance.now()
    const lines: StudyLine[] = []
    let analysed = 0
    let withoutType = 0
    for (const of of profiles) {
      const tumourType = of.oncotree ?? fallback
      if (tumourType === null) { withoutType++; continue }
      const line = lineOf(of, tumourType, analyse({ tumourType, profile: of.profile, course: null, date: date.data, jurisdiction: jurisdiction.data, mode: 'clinical', overrides: noOverrides }, index))
      analysed++
      if (values.summary) lines.push(line)
      else answer(JSON.stringify(line))
    }
    const seconds = { reading: (analysedFrom - readFrom) / 1000, analysing: (performance.now() - analysedFrom) / 1000 }
    if (withoutType > 0) message(`${withoutType} samples have no OncoTree code and were not analysed; state one with --tumour-type.`)
    if (values.summary) { const figures = cohortFigures(lines, withoutType, seconds); answer(values.json ? JSON.stringify(figures) : cohortText(figures)) }
    return analysed > 0 ? exitCode.done : exitCode.refused
  } catch (error) {
    const known = pathProblem(error)
    if (known === null) throw error
    message(known)
    return exitCode.refused
  }
}

export const studyCommand: Command = { help, run }
