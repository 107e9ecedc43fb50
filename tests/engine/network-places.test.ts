import { describe, expect, it } from 'vitest'
import type { NetworkNode } from '#src/domain/network-view.ts'
import { placeNodes, type Placed } from '#src/engine/map/network-places.ts'
import { loadKnowledge } from '#src/knowledge/load-knowledge.ts'

const { nodes: rows } = await loadKnowledge()
const blank: Omit<NetworkNode, 'x' | 'y' | 'id' | 'label' | 'kind'> = { members: [], compartment: '', pathway: '', effect: null, driver: false, confidence: 0, alterationIds: [], alterations: [], possibleGermline: false, hits: 0 }
const gene = (id: string): Placed => ({ node: { ...blank, id, label: rows.get(id)?.label ?? id, kind: rows.get(id)?.kind ?? 'gene' }, row: rows.get(id) ?? null })
const drug = (name: string): Placed => ({ node: { ...blank, id: `drug:${name}`, label: name, kind: 'drug' }, row: null })
const path = (...ids: string[]) => ids.slice(1).map((to, at) => ({ from: ids[at] ?? '', to }))

const genes = ['EGFR', 'GRB2_SOS', 'RAS', 'BRAF', 'MEK', 'ERK', 'MYC', 'TP53', 'MDM2', 'CDKN2A', 'CDK4_6', 'RB1', 'E2F', 'PTEN', 'AKT', 'PROLIFERATION', 'SENESCENCE'].map(gene)
const edges = [...path('EGFR', 'GRB2_SOS', 'RAS', 'BRAF', 'MEK', 'ERK', 'MYC', 'PROLIFERATION'), ...path('CDKN2A', 'MDM2', 'TP53', 'SENESCENCE'), ...path('CDKN2A', 'CDK4_6', 'RB1', 'E2F', 'PROLIFERATION'), ...path('PTEN', 'AKT')]
const where = (placed: { nodes: NetworkNode[] }) => new Map(placed.nodes.map(({ id, x, y }) => [id, `${x} ${y}`]))

describe('places of the map', () => {
  it('are the same in whatever order the nodes come', () => {
    expect(where(placeNodes(genes.toReversed(), edges))).toEqual(where(placeNodes(genes, edges)))
  })
  it('are each held by one node, in at most seven columns before the drugs', () => {
    const { nodes } = placeNodes(genes, edges)
    expect(new Set(where({ nodes }).values()).size).toBe(genes.length)
    expect(new Set(nodes.map((node) => node.x)).size).toBeLessThanOrEqual(7)
  })
  it('do not move when drugs come after a commitment', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j']
    const before = where(placeNodes(genes, edges))
    const after = where(placeNodes([...genes, ...names.map(drug)], [...edges, ...names.flatMap((name) => path(`drug:${name}`, 'BRAF'))]))
    for (const [id, at] of before) expect(after.get(id)).toBe(at)
    expect(new Set(after.values()).size).toBe(genes.length + names.length)
  })
  it('put RAS with the cascade and EGFR with the receptors, and leave a narrow lane for drugs', () => {
    const { nodes, bands } = placeNodes(genes, edges)
    const bandOf = (id: string) => bands.find((band) => nodes.some((node) => node.id === id && node.x > band.from && node.x < band.to))?.label
    expect([bandOf('EGFR'), bandOf('RAS'), bandOf('TP53')]).toEqual(['Membrane', 'Cytoplasm', 'Nucleus'])
    const lane = bands.find((band) => band.id === 'drugs')
    expect((lane?.to ?? 0) - (lane?.from ?? 0)).toBe(64)
  })
})
