import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { restoreBackup } from '#src/server/backup/restore-backup.ts'
import { answer, exitCode, message } from '../command.ts'
import type { Command } from '../command.ts'
import { recordSummary } from '../record-summary.ts'

const help = `usage: consilium restore FILE [--data DIR] [--database URL]

Restores a backup into an empty home, whole or not at all; recomputes every head from its log, then verifies every chain, part and signature.

  --data DIR      keys, and the SQLite file unless a database is given; default ./data
  --database URL  a PostgreSQL (postgres://…); DATABASE_URL works too

Exit: 0 restored and everything verifies, 1 refused, or something does not verify (the reason is said), 2 wrong usage.`

async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { data: { type: 'string', default: 'data' }, database: { type: 'string' } } })
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0) { message(`One file is named.\n\n${help}`); return exitCode.usage }
  if (!existsSync(file)) { message(`${file} does not exist.`); return exitCode.refused }
  try {
    const report = await restoreBackup(file, { data: resolve(values.data), database: values.database ?? process.env['DATABASE_URL'] ?? null })
    answer(`${file}: ${report.rows} rows restored. ${recordSummary(report)}`)
    for (const problem of report.problems) message(problem)
    return report.problems.length === 0 ? exitCode.done : exitCode.refused
  } catch (error) {
    message(`Nothing was restored: ${error instanceof Error ? error.message : String(error)}`)
    return exitCode.refused
  }
}

export const restoreCommand: Command = { help, run }
