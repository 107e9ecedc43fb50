import type { GateView } from '#src/contract/views/intake-view.ts'
import { Icon } from '#src/ui/parts/icon.tsx'
import { intakeSteps, type IntakeStepId } from './intake-steps.ts'
import { awaitsFiles, type RecordsState } from './records/records-state.ts'

/** The steps, in any order; each says whether its gates hold. */
export function StepNav({ step, gates, records, onStep }: { step: IntakeStepId; gates: readonly GateView[]; records: RecordsState; onStep: (step: IntakeStepId) => void }) {
  return (
    <nav className="rail step-nav" aria-label="Steps of the intake">
      <ol className="step-list">
        {intakeSteps.map((one, index) => {
          const own = gates.filter((gate) => (one.gates as readonly string[]).includes(gate.gate))
          const isAwaited = own.some((gate) => awaitsFiles(gate.gate, records))
          const open = own.filter((gate) => gate.state === 'open' || gate.state === 'blocked').length
          return (
            <li key={one.id}>
              <button type="button" aria-current={one.id === step ? 'step' : undefined} onClick={() => onStep(one.id)}>
                <span>{index + 1} {one.name}</span>
                <span className="rail-end">{own.length === 0 ? null : isAwaited ? <><i className="ring" aria-hidden="true" /><span className="heard">waits for the files</span></> : open === 0 ? <><Icon name="check" isSmall /><span className="heard">complete</span></> : <span className="att small">{open}<span className="heard"> open</span></span>}</span>
              </button>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
