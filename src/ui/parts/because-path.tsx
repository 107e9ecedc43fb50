import './chart.css'
import type { EffectName } from './effect-glyph.tsx'

/** `isByEvidence`: the drug does not act on this road itself; a label or a trial names the alteration. Drawn dashed and without the tee. */
export type BecauseLane = { id: string; alteration: string; effect: EffectName; consequence: string; target: string; isByEvidence?: boolean }
export type BecauseLimit = { label: string; effect?: EffectName; note?: string }

const laneStep = 44
const top = 20
const cut = (text: string, letters: number) => (text.length > letters ? `${text.slice(0, letters - 1)}…` : text)

function Glyph({ effect, x, y }: { effect: EffectName; x: number; y: number }) {
  const at = `translate(${x} ${y}) scale(0.75)`
  if (effect === 'gain') return <path transform={at} d="M8 2.5 14.5 13.5H1.5Z" fill="var(--gain)" />
  if (effect === 'loss') return <path transform={at} d="M8 13.5 14.5 2.5H1.5Z" fill="var(--loss)" />
  if (effect === 'fusion') return <path transform={at} d="M4 2h3v12H4zM9 2h3v12H9z" fill="var(--ink)" />
  if (effect === 'neutral') return <path transform={at} d="M2 8h12" stroke="var(--unknown)" strokeWidth="2" />
  return <g transform={at}><rect x="1.25" y="1.25" width="13.5" height="13.5" fill="none" stroke="var(--unknown)" strokeWidth="1.5" /><text x="8" y="13" textAnchor="middle" style={{ fill: 'var(--unknown-text)' }}>?</text></g>
}

function Step({ x, y, wide, text, effect, isDashed }: { x: number; y: number; wide: number; text: string; effect?: EffectName; isDashed?: boolean | undefined }) {
  return (
    <g>
      <title>{text}</title>
      <rect x={x + 0.5} y={y + 0.5} width={wide} height="31" rx="4" fill="var(--surface)" stroke={isDashed ? 'var(--ink-3)' : 'var(--ink)'} strokeDasharray={isDashed ? '4 3' : undefined} />
      {effect ? <Glyph effect={effect} x={x + 10} y={y + 10} /> : null}
      <text x={x + (effect ? 28 : 10)} y={y + 20}>{cut(text, Math.floor((wide - (effect ? 34 : 16)) / (effect ? 7.3 : 6.7)))}</text>
    </g>
  )
}

const arrow = (from: number, to: number, y: number) => (
  <g><path d={`M${from} ${y}H${to - 8}`} stroke="var(--ink)" strokeWidth="2.5" /><path d={`M${to - 9} ${y - 4}L${to} ${y}L${to - 9} ${y + 4}Z`} fill="var(--ink)" /></g>
)

function Limit({ limit, middle }: { limit: BecauseLimit; middle: number }) {
  return (
    <g>
      <title>{limit.label}</title>
      <path d={`M680 ${middle}H722`} stroke="var(--resistance)" strokeWidth="1.75" strokeDasharray="6 4" />
      <path d={`M694 ${middle - 7}l10 14M704 ${middle - 7}l-10 14M722 ${middle - 10}v20`} stroke="var(--resistance)" strokeWidth="1.75" />
      <rect x="728.5" y={middle - 15.5} width="171" height="32" rx="4" fill="var(--surface)" stroke="var(--resistance)" strokeDasharray="4 3" />
      {limit.effect ? <Glyph effect={limit.effect} x={738} y={middle - 6} /> : null}
      <text x={limit.effect ? 756 : 738} y={middle + 5}>{cut(limit.label, limit.effect ? 20 : 22)}</text>
      {limit.note ? <text className="because-head" x="728" y={middle + 34}>{limit.note}</text> : null}
    </g>
  )
}

/** Why, left to right: alteration, effect, target, what is given, expected limit. One lane for each road; up to four are drawn, the rest are counted in words. */
export function BecausePath({ lanes, drug, limit }: { lanes: readonly BecauseLane[]; drug: readonly string[]; limit: BecauseLimit | null }) {
  const shown = lanes.slice(0, 4)
  const height = top + Math.max(2, shown.length) * laneStep
  // A regimen stands line by line; its box must stay below the heads.
  const named = drug.length > 3 ? [drug[0] ?? '', drug[1] ?? '', `${drug.length - 2} more`] : drug
  const half = 12 + named.length * 6
  const middle = Math.max(top + half - 2, top + (Math.max(shown.length, 1) * laneStep - 12) / 2)
  const said = `${lanes.map(lane => `${lane.alteration}: ${lane.consequence}, ${lane.target}${lane.isByEvidence ? '' : ' blocked'}`).join('; ')}; ${drug.join(' + ')}; ${limit ? `expected limit ${limit.label}` : 'no expected limit known'}`
  return (
    <div className="because-strip">
    <svg className="because" viewBox={`0 0 900 ${height}`} role="img" aria-label={`Because: ${said}`}>
      {[['Alteration', 0], ['Effect', 208], ['Target', 360], ['Drug', 524], ['Expected limit', 728]].map(([head, x]) => <text key={head} className="because-head" x={x} y="12">{head}</text>)}
      {shown.map((lane, index) => {
        const y = top + index * laneStep
        const centre = y + 16
        return (
          <g key={lane.id}>
            <Step x={0} y={y} wide={156} text={lane.alteration} effect={lane.effect} />
            {arrow(158, 206, centre)}
            <Step x={208} y={y} wide={104} text={lane.consequence} />
            {arrow(314, 358, centre)}
            <Step x={360} y={y} wide={96} text={lane.target} isDashed={lane.isByEvidence} />
            <path d={`M520 ${middle}C494 ${middle} 494 ${centre} ${lane.isByEvidence ? 458 : 464} ${centre}`} fill="none" stroke={lane.isByEvidence ? 'var(--ink-3)' : 'var(--sensitivity)'} strokeWidth={lane.isByEvidence ? 1.75 : 2.5} strokeDasharray={lane.isByEvidence ? '5 4' : undefined} />
            {lane.isByEvidence ? null : <path d={`M464 ${centre - 9}v18`} stroke="var(--sensitivity)" strokeWidth="3.5" />}
          </g>
        )
      })}
      <g>
        <title>{drug.join(' + ')}</title>
        <path d={`M534 ${middle - half}H666L678 ${middle}L666 ${middle + half}H534L522 ${middle}Z`} fill="var(--surface)" stroke="var(--ink)" strokeWidth="1.5" />
        {named.map((name, index) => <text key={name} className="because-drug" x="600" y={middle + 5 + (index - (named.length - 1) / 2) * 15}>{cut(index === 0 ? name : `+ ${name}`, 18)}</text>)}
      </g>
      {limit ? <Limit limit={limit} middle={middle} /> : <text className="because-head" x="728" y={middle + 4}>none known</text>}
      {lanes.length > shown.length ? <text className="because-head" x="0" y={height - 2}>{`and ${lanes.length - shown.length} more`}</text> : null}
    </svg>
    </div>
  )
}
