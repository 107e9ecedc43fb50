import { readFile, stat } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { PublicKeyFile } from '#src/server/signing/bundle.ts'
import { largestBundle } from '#src/server/signing/stored-zip.ts'
import type { Verdict, Verification } from '#src/server/signing/verification.ts'
import { verifyBundle } from '#src/server/signing/verify-bundle.ts'
import { answer, exitCode, message } from '../command.ts'
import type { Command } from '../command.ts'

const help = `usage: consilium verify BUNDLE [--trust FINGERPRINT|FILE]… [--json]

Checks a signed report offline: no server, no database, no network. Says what was checked.

  --trust FINGERPRINT   SHA-256 of the institution's public key (64 hex digits, spaces and colons allowed), got from the
                        institution itself by another way than the bundle; may be given several times
  --trust FILE          a text file of such fingerprints, one a line (# begins a remark), or a public-key.json
  --json                one JSON value instead of lines

Exit: 0 valid · 1 invalid, or intact but a demonstration · 2 wrong usage · 3 incomplete, or intact and signer not trusted.`

const exits: Record<Verdict, number> = { valid: exitCode.done, invalid: exitCode.refused, demonstration: exitCode.refused, incomplete: exitCode.incomplete, signer_not_trusted: exitCode.incomplete }
const verdicts: Record<Verdict, string> = {
  valid: 'VALID: every part is as both experts signed it, and the key is one you trust.', invalid: 'INVALID: do not rely on this file.',
  demonstration: 'Intact, demonstration: made for showing, no real patient.', incomplete: 'INCOMPLETE: what is there verifies, but parts are missing.',
  signer_not_trusted: 'Intact, signer not known to you: compare the fingerprint with the institution\'s and give it with --trust.',
}

async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { trust: { type: 'string', multiple: true }, json: { type: 'boolean', default: false } } })
  const [path, ...more] = positionals
  if (path === undefined || more.length > 0) { message(help); return exitCode.usage }
  const trust: string[] = []
  for (const given of values.trust ?? []) {
    const read = await fingerprints(given)
    if (read === null) { message(`--trust ${given}: neither a fingerprint of 64 hex digits nor a file that holds one.`); return exitCode.usage }
    trust.push(...read)
  }
  const size = (await stat(path).catch(() => null))?.size ?? 0 // what cannot be found is said by the reading below
  if (size > largestBundle) { message(`${path} is larger than any bundle, and was not read.`); return exitCode.refused }
  const bytes = await readFile(path).catch((error: Error) => error)
  if (bytes instanceof Error) { message(`${path} cannot be read: ${bytes.message}`); return exitCode.usage }
  const found = await verifyBundle(new Uint8Array(bytes), { trust })
  answer(values.json ? JSON.stringify(found) : said(found))
  return exits[found.verdict]
}

/** Fingerprints that a value of `--trust` names, itself or as a file; null when it names none. */
async function fingerprints(given: string): Promise<string[] | null> {
  const own = asFingerprint(given)
  if (own) return [own]
  const text = await readFile(given, 'utf8').catch(() => null) // null: no such file, said by the caller
  if (text === null) return null
  if (text.trimStart().startsWith('{')) {
    const file = PublicKeyFile.safeParse(jsonIn(text))
    return file.success ? [file.data.fingerprint] : null
  }
  const lines = text.split('\n').map((line) => (line.split('#')[0] ?? '').trim()).filter((line) => line !== '').map(asFingerprint)
  return lines.length > 0 && lines.every((line) => line !== null) ? lines : null
}

function jsonIn(text: string): unknown {
  try { return JSON.parse(text) } catch { return null } // null fits no shape: the caller says that the file holds no fingerprint
}

function asFingerprint(text: string): string | null {
  const digits = text.replace(/[\s:]/g, '').toLowerCase()
  return /^[0-9a-f]{64}$/.test(digits) ? digits : null
}

const marks = { passed: 'passed ', failed: 'FAILED ', missing: 'missing' } as const

function said(found: Verification): string {
  return [
    verdicts[found.verdict],
    ...(found.caseCode === null ? [] : ['', `Case ${found.caseCode}, revision ${found.revision}, sealed ${found.sealedAt}`]),
    ...found.signatures.map((s) => `  ${s.name}, ${s.credential} (${s.role.replaceAll('_', ' ')}): ${s.meaning.replaceAll('_', ' ')}, ${s.at}, by ${s.authenticatedBy.replaceAll('_', ' ')}${s.reservation ? `\n    "${s.reservation}"` : ''}`),
    ...(found.fingerprint === null ? [] : [`  Key ${found.fingerprint}`]),
    '', ...found.checks.map((c) => `  ${marks[c.state]}  ${c.name}: ${c.detail}`),
  ].join('\n')
}

export const verifyCommand: Command = { help, run }
