import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { stateOf } from '#src/server/case/act.ts'
import { openHome } from '#src/server/main/open-home.ts'
import { builtIn, releaseByHash, shelfOf, shelvedReleases } from '#src/server/main/release-shelf.ts'
import { dataFolder } from '../chosen-release.ts'
import { answer, exitCode, message } from '../command.ts'

/** `knowledge verify`: every release is the rows its hash names and can be loaded, and every case of the record finds the one it was read with. Null is wrong usage. */
export async function knowledgeVerify(args: readonly string[]): Promise<number | null> {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { data: { type: 'string' }, database: { type: 'string' } } })
  if (positionals.length > 0) return null
  const data = dataFolder(values.data)
  const shelf = shelfOf(data)
  const problems: string[] = []
  const { manifest: embedded } = builtIn()
  answer(`${embedded.hash.slice(0, 12)}  ${embedded.release}  built-in`)
  for (const one of await shelvedReleases(shelf)) {
    try {
      const found = await releaseByHash(shelf, one.hash)
      if (found === null || found.knowledge.hash !== one.hash) throw new Error('its rows are others than its hash names')
      answer(`${one.hash.slice(0, 12)}  ${one.release}  holds`)
    } catch (error) {
      problems.push(`${one.hash.slice(0, 12)}  ${one.release}: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`)
    }
  }
  problems.push(...(await casesWithout(data, values.database ?? process.env['DATABASE_URL'] ?? null)))
  for (const problem of problems) message(problem)
  return problems.length === 0 ? exitCode.done : exitCode.refused
}

/** Cases whose release is neither built in nor on the shelf. */
async function casesWithout(data: string, database: string | null): Promise<string[]> {
  if (database === null && !existsSync(join(data, 'consilium.sqlite'))) return []
  const known = new Set([builtIn().manifest.hash, ...(await shelvedReleases(shelfOf(data))).map((one) => one.hash)])
  const home = await openHome({ data, database })
  try {
    const states = (await home.store.heads()).map(stateOf).filter((state) => !state.erasedAt)
    const lost = states.filter((state) => !known.has(state.round.knowledge.hash))
    answer(`${states.length} cases, ${states.length - lost.length} of them find the release they were read with`)
    return lost.map((state) => `${state.code}: read with ${state.round.knowledge.release} (${state.round.knowledge.hash.slice(0, 12)}), which is not here`)
  } finally {
    await home.store.close()
  }
}
