import './consensus.css'
import type { CaseView } from '#src/contract/views/case-view.ts'
import type { ComparisonRowView, ComparisonView } from '#src/contract/views/review-view.ts'
import { bindKeys } from '#src/lib/key-table.ts'
import { Pane } from '#src/ui/frame/pane.tsx'
import { Toolbar } from '#src/ui/frame/toolbar.tsx'
import { useShortcuts } from '#src/ui/keys/shortcut.ts'
import { AgreementMark } from '#src/ui/parts/agreement-mark.tsx'
import { NoneFoundState } from '#src/ui/parts/four-states.tsx'
import { Icon } from '#src/ui/parts/icon.tsx'
import { AgreeBar } from './agree-bar.tsx'
import { columns, isOpenRow, kindWords, markOf, subjectText } from './comparison-words.ts'
import { DecisionEditor } from './decision-editor.tsx'
import { rowKeys } from './decision-keys.ts'
import { DecisionsSoFar } from './decisions-so-far.tsx'
import { CellText, OutcomeText } from './row-cells.tsx'

type Selection = { selected: string | null; onSelect: (id: string | null) => void }

function Steps({ rows, current, onSelect }: { rows: readonly ComparisonRowView[]; current: string | null; onSelect: (id: string) => void }) {
  return (
    <ol className="steps">
      {rows.map((row, index) => (
        <li key={row.id}>
          <button type="button" aria-current={row.id === current ? 'step' : undefined} onClick={() => onSelect(row.id)}>
            <span className="qq">{index + 1}</span><span><b>{subjectText(row)}</b><span className="cell-under">{kindWords[row.kind]}</span></span>
            {isOpenRow(row) ? <span className="att small med">open</span> : <Icon name="check" isSmall />}
          </button>
        </li>
      ))}
    </ol>
  )
}

function Sides({ caseView, row }: { caseView: CaseView; row: ComparisonRowView }) {
  return (
    <div className="sides">
      {columns.map(({ id, name }) => (
        <section key={id} aria-label={name} data-computed={id === 'computed' || undefined}>
          <h3>{name}</h3><p className="cell-under">{id === 'genomic_expert' ? `${caseView.people.genomic_expert}, blind` : id === 'oncologist' ? `${caseView.people.oncologist}, blind` : id === 'original' ? (caseView.originalReport.date ?? 'date not stated') : `knowledge ${caseView.knowledge.release}`}</p>
          <CellText cell={row[id]} isQuote={id === 'original'} />
        </section>
      ))}
    </div>
  )
}

/** Row by row to an agreed plan: what is still open at the left, the row under decision, and the plan as it grows. */
export function ConsensusView({ caseView, view, selection, onReport }: { caseView: CaseView; view: ComparisonView; selection: Selection; onReport: () => void }) {
  const rows = view.rows.filter((row) => row.needsDecision || row.decision !== null)
  const current = rows.find((row) => row.id === selection.selected) ?? rows.find(isOpenRow) ?? rows[0] ?? null
  const canDecide = view.mySlot !== null && view.consensusReachedAt === null
  const step = (by: number) => {
    const next = rows[Math.min(rows.length - 1, Math.max(0, rows.findIndex((row) => row.id === current?.id) + by))]
    if (next) selection.onSelect(next.id)
  }
  useShortcuts(bindKeys(rowKeys, { j: () => step(1), k: () => step(-1) }))
  const decided = rows.filter((row) => row.decision !== null).length
  return (
    <div className="consensus">
      <Pane label="Rows to decide" bars={<Toolbar title="Consensus" count={`${decided} of ${rows.length} decided`} />}>
        <Steps rows={rows} current={current?.id ?? null} onSelect={selection.onSelect} />
      </Pane>
      <Pane label="Row under decision" foot={<AgreeBar caseView={caseView} view={view} onReport={onReport} />}
        bars={<Toolbar level={2} title={current ? subjectText(current) : 'Nothing to decide'}>{current ? <AgreementMark mark={markOf[current.agreement]} /> : null}</Toolbar>}>
        {current ? (
          <>
            <Sides caseView={caseView} row={current} />
            {current.decision || !canDecide ? <div className="standing"><h3>Decision as it stands</h3><OutcomeText row={current} /></div> : null}
            {canDecide ? <DecisionEditor key={current.id} caseId={caseView.id} row={current} onRecorded={() => selection.onSelect(null)} /> : null}
          </>
        ) : <NoneFoundState searched={`${view.rows.length} rows of the comparison`} of="rows need a decision" />}
      </Pane>
      <Pane label="Decisions so far" bars={<Toolbar level={2} title="Decisions so far" />}><DecisionsSoFar rows={rows} /></Pane>
    </div>
  )
}
