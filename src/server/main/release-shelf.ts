import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { Knowledge } from '#src/knowledge/knowledge.ts'
import { loadKnowledge, readKnowledge } from '#src/knowledge/load-knowledge.ts'
import { knowledgeRows } from '#src/knowledge/rows/registry.ts'
import { countsOf, releaseRows, ReleaseManifest, releaseText } from '#src/knowledge/release.ts'
import type { ReleaseRows } from '#src/knowledge/release.ts'
import { sha256 } from '#src/domain/sha256.ts'

/** Releases of a server lie in its data folder, each as two files named by its hash: `HASH.rows`, whose SHA-256 is HASH, and `HASH.json`, which says what it is. */
export const shelfOf = (data: string): string => join(data, 'knowledge')

const ending = { rows: '.rows', manifest: '.json', rejects: '.rejects.tsv' } as const

/** Manifests of the releases on a shelf, by name and then hash; an absent folder is an empty shelf. Throws, naming the file, when one cannot be read. */
export async function shelvedReleases(shelf: string): Promise<ReleaseManifest[]> {
  const names = await readdir(shelf).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  const manifests = await Promise.all(names.filter((name) => /^[0-9a-f]{64}\.json$/.test(name)).map(async (name) => manifestAt(join(shelf, name))))
  return manifests.toSorted((a, b) => (a.release === b.release ? (a.hash < b.hash ? -1 : 1) : a.release < b.release ? -1 : 1))
}

async function manifestAt(path: string): Promise<ReleaseManifest> {
  try {
    return ReleaseManifest.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch (error) {
    throw new Error(`${path} does not describe a release`, { cause: error })
  }
}

/** Rows of a release on the shelf. Throws when they are not the ones its hash names. */
const shelvedRows = async (shelf: string, hash: string): Promise<ReleaseRows> => releaseRows(await shelvedText(shelf, hash))

/** The text of a release on the shelf, as it was put there. Throws when it is not the one its hash names. */
export async function shelvedText(shelf: string, hash: string): Promise<string> {
  const text = await readFile(join(shelf, `${hash}${ending.rows}`), 'utf8')
  if (sha256(text) !== hash) throw new Error(`${join(shelf, hash)}${ending.rows} was changed: its SHA-256 is another`)
  return text
}

/** Puts a release on the shelf, and beside it what was rejected on the way. What is there already stays as it is: the same hash is the same rows. */
export async function shelve(shelf: string, rows: ReleaseRows, manifest: Omit<ReleaseManifest, 'type' | 'hash' | 'counts'>, rejects: string | null): Promise<ReleaseManifest> {
  const { hash, text } = releaseText(rows)
  await mkdir(shelf, { recursive: true })
  const known = (await shelvedReleases(shelf)).find((one) => one.hash === hash)
  if (known) return known
  const made: ReleaseManifest = { type: 'consilium.knowledge.v1', hash, counts: countsOf(rows), ...manifest }
  await writeWhole(join(shelf, `${hash}${ending.rows}`), text)
  if (rejects !== null) await writeWhole(join(shelf, `${hash}${ending.rejects}`), rejects)
  // last: a release without it is not there yet
  await writeWhole(join(shelf, `${hash}${ending.manifest}`), `${JSON.stringify(made, null, 2)}\n`)
  return made
}

/** Whole or not at all: a reader never sees half a file. */
async function writeWhole(path: string, text: string): Promise<void> {
  const beside = `${path}.${randomUUID()}`
  const file = await open(beside, 'w')
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(beside, path)
}

type BuiltIn = { release: string; hash: string; made: null; base: null; source: null; counts: ReleaseManifest['counts'] }
export type FoundRelease = { manifest: ReleaseManifest | BuiltIn; rows: ReleaseRows; knowledge: Knowledge }

/** The embedded release, as a shelf would describe it. */
export function builtIn(): FoundRelease {
  const knowledge = loadKnowledge()
  return { knowledge, rows: knowledgeRows, manifest: { release: knowledge.release, hash: knowledge.hash, made: null, base: null, source: null, counts: countsOf(knowledgeRows) } }
}

/** Release by its full hash, or null when neither the shelf nor the program has it. */
export async function releaseByHash(shelf: string, hash: string): Promise<FoundRelease | null> {
  const embedded = builtIn()
  if (embedded.manifest.hash === hash) return embedded
  const manifest = (await shelvedReleases(shelf)).find((one) => one.hash === hash)
  return manifest ? opened(shelf, manifest) : null
}

/** Release by what a person types: `built-in`, its name, or the first six or more signs of its hash. Says what is wrong when there is none or more than one. */
export async function findRelease(shelf: string, wanted: string): Promise<FoundRelease | { problem: string }> {
  const embedded = builtIn()
  if (wanted === 'built-in') return embedded
  const isHash = /^[0-9a-f]{6,64}$/.test(wanted)
  const meant = (one: { release: string; hash: string }): boolean => one.release === wanted || (isHash && one.hash.startsWith(wanted))
  const found = (await shelvedReleases(shelf)).filter((one) => meant(one) && one.hash !== embedded.manifest.hash)
  const all = [...(meant(embedded.manifest) ? [embedded.manifest.hash] : []), ...found.map((one) => one.hash)]
  if (all.length > 1) return { problem: `"${wanted}" is ${all.length} releases: ${all.map((hash) => hash.slice(0, 12)).join(', ')}. Give more of the hash.` }
  if (all.length === 0) return { problem: `There is no release "${wanted}" in ${shelf}. "consilium knowledge list" shows those there are.` }
  return found[0] ? opened(shelf, found[0]) : embedded
}

async function opened(shelf: string, manifest: ReleaseManifest): Promise<FoundRelease> {
  const rows = await shelvedRows(shelf, manifest.hash)
  return { manifest, rows, knowledge: readKnowledge(rows, manifest.release) }
}
