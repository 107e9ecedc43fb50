import './chart.css'

type RangeMarkProps = { value: number; low: number; high: number; domain: readonly [number, number] }

/** A point with its range on a scale shared by the whole list; the tick is zero. Overlapping ranges share a rank. */
export function RangeMark({ value, low, high, domain }: RangeMarkProps) {
  const span = Math.max(1, domain[1] - domain[0])
  const x = (points: number) => 2 + ((points - domain[0]) / span) * 80
  return (
    <svg className="range-mark" viewBox="0 0 84 12" role="img" aria-label={`${Math.round(value)}, range ${Math.round(low)} to ${Math.round(high)}`}>
      <path d="M0 6.5h84" stroke="var(--bar-track)" />
      {domain[0] <= 0 && domain[1] >= 0 ? <path d={`M${x(0)} 0v12`} stroke="var(--line-control)" /> : null}
      <path d={`M${x(low)} 6H${x(high)}`} stroke="var(--bar)" strokeWidth="2" />
      <path d={`M${x(value) - 2} 1h4v10h-4z`} fill="var(--ink)" />
    </svg>
  )
}
