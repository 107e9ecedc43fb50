import { execFileSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { sharedPath } from '#tests/support/shared-data.ts'

/** No file of the collection may need more than this above what the program itself takes (300 MB, with the knowledge loaded). */
const LIMIT = 300 * 2 ** 20
/** Smaller files cannot: they are read whole a hundred times over in less. */
const LOOKED_AT = 200 * 1024

const files = (folder: string): string[] => readdirSync(folder).flatMap((name) => { const path = join(folder, name); return statSync(path).isDirectory() ? files(path) : [path] })
const megabytes = (bytes: number) => Math.round(bytes / 2 ** 20)

/** `npm run faults -- memory`: every larger file of the collection, and its studies as a whole, each in a process of its own. */
export async function memoryCampaign(): Promise<boolean> {
  const root = sharedPath('cases')
  if (root === null) { console.log('not run: shared data not present'); return false }
  const large = files(root).filter((path) => statSync(path).size > LOOKED_AT && !/\/(gold|expected)\//.test(path))
  const studies = readdirSync(join(root, 'study')).map((name) => join(root, 'study', name))
  const measured = [...large, ...studies].map((path) => {
    const said = execFileSync(process.execPath, [new URL('./memory-writer.ts', import.meta.url).pathname, path], { encoding: 'utf8', maxBuffer: 2 ** 20 })
    const { before, peak, records } = JSON.parse(said) as { before: number; peak: number; records: number } // written by memory-writer.ts
    return { path: path.slice(root.length + 1), before, peak, records }
  }).toSorted((a, b) => b.peak - a.peak)
  const over = measured.filter(({ before, peak }) => peak - before > LIMIT)
  for (const { path, before, peak, records } of measured.slice(0, 8)) console.log(`${path}: ${records} records, ${megabytes(peak)} MB at most (${megabytes(before)} MB before reading)`)
  console.log(`${measured.length} files and studies measured, ${over.length} above ${megabytes(LIMIT)} MB over the program itself`)
  return over.length === 0
}
