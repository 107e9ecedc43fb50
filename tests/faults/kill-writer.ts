import { fileKeys } from '#src/server/keys/file-keys.ts'
import { openPostgres } from '#src/server/store/postgres.ts'
import type { Append, Store } from '#src/server/store/ports.ts'
import { openSqlite } from '#src/server/store/sqlite.ts'
import { anAppend, start, tipOf, type Tip } from '#tests/conformance/an-append.ts'

/**
 * The process that is killed: appends to one case as fast as it can and prints each version once it was acknowledged.
 * `early` is the control: it acknowledges before it commits, and the campaign must catch it.
 */
const [home = '', folder = '', mode = 'honest'] = process.argv.slice(2)

const keys = await fileKeys(`${folder}/keys`)
const store: Store = home.startsWith('postgres:') ? await openPostgres(home, keys) : await openSqlite(home, keys)

async function acknowledge(version: number): Promise<void> {
  await new Promise<void>((done, failed) => process.stdout.write(`${version}\n`, (error) => (error ? failed(error) : done())))
}

async function write(append: Append): Promise<void> {
  if (mode === 'early') await acknowledge(append.head.version)
  const outcome = await store.append(append)
  if (outcome !== 'appended') throw new Error(`the only writer was told ${outcome}`)
  if (mode !== 'early') await acknowledge(append.head.version)
}

const head = await store.head('case-1')
let tip: Tip = head ? { version: head.version, hash: head.hash } : start
for (;;) {
  const append = await anAppend(tip, { commandId: `${process.pid}-${tip.version}` })
  await write(append)
  tip = tipOf(append)
}
