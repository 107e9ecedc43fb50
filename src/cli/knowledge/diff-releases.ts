import { parseArgs } from 'node:util'
import { CalendarDate } from '#src/domain/calendar-date.ts'
import { Jurisdiction } from '#src/domain/analysis.ts'
import { indexKnowledge } from '#src/engine/release/knowledge-index.ts'
import { compareReleases } from '#src/knowledge/compare-releases.ts'
import type { RowDifference } from '#src/knowledge/compare-releases.ts'
import { findRelease, shelfOf } from '#src/server/main/release-shelf.ts'
import type { FoundRelease } from '#src/server/main/release-shelf.ts'
import { dataFolder } from '../chosen-release.ts'
import { answer, exitCode, message } from '../command.ts'
import { pathProblem } from '../record-files.ts'
import type { Settings } from '../typed-input.ts'
import { casesInFiles, casesOfServer } from './cases-to-compare.ts'
import type { CasesToCompare } from './cases-to-compare.ts'
import { movedBands } from './moved-bands.ts'
import type { MovedBand } from './moved-bands.ts'

/** `knowledge diff A B`: rows added, removed, changed; and which therapies of which cases move to another band. Null is wrong usage. */
export async function knowledgeDiff(args: readonly string[]): Promise<number | null> {
  const { values, positionals: [a, b, ...more] } = parseArgs({ args: [...args], allowPositionals: true, options: {
    data: { type: 'string' }, database: { type: 'string' }, cases: { type: 'string', multiple: true, default: [] }, date: { type: 'string' }, jurisdiction: { type: 'string', default: 'US' },
    rows: { type: 'boolean', default: false }, json: { type: 'boolean', default: false },
  } })
  const date = CalendarDate.safeParse(values.date ?? new Date().toISOString().slice(0, 10))
  const jurisdiction = Jurisdiction.safeParse(values.jurisdiction)
  if (a === undefined || b === undefined || more.length > 0 || !date.success || !jurisdiction.success) return null
  const data = dataFolder(values.data)
  const [before, after] = [await findRelease(shelfOf(data), a), await findRelease(shelfOf(data), b)]
  for (const found of [before, after]) if ('problem' in found) message(found.problem)
  if ('problem' in before || 'problem' in after) return exitCode.refused
  try {
    const asked = await casesFor(values.cases, data, values.database ?? process.env['DATABASE_URL'] ?? null, { mode: 'clinical', date: date.data, jurisdiction: jurisdiction.data }, before)
    for (const problem of asked?.problems ?? []) message(problem)
    const rows = compareReleases(before.rows, after.rows)
    const moved = asked === null ? null : movedBands(asked.cases, indexKnowledge(before.knowledge), indexKnowledge(after.knowledge))
    const names = [before, after].map(({ manifest: { release, hash } }) => ({ release, hash }))
    if (values.json) answer(JSON.stringify({ from: names[0], to: names[1], rows, cases: asked?.cases.length ?? null, moved }))
    else answer([...names.map(({ release, hash }) => `${hash.slice(0, 12)}  ${release}`), ...rowLines(rows, values.rows), ...movedLines(asked, moved)].join('\n'))
    return exitCode.done
  } catch (error) {
    const problem = pathProblem(error)
    if (problem === null) throw error
    message(problem)
    return exitCode.refused
  }
}

async function casesFor(files: readonly string[], data: string, database: string | null, settings: Settings, { knowledge }: FoundRelease): Promise<CasesToCompare | null> {
  return files.length > 0 ? await casesInFiles(files, settings, knowledge) : await casesOfServer(data, database)
}

const most = 20

function rowLines(rows: readonly RowDifference[], all: boolean): string[] {
  if (rows.length === 0) return ['the same rows']
  return [...Map.groupBy(rows, (one) => one.table)].flatMap(([table, of]) => {
    const counts = (['added', 'removed', 'changed'] as const).map((change) => `${of.filter((one) => one.change === change).length} ${change}`)
    const shown = all ? of : of.slice(0, most)
    return [`${table}: ${counts.join(', ')}`, ...shown.map(rowLine), ...(shown.length < of.length ? [`  … and ${of.length - shown.length} more; --rows shows all.`] : [])]
  })
}

function rowLine(one: RowDifference): string {
  if (one.change !== 'changed') return `  ${one.change === 'added' ? '+' : '-'} ${one.row}`
  return `  ~ ${one.row}  ${one.fields.map(({ field, before, after }) => `${field}: ${JSON.stringify(before)} → ${JSON.stringify(after)}`).join('; ')}`
}

function movedLines(asked: CasesToCompare | null, moved: readonly MovedBand[] | null): string[] {
  if (asked === null || moved === null) return ['no cases compared: give profiles with --cases, or a data folder with a record']
  const cases = new Set(moved.map((one) => one.case)).size
  const [said, score] = [(band: string | null) => band ?? 'not listed', (value: number | null) => (value === null ? '' : ` (${value})`)]
  return [
    `${asked.cases.length} cases compared: ${moved.length} therapies of ${cases} cases move to another band`,
    ...moved.map((one) => `  ${one.case}  ${one.therapy}  ${said(one.from)}${score(one.scoreFrom)} → ${said(one.to)}${score(one.scoreTo)}`),
  ]
}
