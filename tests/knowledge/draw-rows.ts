import { sha256 } from '#src/domain/sha256.ts'
import { loadKnowledge } from '#src/knowledge/load-knowledge.ts'

/**
 * Draws rows for reading against their sources: `node tests/knowledge/draw-rows.ts [COUNT] [SEED]`, 40 evidence and label rows by default. The draw hangs on
 * ids and seed alone, so that a row added elsewhere moves nothing but itself. One JSON row a line.
 */
const [count = '40', seed = 'forty-rows-1'] = process.argv.slice(2)
const { evidence, labels } = loadKnowledge()
const drawn = [...evidence, ...labels].map(({ row }) => ({ row, place: sha256(`${seed} ${row.id}`) })).sort((a, b) => (a.place < b.place ? -1 : 1)).slice(0, Number(count))
for (const { row } of drawn) process.stdout.write(`${JSON.stringify(row)}\n`)
