import { exitCode, message } from '../command.ts'
import type { Command } from '../command.ts'
import { knowledgeImport } from '../knowledge/import-release.ts'
import { knowledgeList } from '../knowledge/list-releases.ts'
import { knowledgeShow } from '../knowledge/show-release.ts'

const help = `usage: consilium knowledge list                                            [--data DIR] [--json]
       consilium knowledge show RELEASE [--table TABLE] [--row ID]                [--data DIR] [--json]
       consilium knowledge import civic FILE [--onto RELEASE] [--name NAME]       [--data DIR | --out DIR] [--json]

Knowledge releases. A release is all rows of the product's knowledge, named by the SHA-256 of its canonical rows; a case names the one it was read with.
RELEASE is "built-in", a name, or the first six or more signs of a hash.

  list                 the built-in release and those imported into the data folder: name, hash, day, rows
  show                 one release, one of its tables, or one row
  import civic FILE    an evidence table of CIViC, nightly or monthly, on top of a release: every item becomes rows or a reject with its line and reason

  --data DIR           the data folder of the server; default ./data
  --out DIR            where the imported release goes instead
  --onto RELEASE       the release the import is laid on; default built-in
  --name NAME          its name; default from the file
  --json               one JSON value; for an import with every reject

Exit: 0 done, 1 refused or invalid (the reason is said), 2 wrong usage.`

const acts: Readonly<Record<string, (args: readonly string[]) => Promise<number | null>>> = {
  list: knowledgeList, show: knowledgeShow, import: knowledgeImport,
}

async function run([act = '', ...args]: readonly string[]): Promise<number> {
  const code = Object.hasOwn(acts, act) ? await acts[act]?.(args) : null
  if (typeof code === 'number') return code
  message(help)
  return exitCode.usage
}

export const knowledgeCommand: Command = { help, run }
