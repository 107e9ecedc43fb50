import { describe, expect, it } from 'vitest'
import { plainPoints } from '#src/ui/network/geometry.ts'
import { placeNetwork, type UnplacedNetwork } from '#src/ui/network/layered-layout.ts'
import { nodeHeight, nodeWidth, type NetworkEdge, type NetworkModel } from '#src/ui/network/model.ts'
import { networkSvg } from '#src/ui/network/network-svg.ts'

const node = (id: string, band: string, kind: 'gene' | 'drug' | 'outcome' = 'gene') => ({ id, label: id, band, kind, said: id })
const edge = (from: string, to: string, kind: NetworkEdge['kind'] = 'activates'): NetworkEdge => ({ id: `${from}-${to}`, from, to, kind, certainty: 2, strength: 2, said: `${from} ${kind} ${to}` })

const network: UnplacedNetwork = {
  summary: 'three receptors, one cascade, two drugs',
  bands: [{ id: 'membrane', label: 'Membrane' }, { id: 'cytoplasm', label: 'Cytoplasm' }, { id: 'outcome', label: 'Outcome' }, { id: 'drugs', label: 'Drugs' }],
  nodes: [
    node('EGFR', 'membrane'), node('MET', 'membrane'), node('ERBB3', 'membrane'), node('RAS', 'cytoplasm'), node('RAF', 'cytoplasm'), node('MEK', 'cytoplasm'), node('PIK3CA', 'cytoplasm'), node('AKT', 'cytoplasm'),
    node('survival', 'outcome', 'outcome'), node('growth', 'outcome', 'outcome'), node('osimertinib', 'drugs', 'drug'), node('amivantamab', 'drugs', 'drug'), node('alpelisib', 'drugs', 'drug'),
  ],
  edges: [
    edge('EGFR', 'RAS'), edge('MET', 'ERBB3'), edge('ERBB3', 'PIK3CA'), edge('RAS', 'RAF'), edge('RAF', 'MEK'), edge('RAS', 'MEK'), edge('MEK', 'growth'), edge('PIK3CA', 'AKT'), edge('AKT', 'survival'), edge('EGFR', 'survival'),
    edge('osimertinib', 'EGFR', 'fails'), edge('amivantamab', 'EGFR', 'blocks'), edge('amivantamab', 'MET', 'blocks'), edge('alpelisib', 'PIK3CA', 'blocks'),
  ],
}

/** Pairs of an edge and a node it does not end at, where the line runs through the node. */
function crossings(model: NetworkModel): string[] {
  const byId = new Map(model.nodes.map(one => [one.id, one]))
  return model.edges.flatMap(one => {
    const from = byId.get(one.from)
    const to = byId.get(one.to)
    if (!from || !to) return []
    const points = plainPoints(one, from, to)
    return model.nodes.filter(other => other !== from && other !== to && points.slice(1).some((end, index) => {
      const start = points[index] ?? end
      return Array.from({ length: 201 }, (_, step) => step / 200).some(at =>
        Math.abs(start[0] + (end[0] - start[0]) * at - other.x) < nodeWidth(other) / 2 && Math.abs(start[1] + (end[1] - start[1]) * at - other.y) < nodeHeight / 2)
    })).map(other => `${one.id} through ${other.id}`)
  })
}

describe('placing a network', () => {
  const model = placeNetwork(network)

  it('places every node once and overlaps none', () => {
    expect(model.nodes.map(one => one.id).toSorted()).toEqual(network.nodes.map(one => one.id).toSorted())
    const overlaps = model.nodes.flatMap(a => model.nodes.filter(b => a.id < b.id && Math.abs(a.x - b.x) < (nodeWidth(a) + nodeWidth(b)) / 2 && Math.abs(a.y - b.y) < nodeHeight).map(b => `${a.id} ${b.id}`))
    expect(overlaps).toEqual([])
  })

  it('runs no line through a node it does not end at', () => {
    expect(crossings(model)).toEqual([])
  })

  it('keeps bands from left to right with the drugs in the right lane', () => {
    expect(model.bands.map(band => band.id)).toEqual(['membrane', 'cytoplasm', 'outcome', 'drugs'])
    const drugX = Math.min(...model.nodes.filter(one => one.kind === 'drug').map(one => one.x))
    expect(Math.max(...model.nodes.filter(one => one.kind !== 'drug').map(one => one.x))).toBeLessThan(drugX)
  })

  it('gives the same places whatever the order of the input', () => {
    const turned = placeNetwork({ ...network, nodes: network.nodes.toReversed() })
    const places = (one: NetworkModel) => Object.fromEntries(one.nodes.map(({ id, x, y }) => [id, [x, y]]))
    expect(places(turned)).toEqual(places(model))
  })

  it('ends when activation runs in a circle', () => {
    const circle = placeNetwork({ ...network, edges: [...network.edges, edge('MEK', 'RAS')] })
    expect(circle.nodes).toHaveLength(network.nodes.length)
  })
})

describe('the map as SVG', () => {
  const model = placeNetwork(network)

  it('names every node and edge, carries the legend and repeats to the letter', () => {
    const svg = networkSvg(model)
    for (const one of [...model.nodes, ...model.edges]) expect(svg).toContain(`<title>${one.said}</title>`)
    expect(svg).toContain('Certainty is not effect size')
    expect(svg).toContain('>fails<')
    expect(svg).not.toContain('transcription')
    expect(networkSvg(model)).toBe(svg)
  })

  it('escapes what the names hold', () => {
    const [first, ...rest] = model.nodes
    if (!first) throw new Error('the network has nodes')
    expect(networkSvg({ ...model, nodes: [{ ...first, label: '<b>&"' }, ...rest] })).toContain('&lt;b&gt;&amp;&quot;')
  })

  it('moves nothing when something is selected', () => {
    const places = (svg: string) => [...svg.matchAll(/<rect x="([\d.]+)" y="([\d.]+)" width="(\d+)" height="36"/g)].map(found => found.slice(1))
    expect(places(networkSvg(model, { selectedId: 'MET', litPath: ['MET', 'MET-ERBB3'], fadeRest: true }))).toEqual(places(networkSvg(model)))
  })
})
