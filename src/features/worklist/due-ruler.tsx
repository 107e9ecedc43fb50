import { useElementSize } from '@mantine/hooks'
import type { WorklistRow } from '#src/contract/views/worklist-view.ts'
import { isMineToDo } from '#src/lib/words/task-words.ts'
import { endOfDay, timeIn } from '#src/lib/zone-time.ts'

const day = 86_400_000
const before = 3
const after = 9
const usual = 960
const least = 4

/** Due dates of my cases on ten days or so; filled: waits for me, outline: waits for others. Late ones beyond the left end stand at it. */
export function DueRuler({ rows, now, zone }: { rows: readonly WorklistRow[]; now: number; zone: string }) {
  // Drawn at its own width: a picture that is scaled would scale its words too.
  const { ref, width: measured } = useElementSize()
  const width = Math.round(measured) || usual
  const perDay = width / (before + after)
  const xOf = (at: number, from: number) => Math.min(width - least, Math.max(least, ((at - from) / day) * perDay))
  const dated = rows.flatMap((row) => (row.due === null ? [] : [{ row, at: endOfDay(row.due, zone) }])).filter(({ at }) => at < now + after * day)
  const start = now - before * day
  const firstMidnight = endOfDay(new Date(start).toISOString().slice(0, 10), zone) + 1000
  const midnights = Array.from({ length: before + after }, (_, index) => firstMidnight + index * day)
  const name = (at: number) => new Intl.DateTimeFormat('en-GB', { timeZone: zone, weekday: 'short', day: 'numeric' }).format(at + 1000)
  const nowX = xOf(now, start)
  const labels = spread(dated.map(({ row, at }) => ({ row, at, x: xOf(at, start) })))
  return (
    <div ref={ref} className="due-ruler"><svg viewBox={`0 0 ${width} 60`} role="img" aria-label={`Due dates of your cases: ${dated.map(({ row }) => `${row.code} ${row.due}`).join(', ') || 'none in the next days'}`}>
      {midnights.map((at) => (
        <g key={at}>
          {isWeekend(at, zone) ? <rect x={xOf(at, start)} y="38" width={Math.max(0, Math.min(perDay, width - xOf(at, start)))} height="3" fill="var(--hatch)" /> : null}
          <path d={`M${xOf(at, start)} 40v8`} stroke="var(--line-control)" />
          {xOf(at, start) < width - 40 ? <text x={xOf(at, start) + 4} y="56" fill="var(--ink-3)">{name(at)}</text> : null}
        </g>
      ))}
      <path d={`M0 40.5h${width}`} stroke="var(--line-control)" />
      <path d={`M${nowX} 4v44`} stroke="var(--ink)" strokeWidth="2" /><text x={nowX + 6} y="13" fill="var(--ink)" fontWeight="500">{`now, ${timeIn(new Date(now).toISOString(), zone)}`}</text>
      {labels.map(({ row, at, x, isLabelled }) => {
        const tone = at < now ? 'var(--resistance)' : 'var(--ink)'
        return (
          <g key={row.id}>
            <title>{`${row.code}, due ${row.due}`}</title>
            <path d={`M${x - 5.5} 26h11l-5.5 12Z`} fill={isMineToDo(row.task) ? tone : 'var(--surface)'} stroke={tone} strokeWidth="1.25" />
            {isLabelled ? <text className="mono" x={x} y="22" textAnchor="middle" fill={tone}>{row.code.replace('C-', '')}</text> : null}
          </g>
        )
      })}
    </svg></div>
  )
}

const isWeekend = (at: number, zone: string) => ['Sat', 'Sun'].includes(new Intl.DateTimeFormat('en-GB', { timeZone: zone, weekday: 'short' }).format(at + 1000))

/** A label is written only where it has room: 34 units to the one before. */
function spread<One extends { x: number }>(marks: readonly One[]) {
  let last = -100
  return marks.toSorted((a, b) => a.x - b.x).map((mark) => {
    const isLabelled = mark.x - last > 34
    if (isLabelled) last = mark.x
    return { ...mark, isLabelled }
  })
}
