import type { NetworkModel } from './model.ts'

export type Direction = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown'

const ways: Record<Direction, readonly [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }

/** The node joined to this one that lies most in the given direction; null when no edge leads that way. */
export function neighbourTowards(model: NetworkModel, id: string, direction: Direction): string | null {
  const here = model.nodes.find(node => node.id === id)
  if (!here) return null
  const joined = new Set(model.edges.flatMap(edge => (edge.from === id ? [edge.to] : edge.to === id ? [edge.from] : [])))
  const [wx, wy] = ways[direction]
  let best: string | null = null
  let bestCost = Infinity
  for (const node of model.nodes) {
    const along = (node.x - here.x) * wx + (node.y - here.y) * wy
    if (!joined.has(node.id) || along <= 0) continue
    const aside = Math.abs((node.x - here.x) * wy) + Math.abs((node.y - here.y) * wx)
    if (along + aside * 2 < bestCost) { best = node.id; bestCost = along + aside * 2 }
  }
  return best
}
