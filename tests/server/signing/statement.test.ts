import { expect, test } from 'vitest'
import { memoryKeys } from '#src/server/keys/memory-keys.ts'
import { openEnvelope, preAuthentication, signEnvelope } from '#src/server/signing/dsse.ts'
import { instantWithOffset, makeStatement, type StatementInput } from '#src/server/signing/statement.ts'

const input: StatementInput = {
  caseCode: 'C-0187', revision: 2, contentHash: 'a'.repeat(64), meaning: 'concur_with_reservation', reservation: 'Read FISH first.', signer: { id: 'p1', name: 'Ruth Okafor', credential: 'PhD', role: 'genomic_expert' },
  at: new Date('2026-07-01T22:30:00.000Z'), zone: 'Europe/Oslo', authenticatedBy: 'password', previous: null, demonstration: false,
}

test('a statement is canonical bytes with the time in the institution\'s zone', async () => {
  const { bytes, statement, hash } = await makeStatement(input)
  expect(statement.at).toBe('2026-07-02T00:30:00+02:00')
  expect(new TextDecoder().decode(bytes).startsWith('{"at":"2026-07-02T00:30:00+02:00","authenticatedBy":"password","caseCode":"C-0187"')).toBe(true)
  expect((await makeStatement({ ...input })).hash).toBe(hash)
  expect((await makeStatement({ ...input, meaning: 'do_not_concur' })).hash).not.toBe(hash)
})

test.each([['UTC', '2026-07-01T22:30:00+00:00'], ['America/New_York', '2026-07-01T18:30:00-04:00'], ['Asia/Kolkata', '2026-07-02T04:00:00+05:30']])('in %s', (zone, text) => {
  expect(instantWithOffset(new Date('2026-07-01T22:30:00Z'), zone)).toBe(text)
})

// The protocol's own example: https://github.com/secure-systems-lab/dsse/blob/master/protocol.md, "Test vectors".
test('what is signed is the pre-authentication encoding of DSSE', () => {
  expect(new TextDecoder().decode(preAuthentication('http://example.com/HelloWorld', new TextEncoder().encode('hello world')))).toBe('DSSEv1 29 http://example.com/HelloWorld 11 hello world')
})

test('an envelope opens for its own key and type only', async () => {
  const [keys, other] = [await memoryKeys(), await memoryKeys()]
  const bytes = await signEnvelope(keys, 'a/b', new TextEncoder().encode('{}'))
  const key = (raw: Uint8Array) => crypto.subtle.importKey('raw', new Uint8Array(raw), 'Ed25519', true, ['verify'])
  expect(await openEnvelope(bytes, 'a/b', await key(keys.publicKey), keys.fingerprint)).toMatchObject({ ok: true })
  expect(await openEnvelope(bytes, 'a/c', await key(keys.publicKey), keys.fingerprint)).toMatchObject({ ok: false })
  expect(await openEnvelope(bytes, 'a/b', await key(other.publicKey), other.fingerprint)).toMatchObject({ ok: false })
  expect(await openEnvelope(bytes, 'a/b', await key(other.publicKey), keys.fingerprint)).toMatchObject({ ok: false })
})
