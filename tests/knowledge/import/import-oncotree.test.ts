import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compareReleases } from '#src/knowledge/compare-releases.ts'
import { importOncotree } from '#src/knowledge/import/import-oncotree.ts'
import { loadKnowledge, readKnowledge } from '#src/knowledge/load-knowledge.ts'
import { knowledgeRows } from '#src/knowledge/rows/registry.ts'
import { hasSharedData, sharedPath } from '#tests/support/shared-data.ts'

const knowledge = loadKnowledge()
type Node = { code: string; name?: string; parent?: string | null; tissue?: string; level?: number; history?: string[]; revocations?: string[]; precursors?: string[]; externalReferences?: Record<string, string[]>; children?: Record<string, Node> }
const type = (code: string, parent: string | null, more: Partial<Node> = {}): Node => ({ code, name: `Type ${code}`, parent, tissue: 'Lung', level: 2, history: [], revocations: [], precursors: [], ...more })
/** The tree of the release as the interface lists it, changed. */
const listed = (change: (node: Node) => Node | null): Node[] =>
  [...knowledge.tumours.values()].flatMap((row) => change({ code: row.code, name: row.name, parent: row.parent, tissue: row.tissue, level: row.level, externalReferences: row.nci === null ? {} : { NCI: row.nci.split('|') } }) ?? [])
const read = (value: unknown) => importOncotree('oncotree.json', value, knowledge, knowledgeRows)

describe('an OncoTree file in the place of the tumour types', () => {
  it('is read as a tree and as a list alike', () => {
    const tree = { TISSUE: { ...type('TISSUE', null), children: { LUNG: { ...type('LUNG', null), children: { NSCLC: type('NSCLC', null) } } } } }
    const list = [type('TISSUE', null), type('LUNG', 'TISSUE'), type('NSCLC', 'LUNG')]
    expect(read(tree)?.rows.tumours).toEqual(read(list)?.rows.tumours)
    expect(read(tree)).toMatchObject({ read: 3, imported: 3, rejects: [] })
  })

  it('keeps history, revoked and precursor codes, and finds a type by them', () => {
    const row = { ...type('GB', 'TISSUE'), revocations: ['GBM'], precursors: ['DIPGX'], history: ['GLIOB'] }
    const made = read([type('TISSUE', null), row])
    expect(made?.rows.tumours.flat()).toContainEqual(expect.objectContaining({ code: 'GB', revocations: ['GBM'], precursors: ['DIPGX'], history: ['GLIOB'] }))
    const tree = readKnowledge({ ...knowledgeRows, tumours: made?.rows.tumours ?? [] }, 'test').tree
    expect(['GBM', 'DIPGX', 'GLIOB'].map((code) => tree.search(code, 1)[0]?.code)).toEqual(['GB', 'GB', 'GB'])
  })

  it('the rows of the release follow a renamed type, scope, condition and prior alike', () => {
    const made = read(listed((node) => (node.code === 'NSCLC' ? { ...node, code: 'NSCLCX', history: ['NSCLC'] } : { ...node, parent: node.parent === 'NSCLC' ? 'NSCLCX' : node.parent ?? null })))
    expect(made).toMatchObject({ rejects: [], lost: [], renamed: [{ from: 'NSCLC', to: 'NSCLCX' }] })
    const text = JSON.stringify([made?.rows.evidence, made?.rows.labels, made?.rows.priors])
    expect(text).not.toMatch(/[" (]NSCLC[" )]/)
    expect(text).toContain('"NSCLCX AND KRAS mutation"')
    expect(made && readKnowledge(made.rows, 'test').evidence.length).toBe(knowledge.evidence.length)
    expect(made?.rows.tumours.flat().find((row) => Object(row).code === 'NSCLCX')).toMatchObject({ synonyms: knowledge.tumours.get('NSCLC')?.synonyms, solid: true })
  })

  it('a code that became two types, or none, is lost and named with its rows', () => {
    const made = read(listed((node) => (node.code === 'MEL' ? null : { ...node, parent: node.parent === 'MEL' ? 'SKIN' : node.parent ?? null, ...(node.code === 'SKCM' || node.code === 'UM' ? { revocations: ['MEL'] } : {}) })))
    expect(made?.renamed).toEqual([])
    expect(new Set(made?.lost.map((one) => one.code))).toEqual(new Set(['MEL']))
    expect(made?.lost.length).toBeGreaterThan(20)
  })

  it.each([
    ['no name', [type('TISSUE', null), { ...type('AX', 'TISSUE'), name: '' }], 'tumour_without_name'],
    ['no parent in the file', [type('TISSUE', null), type('AX', 'NOWHERE')], 'tumour_without_parent'],
    ['its own parent', [type('TISSUE', null), type('AX', 'AX')], 'tumour_without_parent'],
    ['a code twice', [type('TISSUE', null), type('AX', 'TISSUE'), type('AX', 'TISSUE')], 'tumour_code_twice'],
    ['a code that is none', [type('TISSUE', null), type('A X', 'TISSUE')], 'tumour_code_unreadable'],
    ['a field of another kind', [type('TISSUE', null), { ...type('AX', 'TISSUE'), level: 'two' }], 'tumour_not_readable'],
  ])('lists a type with %s', (_what, list, code) => {
    const made = read(list)
    expect(made?.rejects).toMatchObject([{ file: 'oncotree.json', code }])
    expect(made?.read).toBe((made?.imported ?? 0) + (made?.rejects.length ?? 0))
  })

  it('a type falls with its parent', () => {
    expect(read([type('TISSUE', null), type('AX', 'NOWHERE'), type('BX', 'AX')])?.rejects.map((one) => one.item)).toEqual(['AX', 'BX'])
  })

  it.each([[null], ['text'], [[]], [{}], [{ a: 1 }], [42]])('%j is no OncoTree', (value) => {
    expect(read(value)).toBeNull()
  })
})

describe.runIf(hasSharedData('knowledge/oncotree_2025_10_03.json', 1))('OncoTree of October 2025', () => {
  it('is what the release holds, with the history of each type besides', () => {
    const made = read(JSON.parse(readFileSync(sharedPath('knowledge', 'oncotree_2025_10_03.json') ?? '', 'utf8')))
    expect(made).toMatchObject({ read: 898, imported: 898, rejects: [], lost: [], renamed: [] })
    const changed = compareReleases(knowledgeRows, made?.rows ?? knowledgeRows)
    expect(changed.every((one) => one.table === 'tumours' && one.change === 'changed' && one.fields.every(({ field }) => ['history', 'revocations', 'precursors'].includes(field)))).toBe(true)
    expect(made?.rows.tumours.flat().find((row) => Object(row).code === 'GB')).toMatchObject({ revocations: ['GBM'] })
  })
})
