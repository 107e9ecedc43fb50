import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { RecordFile } from '#src/formats/record-file.ts'

/** Reads a path lazily, so that a folder of a study is never held in memory as a whole. */
function fileAt(path: string, name: string): RecordFile {
  return { name, bytes: { [Symbol.asyncIterator]: () => createReadStream(path, { highWaterMark: 2 ** 20 })[Symbol.asyncIterator]() } }
}

/** Files of the given paths; a folder stands for its own files, without those beginning with a dot. Throws what the file system says of a missing path. */
export async function recordFiles(paths: readonly string[]): Promise<RecordFile[]> {
  const files: RecordFile[] = []
  for (const path of paths) {
    if (!(await stat(path)).isDirectory()) { files.push(fileAt(path, basename(path))); continue }
    const entries = await readdir(path, { withFileTypes: true })
    for (const entry of entries.sort((a, b) => a.name.localeCompare(b.name))) if (entry.isFile() && !entry.name.startsWith('.')) files.push(fileAt(join(path, entry.name), entry.name))
  }
  return files
}

/** What a person is told when a path cannot be opened. */
export function pathProblem(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || !('path' in error)) return null
  return error.code === 'ENOENT' ? `There is no file ${String(error.path)}.` : error.code === 'EACCES' ? `${String(error.path)} may not be read.` : null
}
