import { FailedState, LoadingState, NoneFoundState, NotTestedState } from '#src/ui/parts/four-states.tsx'
import { CellState } from '#src/ui/parts/cell-state.tsx'
import { LockedState } from '#src/ui/parts/locked-state.tsx'
import { Pane } from '#src/ui/frame/pane.tsx'
import { Toolbar } from '#src/ui/frame/toolbar.tsx'
import type { SourceState } from '#src/ui/parts/state-parts.tsx'

const answered = (name: string, note: string): SourceState => ({ id: name, name, at: 'answered', note })
const act = () => undefined

export function StatesView() {
  return (
    <div style={{ display: 'grid', gridTemplateColumns: 'repeat(5, minmax(0, 1fr))', gap: 'var(--space-4)', padding: 'var(--space-6)', height: '100vh', gridTemplateRows: '1fr auto' }}>
      <Pane label="Loading" bars={<Toolbar level={2} title="Evidence" count="MET amplification" />}><LoadingState what="evidence" sources={[answered('CIViC 2026-11', '4 items'), answered('Drug labels, US and EU', '2 items'), { id: 't', name: 'Trials register', at: 'loading', note: 'still loading' }]} onRetry={act} /></Pane>
      <Pane label="Failed" bars={<Toolbar level={2} title="Evidence" count="MET amplification" />}><FailedState what="trials register, 10:42:20" reason="The trials register did not answer in 15 s." effect="Trials for MET amplification are missing from the options. Evidence and labels are complete." reference="e-71c0" sources={[answered('CIViC 2026-11', '4 items'), { id: 't', name: 'Trials register', at: 'failed', note: 'failed' }]} onRetry={act} onContinue={act} /></Pane>
      <Pane label="Not tested" bars={<Toolbar level={2} title="Evidence" count="MET protein, IHC" />}><NotTestedState reason="The assay reads DNA. Protein was not stained." effect="Telisotuzumab vedotin is not assessable. It is never counted as negative." closesGap="MET immunohistochemistry on the liver core, 2026-10-21. About 3 working days." actions={[{ label: 'Propose this test', onAct: act }, { label: 'Enter a result', onAct: act }]} /></Pane>
      <Pane label="None found" bars={<Toolbar level={2} title="Evidence" count="SETD2 c.4715+1G>A" />}><NoneFoundState searched="5 of 5 sources answered" of="items for this alteration in lung adenocarcinoma" sources={[answered('CIViC 2026-11', '0 items'), answered('Prior cases', '0 items')]} nearest="3 items for SETD2 loss in kidney cancer, level D" actions={[{ label: 'Show the 3 nearest', onAct: act }]} prints="Prints: searched, none found, 2026-11-23." /></Pane>
      <Pane label="Locked" bars={<Toolbar level={2} title="Therapies" />}><LockedState title="Opens after you commit">Neither the options nor how many there are have been sent to this device.</LockedState></Pane>
      <div className="row" style={{ gridColumn: '1 / -1', background: 'var(--surface)', padding: 'var(--space-2) var(--space-4)', gap: 'var(--space-8)' }}><CellState state="loading" of="3 of 5 sources" /><CellState state="failed" of="trials register" /><CellState state="not-tested" of="MET protein" /><CellState state="none" of="5 sources" /></div>
    </div>
  )
}
