import { link, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import type { Keys } from './key-port.ts'
import { keysFrom, type KeyMaterial } from './keys-from.ts'
import { newKeyMaterial } from './new-key-material.ts'

/** What the file holds, base64. */
type KeyFile = { signing: string; public: string; master: string }

/**
 * The keys of a server in DATA/keys/host.json, made on first start, readable by its owner only. Whoever holds this file and the
 * database can read every case: it belongs into no backup that also holds the database.
 */
export async function fileKeys(folder: string): Promise<Keys> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, 'host.json')
  const kept = (await readKeys(path)) ?? (await createKeys(folder, path))
  return keysFrom(await materialOf(kept))
}

async function readKeys(path: string): Promise<KeyFile | null> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (!found) return null
  if ((found.mode & 0o077) !== 0) throw new Error(`${path} can be read by others; set its mode to 600 before the server may use it`)
  // Guaranteed by createKeys, the only writer; WebCrypto refuses anything else below.
  return JSON.parse(await readFile(path, 'utf8')) as KeyFile
}

async function createKeys(folder: string, path: string): Promise<KeyFile> {
  const material = await newKeyMaterial(true)
  const file: KeyFile = {
    signing: base64(await crypto.subtle.exportKey('pkcs8', material.signing.privateKey)),
    public: base64(await crypto.subtle.exportKey('raw', material.signing.publicKey)),
    master: base64(await crypto.subtle.exportKey('raw', material.master)),
  }
  // Written whole beside it, then linked: a crash leaves no half file, and of two starters at once exactly one wins.
  const draft = join(folder, `.${randomUUID()}`)
  await writeFile(draft, `${JSON.stringify(file)}\n`, { mode: 0o600, flush: true })
  const won = await link(draft, path).then(() => true, (error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') return false
    throw error
  })
  await rm(draft)
  if (won) return file
  const theirs = await readKeys(path)
  if (!theirs) throw new Error(`${path} vanished while the server started`)
  return theirs
}

async function materialOf(file: KeyFile): Promise<KeyMaterial> {
  const [privateKey, publicKey, master] = await Promise.all([
    crypto.subtle.importKey('pkcs8', bytes(file.signing), 'Ed25519', false, ['sign']),
    crypto.subtle.importKey('raw', bytes(file.public), 'Ed25519', true, ['verify']),
    crypto.subtle.importKey('raw', bytes(file.master), 'AES-GCM', false, ['encrypt', 'decrypt']),
  ])
  return { signing: { privateKey, publicKey }, master }
}

const base64 = (buffer: ArrayBuffer) => Buffer.from(buffer).toString('base64')
const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64'))
