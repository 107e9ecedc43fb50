import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

export type AppFile = { path: string; bytes: Uint8Array<ArrayBuffer>; type: string; packed: (encoding: 'br' | 'gzip') => Promise<Uint8Array<ArrayBuffer>> | null }

const media: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml', '.png': 'image/png',
  '.ico': 'image/x-icon', '.json': 'application/json', '.webmanifest': 'application/manifest+json', '.woff2': 'font/woff2', '.woff': 'font/woff', '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm', '.pdf': 'application/pdf',
}
const worthPacking = new Set(['.js', '.css', '.svg', '.json', '.html', '.webmanifest', '.txt'])

/**
 * The built app, read once into memory: what is not in this map does not exist, so that no path can reach another file of the machine.
 * Source maps stay on the disk.
 */
export async function appFiles(folder: string): Promise<ReadonlyMap<string, AppFile>> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = found.filter((entry) => entry.isFile() && !entry.name.endsWith('.map')).map((entry) => join(entry.parentPath, entry.name))
  const loaded = await Promise.all(files.map(async (file): Promise<AppFile> => {
    const bytes = new Uint8Array(await readFile(file))
    const path = `/${relative(folder, file).split(sep).join('/')}`
    return { path, bytes, type: media[extname(file)] ?? 'application/octet-stream', packed: packer(bytes, worthPacking.has(extname(file))) }
  }))
  return new Map(loaded.map((file) => [file.path, file]))
}

/** Packed on first demand, then kept. */
function packer(bytes: Uint8Array, worth: boolean): AppFile['packed'] {
  const kept = new Map<string, Promise<Uint8Array<ArrayBuffer>>>()
  return (encoding) => {
    if (!worth) return null
    const known = kept.get(encoding)
    if (known) return known
    const packing = (encoding === 'br' ? promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }) : promisify(gzip)(bytes))
      .then((packed) => new Uint8Array(packed))
    kept.set(encoding, packing)
    return packing
  }
}
