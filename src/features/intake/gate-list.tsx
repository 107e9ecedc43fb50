import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { GateView } from '#src/contract/views/intake-view.ts'
import type { GateName } from '#src/domain/gates.ts'
import type { IntakeForm } from '#src/domain/intake.ts'
import { Icon } from '#src/ui/parts/icon.tsx'
import { gateWords } from './intake-steps.ts'
import { awaitsFiles, hasNothingToCheck, type RecordsState } from './records/records-state.ts'

const stateWords: Record<GateView['state'], string> = { passed: 'passed', open: 'open', blocked: 'blocks', passed_with_gap: 'proceeds with gap' }
type GateListProps = { gates: readonly GateView[]; gaps: IntakeForm['gaps']; onGaps: (gaps: IntakeForm['gaps']) => void; onGo: (gate: string) => void; records: RecordsState }

/** What must hold before the case is ready, each with its reason; some may be passed with a gap that is printed. */
export function GateList({ gates, gaps, onGaps, onGo, records }: GateListProps) {
  return (
    <ul className="gates">
      {gates.map((one) => {
        const name = gateWords[one.gate as GateName] ?? one.gate // the server sends the gates of the domain
        if (awaitsFiles(one.gate, records)) return <li key={one.gate} data-state="waiting"><i className="ring" aria-hidden="true" /><div className="grow"><button type="button" onClick={() => onGo(one.gate)}><b className="med">{name}</b></button> <span className="qq small">waits for the files</span></div></li>
        if (one.state === 'passed' && hasNothingToCheck(one.gate, records)) return <li key={one.gate} data-state="nothing"><Icon name="minus" /><div className="grow"><button type="button" onClick={() => onGo(one.gate)}><b className="med">{name}</b></button> <span className="qq small">no file to check</span></div></li>
        return (
          <li key={one.gate} data-state={one.state}>
            <Icon name={one.state === 'passed' ? 'check' : one.state === 'blocked' ? 'late' : one.state === 'passed_with_gap' ? 'minus' : 'warn'} />
            <div className="grow">
              <button type="button" onClick={() => onGo(one.gate)}><b className="med">{name}</b></button> <span className="qq small">{stateWords[one.state]}</span>
              {one.why ? <p className="small q">{one.state === 'passed_with_gap' ? `Printed in the report: ${one.why}` : one.why}</p> : null}
              {one.state === 'open' && one.gapAllowed ? <GapForm onGap={(reason) => onGaps([...gaps.filter((gap) => gap.gate !== one.gate), { gate: one.gate, reason }])} /> : null}
              {one.state === 'passed_with_gap' ? <button type="button" className="gate-undo small" onClick={() => onGaps(gaps.filter((gap) => gap.gate !== one.gate))}>Do not proceed with this gap</button> : null}
            </div>
          </li>
        )
      })}
    </ul>
  )
}

function GapForm({ onGap }: { onGap: (reason: string) => void }) {
  const [isOpen, setIsOpen] = useState(false)
  const [reason, setReason] = useState('')
  if (!isOpen) return <button type="button" className="gate-undo small" onClick={() => setIsOpen(true)}>Proceed with gap</button>
  return (
    <form className="stack" onSubmit={(event) => { event.preventDefault(); onGap(reason.trim()) }}>
      <TextInput label="Why it proceeds without" description="Printed in the report under limits" required minLength={3} maxLength={300} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      <span className="row"><Button type="submit" disabled={reason.trim().length < 3}>Proceed with gap</Button><Button onClick={() => setIsOpen(false)}>Leave open</Button></span>
    </form>
  )
}
