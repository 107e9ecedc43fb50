import { describe, expect, it } from 'vitest'
import looks from './looks.json' with { type: 'json' }

describe('looks at the xenografts', () => {
  it('are five at most, counted, and each says what was changed', () => {
    expect(looks.length).toBeLessThanOrEqual(5)
    expect(looks.map((one) => one.look)).toEqual(looks.map((_, at) => at + 1))
    expect(looks.filter((one) => one.changed.length < 20)).toEqual([])
  })

  it('from the third on name what was frozen first, by commit and hashes', () => {
    for (const one of looks.slice(2)) {
      expect(one.frozenFirst, `look ${one.look}`).toBe(true)
      expect(one.commit, `look ${one.look}`).toMatch(/^[0-9a-f]{7,40}$/)
      expect([one.knowledge, one.weights].filter((hash) => hash === null || !/^[0-9a-f]{64}$/.test(hash)), `look ${one.look}`).toEqual([])
    }
  })
})
