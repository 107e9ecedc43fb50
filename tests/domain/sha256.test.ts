import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { sha256 } from '#src/domain/sha256.ts'

describe('sha256', () => {
  // FIPS 180-4 example values and the empty message
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    ['abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq', '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1'],
  ])('hashes %j', (text, expected) => {
    expect(sha256(text)).toBe(expected)
  })

  it('agrees with the platform at every length around the block borders, as text and as bytes', () => {
    for (let length = 0; length < 200; length += 1) {
      const text = 'é'.repeat(length % 7) + 'x'.repeat(length)
      expect(sha256(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'))
      expect(sha256(new TextEncoder().encode(text))).toBe(sha256(text))
    }
  })
})
