import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { checkHome } from '#src/server/backup/check-home.ts'
import { writeBackup } from '#src/server/backup/write-backup.ts'
import { openHome } from '#src/server/main/open-home.ts'
import { answer, exitCode, message } from '../command.ts'
import type { Command } from '../command.ts'
import { recordSummary } from '../record-summary.ts'

const help = `usage: consilium backup FILE [--data DIR] [--database URL] [--without-keys]

Writes everything into one file, as it stood at one moment; the server may go on. First the record is checked: every chain, head, part and signature.

  --data DIR      keys, and the SQLite file unless a database is given; default ./data
  --database URL  a PostgreSQL (postgres://…); DATABASE_URL works too
  --without-keys  leaves the keys of the host out. With them, whoever has the file can read every case; without them, only
                  together with DIR/keys/host.json, which you then keep elsewhere

Exit: 0 written, 1 the file exists already, or the record does not verify (it is written all the same, and what is wrong is said), 2 wrong usage.`

async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {
    data: { type: 'string', default: 'data' }, database: { type: 'string' }, 'without-keys': { type: 'boolean', default: false },
  } })
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0) { message(`One file is named.\n\n${help}`); return exitCode.usage }
  if (existsSync(file)) { message(`${file} exists already; a backup never replaces another.`); return exitCode.refused }
  const data = resolve(values.data)
  const database = values.database ?? process.env['DATABASE_URL'] ?? null
  if (!existsSync(data)) { message(`${data} does not exist: there is nothing to back up.`); return exitCode.refused }
  const home = await openHome({ data, database })
  try {
    const report = await checkHome(home)
    const { rows } = await writeBackup({ data, database, home, file, withKeys: !values['without-keys'], at: new Date() })
    answer(`${file}: ${rows} rows. ${recordSummary(report)}`)
    if (!values['without-keys']) message('The file holds the keys of the host: whoever has it can read every case. Keep it as you keep the server.')
    for (const problem of report.problems) message(problem)
    return report.problems.length === 0 ? exitCode.done : exitCode.refused
  } finally {
    await home.store.close()
  }
}

export const backupCommand: Command = { help, run }
