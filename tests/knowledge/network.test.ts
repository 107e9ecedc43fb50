import { describe, expect, it } from 'vitest'
import { loadKnowledge } from '#src/knowledge/load-knowledge.ts'

const { nodes, edges, feedback, lethality } = loadKnowledge()
const outgoing = Map.groupBy(edges.filter((edge) => !edge.feedback), (edge) => edge.from)

/** Strongest product of weights over paths of each sign from a node, in at most `steps` steps. */
function strongest(from: string, to: string, steps = 7): { plus: number; minus: number } {
  let front = new Map<string, { plus: number; minus: number }>([[from, { plus: 1, minus: 0 }]])
  const best = { plus: 0, minus: 0 }
  for (let step = 0; step < steps; step += 1) {
    const next = new Map<string, { plus: number; minus: number }>()
    for (const [node, reached] of front) {
      for (const edge of outgoing.get(node) ?? []) {
        const share = (edge.weight / 100) * 0.97
        const old = next.get(edge.to) ?? { plus: 0, minus: 0 }
        const [same, other] = edge.sign === 1 ? [reached.plus, reached.minus] : [reached.minus, reached.plus]
        next.set(edge.to, { plus: Math.max(old.plus, same * share), minus: Math.max(old.minus, other * share) })
      }
    }
    const hit = next.get(to)
    best.plus = Math.max(best.plus, hit?.plus ?? 0)
    best.minus = Math.max(best.minus, hit?.minus ?? 0)
    front = next
  }
  return best
}

describe('the core network', () => {
  it('has no edge without ends, no edge twice, no loop and no node alone', () => {
    expect(edges.filter((edge) => !nodes.has(edge.from) || !nodes.has(edge.to))).toEqual([])
    expect(edges.filter((edge) => edge.from === edge.to)).toEqual([])
    const touched = new Set(edges.flatMap((edge) => [edge.from, edge.to]))
    expect([...nodes.keys()].filter((id) => !touched.has(id))).toEqual([])
  })

  it('has outcomes that end every path', () => {
    const outcomes = [...nodes.values()].filter((node) => node.kind === 'outcome').map((node) => node.id)
    expect(outcomes.length).toBeGreaterThan(5)
    expect(edges.filter((edge) => outcomes.includes(edge.from))).toEqual([])
  })

  it('feedback and lethality name nodes and genes that exist', () => {
    expect(feedback.filter((row) => !nodes.has(row.trigger) || !nodes.has(row.released))).toEqual([])
    const { genes } = loadKnowledge()
    expect(lethality.filter(({ row }) => !genes.has(row.gene))).toEqual([])
  })

  it('draws no node over another: columns 116 to 128 apart, rows of 50 or more', () => {
    const columns = Map.groupBy(nodes.values(), (node) => node.x)
    const xs = [...columns.keys()].toSorted((a, b) => a - b)
    expect(xs.slice(1).filter((x, at) => x - (xs[at] ?? 0) < 116 || x - (xs[at] ?? 0) > 128)).toEqual([])
    for (const column of columns.values()) {
      const ys = column.map((node) => node.y).toSorted((a, b) => a - b)
      expect(ys.slice(1).filter((y, at) => y - (ys[at] ?? 0) < 50)).toEqual([])
    }
  })

  it('cites a source for every edge', () => {
    expect(edges.filter((edge) => edge.sources.length === 0)).toEqual([])
  })

  it.each([
    ['KRAS drives ERK', 'RAS', 'ERK', 1],
    ['EGFR drives ERK', 'EGFR', 'ERK', 1],
    ['ERBB2 drives AKT', 'ERBB2', 'AKT', 1],
    ['MET drives ERBB3', 'MET', 'ERBB3', 1],
    ['NF1 holds ERK back', 'NF1', 'ERK', -1],
    ['PTEN holds AKT back', 'PTEN', 'AKT', -1],
    ['AKT holds TSC back', 'AKT', 'TSC_COMPLEX', -1],
    ['CDK4/6 switches RB1 off', 'CDK4_6', 'RB1', -1],
    ['p16 holds CDK4/6 back', 'CDKN2A', 'CDK4_6', -1],
    ['RB1 holds E2F back', 'RB1', 'E2F', -1],
    ['MDM2 holds p53 back', 'MDM2', 'TP53', -1],
    ['p53 kills', 'TP53', 'APOPTOSIS', 1],
    ['BCL2 protects', 'BCL2', 'APOPTOSIS', -1],
    ['APC holds beta-catenin back', 'APC', 'CTNNB1', -1],
    ['PTCH1 holds GLI back', 'PTCH1', 'GLI', -1],
    ['VHL holds HIF2A back', 'VHL', 'EPAS1', -1],
    ['BRCA2 repairs', 'BRCA2', 'HRR', 1],
    ['IDH blocks TET2', 'IDH', 'TET2', -1],
    ['MTAP keeps PRMT5 working', 'MTAP', 'PRMT5', 1],
    ['BCR::ABL1 drives STAT5', 'ABL1', 'STAT5', 1],
  ] as const)('%s', (_name, from, to, sign) => {
    const { plus, minus } = strongest(from, to)
    expect(sign === 1 ? plus : minus).toBeGreaterThan(0.3)
    expect(sign === 1 ? plus : minus).toBeGreaterThan(sign === 1 ? minus : plus)
  })
})
