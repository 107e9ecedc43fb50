export type Link = { from: string; to: string }
export type Spot = { column: number; row: number }
type Column = { band: string; nodes: readonly { id: string; y: number }[] }

/** What a picture costs, in rows of edge length: a line through a third node is worst, then a crossing, then a line back to the left. */
const cost = { through: 8, crossing: 3, back: 3 }
/** The search cools from moves that may cost this much to moves that must gain. */
const steps = 6_000
const warmth = { first: 6, last: 0.05 }

/** Places by index: column and row of each node, and the two ends of each edge. */
type Board = { column: number[]; row: number[]; edges: [number, number][]; edgesOf: number[][] }

/**
 * Column and row (0 at the top) of every node, close to the stored order where nothing speaks against it: nodes change places within the
 * columns of their band, as long as edges get shorter, cross less, run less back to the left and pass fewer third nodes. The search draws its
 * moves from a fixed series of numbers: the same nodes and edges always end in the same picture.
 */
export function orderRows(columns: readonly Column[], links: readonly Link[], height: number): ReadonlyMap<string, Spot> {
  const nodes = columns.flatMap(({ nodes: here, band }, column) => here.toSorted((a, b) => a.y - b.y || (a.id < b.id ? -1 : 1)).map(({ id }, i) => ({ id, band, column, row: Math.floor(((i + 0.5) * height) / here.length) })))
  const at = new Map(nodes.map((node, i) => [node.id, i]))
  const edges = links.flatMap(({ from, to }): [number, number][] => {
    const [a, b] = [at.get(from), at.get(to)]
    return a === undefined || b === undefined || a === b ? [] : [[a, b]]
  })
  const board: Board = { column: nodes.map((one) => one.column), row: nodes.map((one) => one.row), edges, edgesOf: nodes.map((_, i) => edges.flatMap((edge, e) => (edge.includes(i) ? [e] : []))) }
  const free = nodes.map(({ band }) => columns.flatMap((one, i) => (one.band === band ? [i] : [])))
  settle(board, free, height)
  return new Map(nodes.map(({ id }, i) => [id, { column: board.column[i] ?? 0, row: board.row[i] ?? 0 }]))
}

/** Numbers from 0 to 1 that are always the same (Park and Miller, 1988: minimal standard generator). */
function fixedSeries(): () => number {
  let seed = 42
  return () => {
    seed = (seed * 16_807) % 2_147_483_647
    return seed / 2_147_483_647
  }
}

function settle(board: Board, free: readonly (readonly number[])[], height: number): void {
  const next = fixedSeries()
  const count = board.row.length
  let now = 0
  let best = { cost: 0, column: [...board.column], row: [...board.row] }
  for (let step = 0; step < steps && count > 1; step += 1) {
    const heat = warmth.first * (warmth.last / warmth.first) ** (step / steps)
    const one = Math.floor(next() * count)
    const columns = free[one] ?? []
    const to = { column: columns[Math.floor(next() * columns.length)] ?? 0, row: Math.floor(next() * height) }
    const from = { column: board.column[one] ?? 0, row: board.row[one] ?? 0 }
    if (to.column === from.column && to.row === from.row) continue
    const other = board.row.findIndex((row, i) => row === to.row && board.column[i] === to.column)
    const before = costAround(board, one, other)
    put(board, one, to)
    put(board, other, from)
    const gain = before - costAround(board, one, other)
    if (gain < 0 && next() > Math.exp(gain / heat)) {
      put(board, one, from)
      put(board, other, to)
      continue
    }
    now -= gain
    if (now < best.cost - 1e-9) best = { cost: now, column: [...board.column], row: [...board.row] }
  }
  board.column = best.column
  board.row = best.row
}

function put(board: Board, node: number, { column, row }: Spot): void {
  if (node < 0) return
  board.column[node] = column
  board.row[node] = row
}

/** Everything in the picture that depends on where these two stand; `other` is −1 where the spot was free. */
function costAround(board: Board, one: number, other: number): number {
  const own = [...(board.edgesOf[one] ?? []), ...(board.edgesOf[other] ?? []).filter((e) => !board.edgesOf[one]?.includes(e))]
  let sum = 0
  board.edges.forEach((edge, e) => {
    const [a, b] = edge
    if (!own.includes(e)) {
      if (isThrough(board, a, b, one)) sum += cost.through
      if (other >= 0 && isThrough(board, a, b, other)) sum += cost.through
      for (const mine of own) if (isCrossing(board, edge, board.edges[mine])) sum += cost.crossing
      return
    }
    sum += Math.abs((board.row[a] ?? 0) - (board.row[b] ?? 0)) + ((board.column[b] ?? 0) < (board.column[a] ?? 0) ? cost.back : 0)
    for (let node = 0; node < board.row.length; node += 1) if (node !== a && node !== b && isThrough(board, a, b, node)) sum += cost.through
    for (const mine of own) if (mine < e && isCrossing(board, edge, board.edges[mine])) sum += cost.crossing
  })
  return sum
}

/** Does the straight line from a to b run over the box of a node in between? A box is about two thirds of a row high and of a column wide. */
function isThrough({ column, row }: Board, a: number, b: number, node: number): boolean {
  if (node === a || node === b) return false
  const [ax, bx, x] = [column[a] ?? 0, column[b] ?? 0, column[node] ?? 0]
  const [ay, by, y] = [row[a] ?? 0, row[b] ?? 0, row[node] ?? 0]
  if (ax === bx) return x === ax && y > Math.min(ay, by) && y < Math.max(ay, by)
  if (x <= Math.min(ax, bx) || x >= Math.max(ax, bx)) return false
  const slope = (by - ay) / (bx - ax)
  return Math.abs(ay + slope * (x - ax) - y) < 0.42 + Math.abs(slope) * 0.38
}

/** Two lines that share no end and cut each other. */
function isCrossing(board: Board, [a, b]: readonly [number, number], two: readonly [number, number] | undefined): boolean {
  if (!two) return false
  const [c, d] = two
  if (a === c || a === d || b === c || b === d) return false
  return side(board, a, b, c) * side(board, a, b, d) < 0 && side(board, c, d, a) * side(board, c, d, b) < 0
}

/** On which side of the line from a to b does c lie; 0 on it. */
function side({ column, row }: Board, a: number, b: number, c: number): number {
  const [ax, ay] = [column[a] ?? 0, row[a] ?? 0]
  return ((column[b] ?? 0) - ax) * ((row[c] ?? 0) - ay) - ((row[b] ?? 0) - ay) * ((column[c] ?? 0) - ax)
}
