import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bundleFiles, makeBundle } from '#src/server/signing/bundle.ts'
import { storedZip } from '#src/server/signing/stored-zip.ts'
import { sealedCase } from '#tests/server/signing/sealed-case.ts'

const run = promisify(execFile)
let folder = ''
let fingerprint = ''
const at = (name: string) => join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verify-'))
  const { keys, input } = await sealedCase()
  fingerprint = keys.fingerprint
  const files = await bundleFiles(keys, input)
  const bundle = storedZip(files)
  await writeFile(at('whole.zip'), bundle)
  await writeFile(at('public-key.json'), files.get('public-key.json') ?? '')
  await writeFile(at('trusted.txt'), `# the institution\n${fingerprint.toUpperCase().replace(/(.{4})/g, '$1 ')}\n`)
  const touched = Uint8Array.from(bundle)
  touched[2000] = (touched[2000] ?? 0) ^ 1
  await writeFile(at('touched.zip'), touched)
  files.delete('report/report.pdf')
  await writeFile(at('lacking.zip'), storedZip(files))
  const demo = await sealedCase({ demonstration: true, keys })
  await writeFile(at('demonstration.zip'), await makeBundle(keys, demo.input))
})
afterAll(() => rm(folder, { recursive: true }))

async function verify(...args: string[]): Promise<{ code: number; out: string }> {
  try { return { code: 0, out: (await run(process.execPath, ['src/cli/main.ts', 'verify', ...args])).stdout } } catch (error) {
    const failed = error as { code: number; stdout: string } // promisified execFile rejects with the exit code and what was printed
    return { code: failed.code, out: failed.stdout }
  }
}

describe('consilium verify', () => {
  test('0 for a whole bundle under a trusted fingerprint, given as digits, list or key file', async () => {
    const { code, out } = await verify(at('whole.zip'), '--trust', fingerprint)
    expect(code).toBe(0)
    expect(out).toMatch(/^VALID/)
    expect(out).toContain('Ruth Okafor')
    expect((await verify(at('whole.zip'), '--trust', at('trusted.txt'))).code).toBe(0)
    expect((await verify(at('whole.zip'), '--trust', at('public-key.json'))).code).toBe(0)
  })
  test('3 when no key is trusted, or another is', async () => {
    expect((await verify(at('whole.zip'))).code).toBe(3)
    expect((await verify(at('whole.zip'), '--trust', '0'.repeat(64))).code).toBe(3)
  })
  test('1 for one bit, 3 for a missing part, 1 for a demonstration', async () => {
    expect((await verify(at('touched.zip'), '--trust', fingerprint)).code).toBe(1)
    expect((await verify(at('lacking.zip'), '--trust', fingerprint)).code).toBe(3)
    const demo = await verify(at('demonstration.zip'), '--trust', fingerprint)
    expect(demo.code).toBe(1)
    expect(demo.out).toMatch(/^Intact, demonstration/)
  })
  test('one JSON value on request', async () => {
    const { out } = await verify(at('whole.zip'), '--trust', fingerprint, '--json')
    expect(JSON.parse(out)).toMatchObject({ verdict: 'valid', caseCode: 'C-0187' })
  })
  test('2 for wrong usage', async () => {
    expect((await verify()).code).toBe(2)
    expect((await verify(at('whole.zip'), '--trust', 'abcd')).code).toBe(2)
    expect((await verify(at('absent.zip'))).code).toBe(2)
  })
})
