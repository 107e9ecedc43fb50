import { createReadStream } from 'node:fs'
import { access, readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { checkCivic } from '#src/knowledge/check/check-civic.ts'
import { checkLabels, readApprovals } from '#src/knowledge/check/check-labels.ts'
import type { CheckResult } from '#src/knowledge/check/finding.ts'
import type { CivicItem } from '#src/knowledge/import/civic-item.ts'
import { readCivic } from '#src/knowledge/import/read-civic.ts'
import { chosenRelease } from '../chosen-release.ts'
import { answer, exitCode, message } from '../command.ts'
import { pathProblem } from '../record-files.ts'

/** `knowledge check`: rows that say they were checked against a public file, against that file. Null is wrong usage. */
export async function knowledgeCheck(args: readonly string[]): Promise<number | null> {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {
    data: { type: 'string' }, knowledge: { type: 'string' }, civic: { type: 'string' }, labels: { type: 'string' }, json: { type: 'boolean', default: false },
  } })
  if (positionals.length > 0 || (values.civic === undefined && values.labels === undefined)) return null
  const release = await chosenRelease(values)
  if (release === null) return exitCode.refused
  const { knowledge } = release
  const results: Record<string, CheckResult> = {}
  try {
    if (values.civic !== undefined) {
      const items = await itemsIn(values.civic)
      if ('problem' in items) { message(items.problem); return exitCode.refused }
      results['civic'] = checkCivic(knowledge, items.items)
    }
    if (values.labels !== undefined) {
      const read = readApprovals(await readFile(values.labels, 'utf8'))
      if ('missing' in read) { message(`${values.labels} is no list of approvals: it has no column ${read.missing.join(', ')}.`); return exitCode.refused }
      results['label-list'] = checkLabels(knowledge, read.approvals)
    }
  } catch (error) {
    const problem = pathProblem(error)
    if (problem === null) throw error
    message(problem)
    return exitCode.refused
  }
  const shares = sharesOf(knowledge.evidence.map(({ row }) => row).filter((row) => row.level === 'A' || row.level === 'B').map((row) => row.checked))
  if (values.json) answer(JSON.stringify({ release: release.manifest.release, hash: release.manifest.hash, results, evidenceAB: shares }))
  else answer([...Object.entries(results).flatMap(([name, result]) => linesOf(name, result)), `evidence of level A and B: ${Object.entries(shares).map(([how, share]) => `${share} % ${how}`).join(', ')}`].join('\n'))
  return Object.values(results).some((result) => result.findings.length > 0) ? exitCode.refused : exitCode.done
}

async function itemsIn(path: string): Promise<{ items: Map<string, CivicItem> } | { problem: string }> {
  await access(path)
  const table = await readCivic(createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY }))
  if (table.format === null) return { problem: `${path} is no evidence table of CIViC: it has no column ${table.missing.join(', ')}.` }
  const items = new Map<string, CivicItem>()
  for await (const line of table.lines) if ('item' in line) items.set(line.item.id, line.item)
  return { items }
}

const linesOf = (name: string, { checked, agreed, findings }: CheckResult): string[] => [
  `${name}: ${checked} rows say so, ${agreed} of them agree with the file`,
  ...findings.map((one) => `  ${one.disagrees}  ${one.table} ${one.row}  ${one.source}: ${one.what}`),
]

function sharesOf(values: readonly string[]): Record<string, number> {
  return Object.fromEntries([...Map.groupBy(values, (value) => value)].toSorted(([, a], [, b]) => b.length - a.length).map(([value, of]) => [value, Math.round((of.length / values.length) * 1000) / 10]))
}
