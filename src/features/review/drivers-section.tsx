import { Button, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { VariantRow } from '#src/contract/views/facts-view.ts'
import type { DriverCall } from '#src/domain/opinion.ts'
import { EffectGlyph } from '#src/ui/parts/effect-glyph.tsx'
import { Segments } from '#src/ui/parts/segments.tsx'
import type { SectionProps } from './section-parts.tsx'

type Call = DriverCall['call']
type Tier = NonNullable<DriverCall['tier']>
export const callWords: Record<Call, string> = { driver: 'driver', passenger: 'passenger', uncertain: 'uncertain', cannot_assess: 'cannot assess' }
const calls = Object.entries(callWords).map(([value, label]) => ({ value: value as Call, label })) // keys of a Record over Call
const tiers: readonly Tier[] = ['I', 'II', 'III', 'IV']
const effects: { value: NonNullable<DriverCall['effect']>; label: string }[] = [
  { value: 'gain', label: 'gain of function' }, { value: 'loss', label: 'loss of function' }, { value: 'switch', label: 'switch of function' }, { value: 'neutral', label: 'neutral' }, { value: 'unknown', label: 'effect unclear' },
]
const glyphOf = (effect: string) => (effect === 'gain' || effect === 'loss' || effect === 'neutral' ? effect : 'unknown')

function facts(row: VariantRow): string {
  const { vaf, altReads, depth, copyNumber } = row.alteration
  const reads = altReads !== null && depth !== null ? `, ${altReads}/${depth} reads` : ''
  return [vaf === null ? null : `VAF ${vaf.toFixed(2)}${reads}`, copyNumber === null ? null : `${copyNumber} copies`, row.originalReport?.tier ? `first report: ${row.originalReport.tier}` : null].filter(Boolean).join(' · ')
}

function CallLine({ row, call, onCall, onClear }: { row: VariantRow; call: DriverCall | null; onCall: (call: DriverCall) => void; onClear: (() => void) | null }) {
  const { label, gene, effect } = row.classification
  const now: DriverCall = call ?? { alterationId: row.alteration.id, gene, call: 'uncertain', effect: null, tier: null, note: '' }
  return (
    <li className="call-line">
      <div className="call-what"><b>{label}</b><EffectGlyph effect={glyphOf(effect)} word={effect === 'switch' ? 'switch' : undefined} /><span className="small qq">{facts(row)}</span></div>
      <div className="call-how">
        <Segments<Call> label={`Call of ${label}`} value={call?.call ?? null} onChange={(value) => onCall({ ...now, call: value })} options={calls} />
        <Segments<Tier> label={`AMP/ASCO/CAP tier of ${label}`} value={call?.tier ?? null} onChange={(tier) => onCall({ ...now, call: call?.call ?? 'driver', tier: call?.tier === tier ? null : tier })} options={tiers.map((tier) => ({ value: tier, label: tier }))} />
        {call ? (
          <>
            <Select size="xs" className="call-effect" aria-label={`Effect of ${label}`} placeholder="effect" clearable data={effects} value={call?.effect ?? null} onChange={(value) => onCall({ ...now, effect: value })} />
            <TextInput size="xs" className="grow" aria-label={`Note on ${label}`} placeholder="note" maxLength={600} value={call?.note ?? ''} onChange={(event) => onCall({ ...now, note: event.currentTarget.value })} />
            {onClear ? <Button size="xs" onClick={onClear}>Clear</Button> : null}
          </>
        ) : null}
      </div>
    </li>
  )
}

/** Driver or not, effect and tier, for each alteration that is asked and any other the expert adds. */
export function DriversSection({ opinion, change, rows, asked }: SectionProps & { rows: readonly VariantRow[]; asked: readonly string[] }) {
  const [added, setAdded] = useState<readonly string[]>([])
  const ids = [...new Set([...asked, ...opinion.drivers.map((one) => one.alterationId), ...added])]
  const listed = ids.flatMap((id) => rows.find((row) => row.alteration.id === id) ?? [])
  const others = rows.filter((row) => !ids.includes(row.alteration.id))
  const put = (call: DriverCall) => change({ drivers: [...opinion.drivers.filter((one) => one.alterationId !== call.alterationId), call] })
  return (
    <>
      <ul>
        {listed.map((row) => {
          const call = opinion.drivers.find((one) => one.alterationId === row.alteration.id) ?? null
          return <CallLine key={row.alteration.id} row={row} call={call} onCall={put} onClear={call ? () => change({ drivers: opinion.drivers.filter((one) => one !== call) }) : null} />
        })}
      </ul>
      {listed.length === 0 ? <p className="q">No alteration of this case was called a driver by the criteria: none is asked of you.</p> : null}
      {others.length === 0 ? null : <Select size="xs" className="add-select" searchable aria-label="Call another alteration" placeholder={`Call another alteration, ${others.length} more`} value={null} limit={60}
        data={others.map((row) => ({ value: row.alteration.id, label: row.classification.label }))} onChange={(id) => { if (id) setAdded([...added, id]) }} nothingFoundMessage="none of that name" />}
    </>
  )
}
