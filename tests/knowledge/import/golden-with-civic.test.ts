import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { hasSharedData, sharedPath } from '#tests/support/shared-data.ts'

const golden = (environment: Record<string, string>) => spawnSync(process.execPath, [sharedPath('evaluation', 'golden.mjs') ?? '', sharedPath('evaluation', 'golden-cases.json') ?? ''], { encoding: 'utf8', env: { ...process.env, ...environment } })
/** Ids of cases of which something does not hold. */
const missed = (out: string) => out.split('\n').flatMap((line) => (line.startsWith('held ') || line === '' ? [] : [line.split(' ')[0] ?? '']))

describe.runIf(hasSharedData('evaluation/golden.mjs', 1))('golden profiles with CIViC laid on the release', () => {
  it('every one that holds without it holds with it', () => {
    const data = mkdtempSync(join(tmpdir(), 'consilium-golden-'))
    try {
      const file = sharedPath('knowledge/civic', '2026-05-nightly-ClinicalEvidenceSummaries.tsv') ?? ''
      const run = spawnSync(process.execPath, ['src/cli/main.ts', 'knowledge', 'import', 'civic', file, '--name', 'with-civic', '--data', data], { encoding: 'utf8' })
      expect(run.stdout, run.stderr).toContain('4854 items read')
      const [without, laid] = [golden({}), golden({ CONSILIUM_KNOWLEDGE: 'with-civic', CONSILIUM_DATA: data })]
      expect(laid.stdout).toMatch(/held \d+ of \d+/)
      const before = new Set(missed(without.stdout))
      expect(missed(laid.stdout).filter((id) => !before.has(id)), laid.stdout).toEqual([])
    } finally {
      rmSync(data, { recursive: true })
    }
  }, 120_000)
})
