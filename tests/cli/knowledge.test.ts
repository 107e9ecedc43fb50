import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { analyse } from '#src/cli/commands/analyse.ts'
import { knowledgeCommand } from '#src/cli/commands/knowledge.ts'
import { loadKnowledge } from '#src/knowledge/load-knowledge.ts'
import { outputOf } from '#tests/support/command-output.ts'

let data: string
let table: string
let imported: { release: string; hash: string }
const knowledge = (...args: string[]) => outputOf(knowledgeCommand, [...args, '--data', data])
const items = [
  ['molecular_profile', 'disease', 'doid', 'therapies', 'therapy_interaction_type', 'evidence_type', 'evidence_direction', 'evidence_level', 'significance', 'citation_id', 'source_type', 'rating', 'evidence_status', 'evidence_id', 'variant_origin', 'is_flagged'],
  ['EPHA2 R721Q', 'Lung Squamous Cell Carcinoma', '3907', 'Dasatinib', '', 'Predictive', 'Supports', 'B', 'Sensitivity/Response', '1', 'PubMed', '4', 'accepted', '900001', 'Somatic', 'false'],
  ['EPHA2 R721Q', 'Lung Squamous Cell Carcinoma', '3907', 'Dasatinib', '', 'Predictive', 'Supports', 'B', 'Sensitivity/Response', '2', 'PubMed', '4', 'submitted', '900002', 'Somatic', 'false'],
]

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'consilium-knowledge-'))
  table = join(data, '01-Jan-2026-ClinicalEvidenceSummaries.tsv')
  await writeFile(table, `${items.map((cells) => cells.join('\t')).join('\n')}\n`)
  imported = JSON.parse((await knowledge('import', 'civic', table, '--json')).out)
}, 60_000)
afterAll(() => rm(data, { recursive: true }))

describe('consilium knowledge', () => {
  it('prints what was read, taken and listed, and keeps the release under its hash', async () => {
    const { code, out } = await knowledge('import', 'civic', table)
    expect(code).toBe(0)
    expect(out).toContain('2 items read (molecular profiles) = 1 imported as 1 rows + 1 listed')
    expect(out).toContain('1  not_accepted')
    expect((await readdir(join(data, 'knowledge'))).toSorted()).toEqual([`${imported.hash}.json`, `${imported.hash}.rejects.tsv`, `${imported.hash}.rows`])
    const text = await readFile(join(data, 'knowledge', `${imported.hash}.rows`))
    expect(createHash('sha256').update(text).digest('hex')).toBe(imported.hash)
    expect(await readFile(join(data, 'knowledge', `${imported.hash}.rejects.tsv`), 'utf8')).toContain('01-Jan-2026-ClinicalEvidenceSummaries.tsv\t3\tEID900002\tnot_accepted\t')
  })

  it('lists the built-in release first, and what was imported on it', async () => {
    const { out } = await knowledge('list')
    expect(out.split('\n')[0]).toMatch(new RegExp(`^${loadKnowledge().hash.slice(0, 12)} .*built-in`))
    expect(out).toContain(`${imported.hash.slice(0, 12)}  2026.11+civic-01-Jan-2026`)
    expect(JSON.parse((await knowledge('list', '--json')).out)).toMatchObject([{ builtIn: true, base: null }, { builtIn: false, base: { hash: loadKnowledge().hash }, source: { kind: 'civic', read: 2, imported: 1, rejected: 1 } }])
  })

  it('shows a release by name or by the beginning of its hash, a table, a row', async () => {
    expect((await knowledge('show', imported.hash.slice(0, 8))).out).toContain('2 items read = 1 imported + 1 listed')
    expect(JSON.parse((await knowledge('show', '2026.11+civic-01-Jan-2026', '--row', 'civic:EID900001', '--json')).out)).toMatchObject([{ table: 'evidence', row: { regimen: ['dasatinib'], level: 'B' } }])
    expect((await knowledge('show', 'built-in', '--table', 'assays')).out.trim().split('\n')).toHaveLength(loadKnowledge().assays.size)
  })

  it.each([
    [['show', 'built-in', '--row', 'no such row'], 1], [['show', 'nothing'], 1], [['show', 'built-in', '--table', 'stars'], 2], [['show'], 2], [['diff', 'built-in'], 2], [['diff', 'built-in', 'nothing'], 1],
    [['import', 'civic', '/no/such/file.tsv'], 1], [['import', 'oncokb', 'x'], 2], [['list', 'more'], 2], [['toString'], 2], [[], 2],
  ])('%j ends with %i', async (args, code) => {
    const { code: ended, out, err } = await knowledge(...args)
    expect([ended, out]).toEqual([code, ''])
    expect(err.length).toBeGreaterThan(10)
  })

  it('compares two releases, row by row, and the bands of given profiles', async () => {
    const cases = join(data, 'cases.json')
    await writeFile(cases, JSON.stringify([{ id: 'one', tumour: 'LUSC', profile: 'EPHA2 R721Q' }, { id: 'two', tumourType: 'MEL', profile: 'BRAF V600E' }, { id: 'three', tumour: 'NOPE', profile: 'BRAF V600E' }]))
    const { out, err } = await knowledge('diff', 'built-in', imported.hash, '--cases', cases, '--json')
    expect(err).toContain('three')
    expect(JSON.parse(out)).toMatchObject({
      rows: [{ table: 'evidence', row: 'civic:EID900001', change: 'added' }], cases: 2, moved: expect.arrayContaining([{ case: 'one', therapy: 'dasatinib', from: null, to: 'MODERATE', scoreFrom: null, scoreTo: 550 }]),
    })
    expect(out).not.toContain('"case":"two"')
    expect((await knowledge('diff', 'built-in', imported.hash)).out).toContain('no cases compared')
    expect((await knowledge('diff', 'built-in', 'built-in')).out).toContain('the same rows')
  })

  it('a run with an imported release names it', async () => {
    const { out } = await outputOf(analyse, ['--tumour-type', 'LUSC', '--profile', 'EPHA2 R721Q', '--knowledge', imported.release, '--data', data, '--json'])
    expect(JSON.parse(out)).toMatchObject({ knowledge: { release: imported.release, hash: imported.hash }, therapies: expect.arrayContaining([expect.objectContaining({ therapy: 'dasatinib' })]) })
    expect(await outputOf(analyse, ['--tumour-type', 'LUSC', '--profile', 'EPHA2 R721Q', '--knowledge', 'nothing', '--data', data])).toMatchObject({ code: 1, out: '' })
  })

  it('verifies what lies there, and says which release was changed', async () => {
    expect(await knowledge('verify')).toMatchObject({ code: 0, err: '' })
    const path = join(data, 'knowledge', `${imported.hash}.rows`)
    const text = await readFile(path, 'utf8')
    await writeFile(path, text.replace('"level":"B"', '"level":"A"'))
    expect(await knowledge('verify')).toMatchObject({ code: 1, err: expect.stringContaining(imported.hash.slice(0, 12)) })
    await expect(knowledge('show', imported.hash)).rejects.toThrow('was changed')
    await writeFile(path, text)
    expect(await knowledge('verify')).toMatchObject({ code: 0 })
  })
})
