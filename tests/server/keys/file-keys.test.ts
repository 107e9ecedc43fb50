import { chmod, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fileKeys } from '#src/server/keys/file-keys.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'consilium-keys-'))
})
afterEach(() => rm(folder, { recursive: true }))

test('made once, for their owner only, and the same ever after', async () => {
  const [first, twin] = await Promise.all([fileKeys(join(folder, 'keys')), fileKeys(join(folder, 'keys'))])
  expect(twin.fingerprint).toBe(first.fingerprint)
  expect((await fileKeys(join(folder, 'keys'))).fingerprint).toBe(first.fingerprint)
  expect(await readdir(join(folder, 'keys'))).toEqual(['host.json'])
  expect((await stat(join(folder, 'keys', 'host.json'))).mode & 0o777).toBe(0o600)
  expect((await stat(join(folder, 'keys'))).mode & 0o777).toBe(0o700)
})

test('are refused when others can read them', async () => {
  await fileKeys(folder)
  await chmod(join(folder, 'host.json'), 0o644)
  await expect(fileKeys(folder)).rejects.toThrow(/read by others/)
})

test('what is signed verifies with the public key, and only that', async () => {
  const keys = await fileKeys(folder)
  const publicKey = await crypto.subtle.importKey('raw', new Uint8Array(keys.publicKey), 'Ed25519', true, ['verify'])
  const bytes = new TextEncoder().encode('a statement')
  const signature = new Uint8Array(await keys.sign(bytes))
  expect(signature.length).toBe(64)
  expect(await crypto.subtle.verify('Ed25519', publicKey, signature, bytes)).toBe(true)
  expect(await crypto.subtle.verify('Ed25519', publicKey, signature, new TextEncoder().encode('a Statement'))).toBe(false)
})

test('a wrapped key opens for its own case and host only', async () => {
  const keys = await fileKeys(folder)
  const caseKey = crypto.getRandomValues(new Uint8Array(32))
  const wrapped = await keys.wrap('case-1', caseKey)
  expect(await keys.unwrap('case-1', wrapped)).toEqual(caseKey)
  await expect(keys.unwrap('case-2', wrapped)).rejects.toThrow()
  await expect((await fileKeys(join(folder, 'other'))).unwrap('case-1', wrapped)).rejects.toThrow()
  const file = await readFile(join(folder, 'host.json'), 'utf8')
  expect(file).not.toContain(Buffer.from(caseKey).toString('base64'))
})
