import { parseArgs } from 'node:util'
import { builtIn, shelfOf, shelvedReleases } from '#src/server/main/release-shelf.ts'
import { dataFolder } from '../chosen-release.ts'
import { answer, exitCode } from '../command.ts'

/** Every release known here, the built-in one first. Null is wrong usage. */
export async function knowledgeList(args: readonly string[]): Promise<number | null> {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { data: { type: 'string' }, json: { type: 'boolean', default: false } } })
  if (positionals.length > 0) return null
  const embedded = builtIn().manifest
  const releases = [embedded, ...(await shelvedReleases(shelfOf(dataFolder(values.data)))).filter((one) => one.hash !== embedded.hash)]
  if (values.json) { answer(JSON.stringify(releases.map((one) => ({ ...one, builtIn: one === embedded })))); return exitCode.done }
  const width = Math.max(...releases.map((one) => one.release.length))
  for (const one of releases) {
    const rows = Object.values(one.counts).reduce((sum, count) => sum + count, 0)
    answer([one.hash.slice(0, 12), one.release.padEnd(width), one === embedded ? 'built-in  ' : (one.made ?? '').slice(0, 10), `${rows} rows, ${one.counts.evidence ?? 0} of evidence`, one.base ? `on ${one.base.release}` : ''].join('  ').trimEnd())
  }
  return exitCode.done
}
