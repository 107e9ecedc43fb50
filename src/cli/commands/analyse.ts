import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import canonicalize from 'canonicalize'
import { noOverrides } from '#src/domain/analysis.ts'
import type { AnalysisInput, AnalysisRun } from '#src/domain/analysis.ts'
import { CalendarDate } from '#src/domain/calendar-date.ts'
import type { Profile } from '#src/domain/profile.ts'
import type { ReadingProblem } from '#src/domain/record-reading.ts'
import { sha256 } from '#src/domain/sha256.ts'
import { analyse as runEngine } from '#src/engine/analyse.ts'
import { indexKnowledge } from '#src/engine/release/knowledge-index.ts'
import type { KnowledgeIndex } from '#src/engine/release/knowledge-index.ts'
import { robustness } from '#src/engine/questions/robustness.ts'
import { wouldChange } from '#src/engine/questions/would-change.ts'
import { readRecords } from '#src/formats/read-records.ts'
import { defaultLimits } from '#src/formats/record-file.ts'
import { readTypedProfile } from '#src/formats/typed/typed-profile.ts'
import { geneResolver } from '#src/server/intake/gene-resolver.ts'
import { analysisAnswer, analysisText } from '../analysis-answer.ts'
import { chosenRelease, knowledgeOptions } from '../chosen-release.ts'
import { answer, exitCode, message } from '../command.ts'
import type { Command } from '../command.ts'
import { pathProblem, recordFiles } from '../record-files.ts'
import { coverageOf, symbolResolver, typedInput } from '../typed-input.ts'
import type { Settings } from '../typed-input.ts'

const help = `usage: consilium analyse [--profile TEXT] [FILE…] --tumour-type CODE [options]
       consilium analyse --batch [options] < profiles.ndjson

Reasons about a typed profile, about files, or both: drivers, interactions, and every therapy with its score and what the score is made of.

  --profile TEXT        items separated by ";": "EGFR L858R; TP53 R175H; TMB 7"
  --tumour-type CODE    OncoTree code, such as LUAD
  --covered GENES|all   genes the assay covered, separated by commas. Without it a typed profile counts only what it names, an alteration or
                        "wild-type …", as tested, and everything else as not assessable
  --mode MODE           clinical (default) or model-system: clinical findings of no benefit are left out
  --date YYYY-MM-DD     day of the run (default today): labels and evidence in force on it
  --jurisdiction US|EU  whose labels decide what is on label (default US)
  --explain THERAPY     what would change its band, and how robust its rank is ("osimertinib", "encorafenib+cetuximab")
  --batch               NDJSON in, NDJSON out: {"id","tumourType","profile","covered"?}; items that are not understood are listed under "problems"
  --knowledge RELEASE   the release to read with: "built-in", a name, or the beginning of a hash (default CONSILIUM_KNOWLEDGE, or built-in)
  --data DIR            the data folder imported releases lie in (default CONSILIUM_DATA, or ./data)
  --json                one JSON value

Exit: 0 done, 1 something was not understood, 2 wrong usage.`

function withHash(input: AnalysisInput, run: AnalysisRun): AnalysisRun {
  return { ...run, input: sha256(canonicalize(input) ?? '') }
}

/** Reads one line of a batch; whatever is wrong with it is said in its answer, and the rest of the batch goes on. */
function batchLine(line: string, number: number, settings: Settings, index: KnowledgeIndex): unknown {
  let asked: unknown
  try { asked = JSON.parse(line) } catch { return { id: null, problems: [{ severity: 'error', code: 'not_json', file: 'batch', line: number, message: `Line ${number} is not JSON.` }] } }
  const field = (name: string): string | null => (typeof asked === 'object' && asked !== null && name in asked && typeof (asked as Record<string, unknown>)[name] === 'string' ? (asked as Record<string, string>)[name] ?? null : null) // checked to be an object before
  const id = field('id')
  const tumourType = field('tumourType')
  if (tumourType === null || !index.knowledge.tumours.has(tumourType)) return { id, problems: [{ severity: 'error', code: 'tumour_type_unknown', file: 'batch', line: number, message: `"${tumourType ?? ''}" is no OncoTree code.` }] }
  const covered = (asked as Record<string, unknown>)['covered'] // an object, since it has a tumour type
  const { input, problems } = typedInput({ tumourType, profile: field('profile') ?? '', covered }, settings, index.knowledge)
  return { id, ...analysisAnswer(withHash(input, runEngine(input, index))), problems }
}

async function runBatch(settings: Settings, index: KnowledgeIndex): Promise<number> {
  let number = 0
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++
    if (line.trim() !== '') process.stdout.write(`${JSON.stringify(batchLine(line, number, settings, index))}\n`)
  }
  return exitCode.done
}

