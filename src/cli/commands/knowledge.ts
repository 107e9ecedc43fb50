import { exitCode, message } from '../command.ts'
import type { Command } from '../command.ts'
import { knowledgeCheck } from '../knowledge/check-rows.ts'
import { knowledgeDiff } from '../knowledge/diff-releases.ts'
import { knowledgeImport } from '../knowledge/import-release.ts'
import { knowledgeList } from '../knowledge/list-releases.ts'
import { knowledgeShow } from '../knowledge/show-release.ts'
import { knowledgeVerify } from '../knowledge/verify-releases.ts'

const help = `usage: consilium knowledge list     [--data DIR] [--json]
       consilium knowledge show     RELEASE [--table TABLE] [--row ID] [--data DIR] [--json]
       consilium knowledge verify   [--data DIR] [--database URL]
       consilium knowledge check    [--civic FILE] [--labels FILE] [--knowledge RELEASE] [--data DIR] [--json]
       consilium knowledge diff     RELEASE RELEASE [--cases FILE]… [--rows] [--data DIR] [--database URL] [--date DAY] [--jurisdiction US|EU] [--json]
       consilium knowledge import   civic|oncotree FILE [--onto RELEASE] [--name NAME] [--data DIR | --out DIR] [--json]

Knowledge releases. A release is all rows of the product's knowledge, named by the SHA-256 of its canonical rows; a case names the one it was read with.
RELEASE is "built-in", a name, or the first six or more signs of a hash. "serve" and "analyse" read with one by --knowledge RELEASE.

  list                  the built-in release and those in the data folder: hash, name, day, rows
  show                  one release, one of its tables, or one row
  verify                every release is the rows its hash names and can be read, and every case finds the one it was read with
  check                 rows that say they were checked by CIViC or by a list of approvals, against these files: what does not agree is listed
  diff                  rows added, removed and changed (which field), and the therapies whose band moves, for each case of the data folder, or for
                        the profiles of --cases: a JSON list, or a line each, of {"id", "tumourType", "profile", "covered"?}; default all covered
  import civic FILE     an evidence table of CIViC, nightly or monthly, laid on a release: every item becomes rows, or is listed with its line and reason
  import oncotree FILE  the tumour types of OncoTree (its JSON, as a tree or a list) in the place of a release's: with history, revoked and precursor codes

  --data DIR            the data folder of the server; default CONSILIUM_DATA, or ./data
  --database URL        a PostgreSQL; DATABASE_URL works too
  --out DIR             where the imported release goes instead
  --onto RELEASE        the release the import is laid on; default built-in
  --name NAME           its name; default from the file
  --rows                every row of a difference
  --json                one JSON value; for an import with every reject

Exit: 0 done, 1 refused or invalid (the reason is said), 2 wrong usage.`

const acts: Readonly<Record<string, (args: readonly string[]) => Promise<number | null>>> = {
  list: knowledgeList, show: knowledgeShow, verify: knowledgeVerify, check: knowledgeCheck, diff: knowledgeDiff, import: knowledgeImport,
}

async function run([act = '', ...args]: readonly string[]): Promise<number> {
  const code = Object.hasOwn(acts, act) ? await acts[act]?.(args) : null
  if (typeof code === 'number') return code
  message(help)
  return exitCode.usage
}

export const knowledgeCommand: Command = { help, run }
