import { unzipSync, zipSync, type Zippable } from 'fflate'

/** No bundle is larger; a larger one is refused before anything is unpacked. */
export const largestBundle = 64 * 1024 * 1024

/**
 * One archive for the same files, byte for byte: names in order, nothing compressed, one fixed time. So a reader can write it anew and
 * compare: no byte of the container is free to change.
 */
export function storedZip(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const entries: Zippable = {}
  for (const [name, bytes] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) entries[name] = [bytes, { level: 0, mtime: fixedTime, os: 3, attrs: 0 }]
  return zipSync(entries)
}

// Local time, as ZIP has no zone: fflate writes the same digits wherever it runs.
const fixedTime = new Date(1980, 0, 1, 0, 0, 0)

/**
 * Files of a stored archive. Nothing in it is ever inflated, so it cannot be a bomb; sizes are checked against the archive itself.
 * Throws with the reason when it is not a ZIP, too large, compressed, or names a file twice or outside the bundle.
 */
export function readStoredZip(bytes: Uint8Array): Map<string, Uint8Array> {
  if (bytes.length > largestBundle) throw new Error(`is larger than ${largestBundle / 1024 / 1024} MB`)
  const names = new Set<string>()
  let total = 0
  const files = unzipSync(bytes, {
    filter: ({ name, size, originalSize, compression }) => {
      total += originalSize
      if (compression !== 0 || size !== originalSize || total > bytes.length) throw new Error('holds compressed or overlapping files, which a bundle never does')
      if (names.has(name)) throw new Error(`holds ${name} twice`)
      if (!/^[a-z0-9./_-]{1,100}$/i.test(name) || name.includes('..') || name.startsWith('/')) throw new Error('holds a file name that a bundle never has')
      names.add(name)
      return true
    },
  })
  return new Map(Object.entries(files))
}
