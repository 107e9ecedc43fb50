import { zipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { sha256Hex } from '#src/server/record/sha-256.ts'
import { memoryKeys } from '#src/server/keys/memory-keys.ts'
import type { Keys } from '#src/server/keys/key-port.ts'
import { bundleFiles, makeBundle, type BundleInput } from '#src/server/signing/bundle.ts'
import { sealedPartNames } from '#src/server/signing/sealed-parts.ts'
import { readStoredZip, storedZip } from '#src/server/signing/stored-zip.ts'
import { verifyBundle } from '#src/server/signing/verify-bundle.ts'
import { flipBits } from './flip-bits.ts'
import { sealedCase } from './sealed-case.ts'

let keys: Keys
let input: BundleInput
let bundle: Uint8Array
let trust: string[]
beforeAll(async () => {
  ({ keys, input } = await sealedCase())
  bundle = await makeBundle(keys, input)
  trust = [keys.fingerprint]
})
const without = async (name: string) => { const files = await bundleFiles(keys, input); files.delete(name); return storedZip(files) }
const withFile = async (name: string, bytes: Uint8Array) => storedZip(new Map([...(await bundleFiles(keys, input)), [name, bytes]]))
const text = (value: string) => new TextEncoder().encode(value)

describe('a whole bundle', () => {
  test('is valid for who trusts the key, and says what was checked', async () => {
    const found = await verifyBundle(bundle, { trust })
    expect(found.checks.filter((c) => c.state !== 'passed')).toEqual([])
    expect(found).toMatchObject({ verdict: 'valid', caseCode: 'C-0187', revision: 1, demonstration: false, fingerprint: keys.fingerprint })
    expect(found.signatures.map((s) => s.at)).toEqual(['2026-11-23T10:44:00+01:00', '2026-11-23T10:26:00+01:00'])
  })
  test('is not valid for who has no trusted key, or another', async () => {
    expect((await verifyBundle(bundle)).verdict).toBe('signer_not_trusted')
    expect((await verifyBundle(bundle, { trust: ['0'.repeat(64)] })).verdict).toBe('signer_not_trusted')
  })
  test('is the same bytes each time it is exported', async () => {
    expect(await sha256Hex(await makeBundle(keys, input))).toBe(await sha256Hex(bundle))
  })
})

test('one bit flipped at 100 places is never valid', async () => {
  expect(await flipBits(bundle, 100, trust)).toEqual([])
})

test('a bundle rebuilt whole under another key is never valid', async () => {
  const other = await memoryKeys()
  const forged = await sealedCase({ keys: other })
  const rebuilt = await makeBundle(other, forged.input)
  expect((await verifyBundle(rebuilt, { trust })).verdict).toBe('signer_not_trusted')
  expect((await verifyBundle(rebuilt)).verdict).toBe('signer_not_trusted')
})

test('a part swapped for that of a case under another key is invalid', async () => {
  const forged = await sealedCase({ keys: await memoryKeys() })
  const mixed = await makeBundle(keys, { ...input, seal: forged.input.seal })
  expect((await verifyBundle(mixed, { trust })).verdict).toBe('invalid')
  const signatures = await makeBundle(keys, { ...input, parts: { ...input.parts, signatures: forged.input.parts.signatures } })
  expect((await verifyBundle(signatures, { trust })).verdict).toBe('invalid')
})

test.each([...sealedPartNames, 'log.ndjson', 'report/report.md', 'README.txt', 'export.dsse.json', 'manifest.json', 'seal.dsse.json', 'public-key.json'])('without %s it is incomplete', async (name) => {
  expect((await verifyBundle(await without(name), { trust })).verdict).toBe('incomplete')
})

test.each(['report/report.pdf', 'report/content.json', 'case/snapshot.json', 'run/reviewed.json', 'knowledge.json', 'report/report.md', 'README.txt', 'log.ndjson', 'statements/oncologist.json'])('another %s in a well-formed archive is invalid', async (name) => {
  expect((await verifyBundle(await withFile(name, text('{"another":"text"}\n')), { trust })).verdict).toBe('invalid')
})

test('a foreign file is invalid', async () => {
  expect((await verifyBundle(await withFile('report/second.pdf', text('x')), { trust })).verdict).toBe('invalid')
})

test('a log cut at its end is invalid', async () => {
  const cut = await makeBundle(keys, { ...input, log: input.log.slice(0, -1) })
  expect((await verifyBundle(cut, { trust })).verdict).toBe('invalid')
})

test('one person in both slots is invalid', async () => {
  const { parts } = input
  const same = { ...parts, statements: { genomic_expert: parts.statements.oncologist, oncologist: parts.statements.oncologist }, signatures: { genomic_expert: parts.signatures.oncologist, oncologist: parts.signatures.oncologist } }
  expect((await verifyBundle(await makeBundle(keys, { ...input, parts: same }), { trust })).verdict).toBe('invalid')
})

test('a demonstration is intact and never valid', async () => {
  const demo = await sealedCase({ demonstration: true, keys })
  const found = await verifyBundle(await makeBundle(keys, demo.input), { trust })
  expect(found.verdict).toBe('demonstration')
  expect(found.checks.filter((c) => c.state !== 'passed')).toEqual([])
})

describe('what is no bundle', () => {
  test.each([['nothing', new Uint8Array()], ['text', text('PK but not a zip')], ['a tail', text('PK\u0005\u0006')]])('%s is invalid', async (_name, bytes) => {
    expect((await verifyBundle(bytes, { trust })).verdict).toBe('invalid')
  })
  test('an archive that would unpack to a hundred times its size is refused before it is unpacked', async () => {
    const bomb = zipSync({ 'manifest.json': new Uint8Array(20_000_000) }, { level: 9 })
    expect(bomb.length).toBeLessThan(200_000)
    expect(() => readStoredZip(bomb)).toThrow(/compressed/)
    expect((await verifyBundle(bomb, { trust })).verdict).toBe('invalid')
  })
  test('a name that leads out of the folder is refused', () => {
    expect(() => readStoredZip(zipSync({ '../evil.json': [text('{}'), { level: 0 }] }))).toThrow(/file name/)
  })
})
