import './chart.css'

export type Contribution = { id: string; label: string; points: number; isSelected?: boolean }

const width = 446
const zeroLine = 208
const step = 26
const top = 10

const signed = (points: number) => `${points > 0 ? '+' : points < 0 ? '−' : ''}${Math.abs(points).toLocaleString('en-GB', { maximumFractionDigits: 1 })}`
const clipped = (label: string) => (label.length > 31 ? `${label.slice(0, 30)}…` : label)

/** A round step that gives about four ticks. */
function tickStep(span: number) {
  const magnitude = 10 ** Math.floor(Math.log10(Math.max(span, 1) / 3))
  return [1, 2, 5, 10].map(factor => factor * magnitude).find(size => span / size <= 4) ?? 10 * magnitude
}

type Stair = Contribution & { from: number; to: number; y: number }

function stairsOf(parts: readonly Contribution[]): Stair[] {
  let run = 0
  return parts.map((part, index) => {
    const from = run
    run += part.points
    return { ...part, from, to: run, y: top + index * step }
  })
}

function Bar({ stair, x, isLast }: { stair: Stair; x: (points: number) => number; isLast: boolean }) {
  const left = Math.min(x(stair.from), x(stair.to))
  const wide = Math.max(1, Math.abs(x(stair.to) - x(stair.from)))
  const isDebit = stair.points < 0
  return (
    <g>
      <text x="0" y={stair.y + 10}><title>{stair.label}</title>{clipped(stair.label)}</text>
      {isDebit
        ? <rect x={left} y={stair.y} width={wide} height="12" fill="var(--surface)" stroke="var(--resistance)" strokeWidth="1.5" />
        : <rect x={left} y={stair.y} width={wide} height="12" fill="var(--bar)" />}
      <path d={`M${x(stair.to)} ${stair.y + 12}v${isLast ? step - 5 : step - 12}`} stroke="var(--ink-3)" strokeDasharray="2 2" />
      <text x={width} y={stair.y + 10} textAnchor="end" className={isDebit ? 'debit' : undefined}>{signed(stair.points)}</text>
    </g>
  )
}

/** Parts of a sum as stairs from one shared zero; debits are hollow; the sum is a full ink bar. `total` must equal the sum of the parts: if not, it says so. */
export function ContributionBars({ parts, total, totalLabel }: { parts: readonly Contribution[]; total: number; totalLabel: string }) {
  const stairs = stairsOf(parts)
  const ends = [0, total, ...stairs.map(stair => stair.to)]
  const low = Math.min(...ends)
  const high = Math.max(...ends)
  const room = width - zeroLine - 76
  const scale = room / Math.max(1, high - low)
  const x = (points: number) => zeroLine + (points - low) * scale
  const size = tickStep(high - low)
  const ticks = Array.from({ length: Math.floor(high / size) - Math.ceil(low / size) + 1 }, (_, index) => (Math.ceil(low / size) + index) * size)
  const foot = top + stairs.length * step
  const sum = stairs.at(-1)?.to ?? 0
  const isOff = Math.abs(sum - total) > 0.5
  return (
    <svg className="contributions" viewBox={`0 0 ${width} ${foot + 56}`} role="img"
      aria-label={`${parts.length} contributions sum to ${sum.toLocaleString('en-GB')}: ${parts.map(part => `${part.label} ${signed(part.points)}`).join('; ')}`}>
      {ticks.map(tick => (
        <g key={tick}>
          <path d={`M${x(tick)} 0V${foot + 34}`} stroke={tick === 0 ? 'var(--line-control)' : 'var(--line)'} />
          <text className="axis" x={x(tick)} y={foot + 48} textAnchor="middle">{tick.toLocaleString('en-GB').replace('-', '−')}</text>
        </g>
      ))}
      {stairs.map((stair, index) => <Bar key={stair.id} stair={stair} x={x} isLast={index === stairs.length - 1} />)}
      <path d={`M0 ${foot + 1.5}H${width}`} stroke="var(--line-firm)" />
      <text className="total" x="0" y={foot + 20}>{totalLabel}</text>
      <rect x={Math.min(x(0), x(total))} y={foot + 9} width={Math.max(1, Math.abs(x(total) - x(0)))} height="14" fill="var(--ink)" />
      <text className="total" x={width} y={foot + 21} textAnchor="end">{total.toLocaleString('en-GB').replace('-', '−')}</text>
      {isOff ? <text className="debit" x="0" y={foot + 50}>{`Parts add up to ${sum.toLocaleString('en-GB')}`}</text> : null}
    </svg>
  )
}
