import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'

const consilium = (args: readonly string[], input = '') => spawnSync(process.execPath, ['src/cli/main.ts', ...args], { encoding: 'utf8', input, maxBuffer: 1 << 28 })
type Answer = { therapies: { therapy: string; score: number; band: string; contributions: { points: number; because: string }[] }[]; notAssessable: { biomarker: string }[]; problems: { message: string }[]; input: string; id?: string; explained?: { wouldChange: unknown[]; robustness: { kept: number; of: number } } }
// the command prints this shape; the test reads only what it names
const answer = (text: string) => JSON.parse(text) as Answer

describe('consilium analyse', () => {
  it('prints one JSON value whose contributions sum to the score, with a sentence each and the hash of its input', () => {
    const run = consilium(['analyse', '--tumour-type', 'LUAD', '--profile', 'EGFR L858R; EGFR T790M', '--date', '2026-11-23', '--json'])
    expect(run.status).toBe(0)
    const result = answer(run.stdout)
    expect(result.input).toMatch(/^[0-9a-f]{64}$/)
    expect(result.therapies.find((one) => one.therapy === 'osimertinib')?.band).toBe('HIGH')
    expect(result.therapies.find((one) => one.therapy === 'erlotinib')?.score).toBeLessThan(0)
    for (const one of result.therapies) {
      expect(one.contributions.reduce((sum, record) => sum + record.points, 0)).toBe(one.score)
      for (const record of one.contributions) expect(record.because.length).toBeGreaterThan(10)
    }
    expect(consilium(['analyse', '--tumour-type', 'LUAD', '--profile', 'EGFR L858R; EGFR T790M', '--date', '2026-11-23', '--json']).stdout).toBe(run.stdout)
  })

  it('counts what a typed profile does not name as not tested, unless --covered says more', () => {
    const ras = (covered: readonly string[]) => answer(consilium(['analyse', '--tumour-type', 'COADREAD', '--profile', 'APC truncating', '--json', ...covered]).stdout)
    for (const covered of [[], ['--covered', 'APC,TP53']]) {
      expect(ras(covered).notAssessable.map((one) => one.biomarker)).toContain('KRAS wild-type')
      expect(ras(covered).therapies.filter((one) => /cetuximab|panitumumab/.test(one.therapy) && one.score > 0)).toEqual([])
    }
    expect(ras(['--covered', 'all']).therapies.find((one) => one.therapy === 'panitumumab')?.score).toBeGreaterThan(0)
  })

  it('answers a batch line by line; what is not understood is listed and the rest is analysed', () => {
    const lines = ['{"id":"a","tumourType":"LUAD","profile":"EGFR L858R; foo bar baz"}', '', 'not json', '{"id":"c","tumourType":"NOPE","profile":"EGFR L858R"}', '{"id":"d","tumourType":"LUAD","profile":"EGFR L858R","covered":"all"}']
    const run = consilium(['analyse', '--batch'], `${lines.join('\n')}\n`)
    expect(run.status).toBe(0)
    const answers = run.stdout.trim().split('\n').map(answer)
    expect(answers.map((one) => [one.id, one.problems.length, one.therapies?.length > 0])).toEqual([['a', 1, true], [null, 1, false], ['c', 1, false], ['d', 0, true]])
  })

  it.each([
    [['analyse', '--tumour-type', 'LUAD', '--profile', 'EGFR amplifcation'], 1, 'ERBB2 amplification'], [['analyse', '--tumour-type', 'LUNGX', '--profile', 'EGFR L858R'], 1, 'no OncoTree code'],
    [['analyse', '--profile', 'EGFR L858R'], 2, 'usage'], [['analyse', '--nonsense'], 2, 'usage'], [['analyse', '--tumour-type', 'LUAD', '--profile', 'EGFR L858R', '--date', 'soon'], 2, 'YYYY-MM-DD'],
    [['analyse', '--tumour-type', 'LUAD', '--profile', 'EGFR L858R', '--explain', 'water'], 1, 'water'], [['analyse', '--tumour-type', 'LUAD', 'no-such-file.vcf'], 1, 'no-such-file.vcf'],
  ])('%j ends with %i and says why', (args, code, said) => {
    const run = consilium(args)
    expect(run.status).toBe(code)
    expect(run.stderr).toContain(said)
    expect(run.stdout).toBe('')
  })

  it('explains on demand what would change a therapy and how robust it is', () => {
    const { explained } = answer(consilium(['analyse', '--tumour-type', 'LUAD', '--profile', 'EGFR L858R', '--explain', 'osimertinib', '--json']).stdout)
    expect(explained?.wouldChange).toContainEqual(expect.objectContaining({ change: 'without_alteration', what: 'EGFR L858R' }))
    expect(explained?.robustness.of).toBeGreaterThan(30)
  })

  it('helps on every level', () => {
    expect(consilium(['--help']).stdout).toContain('analyse')
    expect(consilium(['analyse', '--help']).stdout).toContain('--covered')
    expect(consilium(['analyse', '--help']).status).toBe(0)
    expect(consilium(['nothing']).status).toBe(2)
  })
})