async function readProfile(text: string | undefined, paths: readonly string[], covered: string | undefined, index: KnowledgeIndex): Promise<{ profile: Profile; problems: ReadingProblem[] }> {
  const resolveGene = symbolResolver(index.knowledge)
  const typed = readTypedProfile(text ?? '', { resolveGene })
  const reading = paths.length === 0 ? null : await readRecords(await recordFiles(paths), { resolveGene: geneResolver(index.knowledge), limits: defaultLimits })
  const profile: Profile = {
    ...typed.profile,
    alterations: [...typed.profile.alterations, ...(reading?.alterations ?? [])], biomarkers: [...typed.profile.biomarkers, ...(reading?.biomarkers ?? [])],
    tumourOnly: reading?.tumourOnly ?? null, coverage: covered === undefined ? typed.profile.coverage : coverageOf(covered, resolveGene),
  }
  return { profile, problems: [...typed.problems, ...(reading?.problems ?? [])] }
}

function explained(input: AnalysisInput, run: AnalysisRun, wanted: string, index: KnowledgeIndex) {
  const key = wanted.toLowerCase().split('+').map((name) => index.knowledge.drugNames.get(name.trim()) ?? name.trim()).sort().join('+')
  return run.therapies.some((one) => one.therapy === key) ? { therapy: key, wouldChange: wouldChange(input, key, index), robustness: robustness(input, key, index) } : null
}

async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args], allowPositionals: true,
    options: {
      profile: { type: 'string' }, 'tumour-type': { type: 'string' }, covered: { type: 'string' }, mode: { type: 'string', default: 'clinical' }, date: { type: 'string' },
      jurisdiction: { type: 'string', default: 'US' }, batch: { type: 'boolean', default: false }, explain: { type: 'string' }, json: { type: 'boolean', default: false },
      ...knowledgeOptions,
    },
  })
  const { mode, jurisdiction } = values
  if (mode !== 'clinical' && mode !== 'model-system') { message('--mode is clinical or model-system.'); return exitCode.usage }
  if (jurisdiction !== 'US' && jurisdiction !== 'EU') { message('--jurisdiction is US or EU.'); return exitCode.usage }
  const date = CalendarDate.safeParse(values.date ?? new Date().toISOString().slice(0, 10))
  if (!date.success) { message('--date is a day as YYYY-MM-DD.'); return exitCode.usage }
  const settings: Settings = { mode, date: date.data, jurisdiction }
  const chosen = await chosenRelease(values)
  if (chosen === null) return exitCode.refused
  const index = indexKnowledge(chosen.knowledge)
  if (values.batch) return await runBatch(settings, index)
  const tumourType = values['tumour-type']
  if (tumourType === undefined || (values.profile === undefined && positionals.length === 0)) { message(`--tumour-type and a profile or a file are needed.\n\n${help}`); return exitCode.usage }
  if (!index.knowledge.tumours.has(tumourType)) {
    const near = index.knowledge.tree.search(tumourType, 3).map((row) => `${row.code} (${row.name})`).join(', ')
    message(`"${tumourType}" is no OncoTree code.${near ? ` Perhaps ${near}.` : ''}`)
    return exitCode.refused
  }
  return await analyseOne({ tumourType, profile: values.profile, paths: positionals, covered: values.covered, explain: values.explain, json: values.json }, settings, index)
}

type Asked = { tumourType: string; profile: string | undefined; paths: readonly string[]; covered: string | undefined; explain: string | undefined; json: boolean }

async function analyseOne(asked: Asked, settings: Settings, index: KnowledgeIndex): Promise<number> {
  let read: Awaited<ReturnType<typeof readProfile>>
  try { read = await readProfile(asked.profile, asked.paths, asked.covered, index) } catch (error) {
    const problem = pathProblem(error)
    if (problem === null) throw error
    message(problem)
    return exitCode.refused
  }
  const errors = read.problems.filter((problem) => problem.severity === 'error')
  for (const problem of read.problems) message(`${problem.severity}: ${problem.message}`)
  // A typed item that is not understood is refused as a whole: a ranking without it could mislead
  if (errors.length > 0) return exitCode.refused
  const input: AnalysisInput = { ...settings, tumourType: asked.tumourType, profile: read.profile, course: null, overrides: noOverrides }
  const result = withHash(input, runEngine(input, index))
  const more = asked.explain === undefined ? null : explained(input, result, asked.explain, index)
  if (asked.explain !== undefined && more === null) { message(`"${asked.explain}" is not among the therapies of this run.`); return exitCode.refused }
  if (asked.json) answer(JSON.stringify({ ...analysisAnswer(result), ...(more ? { explained: more } : {}), problems: read.problems }))
  else answer([analysisText(result, 12), ...(more ? ['', JSON.stringify(more, null, 2)] : [])].join('\n'))
  return exitCode.done
}

export const analyse: Command = { help, run }
