import './consensus.css'
import { Fragment, useState } from 'react'
import type { CaseView } from '#src/contract/views/case-view.ts'
import type { ComparisonRowView, ComparisonView as View } from '#src/contract/views/review-view.ts'
import type { Agreement } from '#src/domain/comparison/row.ts'
import { bindKeys } from '#src/lib/key-table.ts'
import { Pane } from '#src/ui/frame/pane.tsx'
import { FootBar, Toolbar } from '#src/ui/frame/toolbar.tsx'
import { useShortcuts } from '#src/ui/keys/shortcut.ts'
import { AgreementMark } from '#src/ui/parts/agreement-mark.tsx'
import { NoneFoundState } from '#src/ui/parts/four-states.tsx'
import { Icon } from '#src/ui/parts/icon.tsx'
import { KeyHint } from '#src/ui/parts/key-hint.tsx'
import { columns, groupWords, isOpenRow, kindWords, markOf, subjectText } from './comparison-words.ts'
import { DecisionEditor } from './decision-editor.tsx'
import { rowKeys } from './decision-keys.ts'
import { CellText, OutcomeText } from './row-cells.tsx'

type Selection = { selected: string | null; onSelect: (id: string | null) => void }
const groups: readonly Agreement[] = ['different', 'one_mentions', 'same']

function headNotes(caseView: CaseView, view: View): Record<string, string> {
  const confidence = (value: number | null) => (value === null ? 'confidence not given' : `confidence ${value}`)
  return {
    genomic_expert: `${caseView.people.genomic_expert}, blind, ${confidence(view.confidence.genomic_expert)}`, oncologist: `${caseView.people.oncologist}, blind, ${confidence(view.confidence.oncologist)}`,
    original: caseView.originalReport.date ? `${caseView.originalReport.laboratory || 'laboratory not stated'}, ${caseView.originalReport.date}` : 'date not stated',
    computed: `engine ${caseView.knowledge.engine}, knowledge ${caseView.knowledge.release}`,
  }
}

function Row({ row, isSelected, onSelect }: { row: ComparisonRowView; isSelected: boolean; onSelect: () => void }) {
  return (
    <tr data-selected={isSelected || undefined} onClick={onSelect} id={`row-${row.id}`}>
      <td><AgreementMark mark={markOf[row.agreement]} isBare /></td>
      <th scope="row"><button type="button" aria-expanded={isSelected} onClick={(event) => { event.stopPropagation(); onSelect() }}>{subjectText(row)}</button><p className="cell-under">{kindWords[row.kind]}</p></th>
      {columns.map(({ id, name }) => <td key={id} data-name={name} data-computed={id === 'computed' || undefined}><CellText cell={row[id]} isQuote={id === 'original'} /></td>)}
      <td data-name="Outcome"><OutcomeText row={row} /></td>
    </tr>
  )
}

type TableProps = { caseView: CaseView; view: View; selection: Selection; canDecide: boolean }

function Table({ caseView, view, selection, canDecide }: TableProps) {
  const [isSameShown, setIsSameShown] = useState(false)
  const notes = headNotes(caseView, view)
  const shown = view.rows.filter((row) => row.agreement !== 'same' || isSameShown)
  const step = (by: number) => {
    const next = shown[Math.min(shown.length - 1, Math.max(0, shown.findIndex((row) => row.id === selection.selected) + by))]
    if (!next) return
    selection.onSelect(next.id)
    requestAnimationFrame(() => document.querySelector('.comparison tr[data-selected]')?.scrollIntoView({ block: 'nearest' }))
  }
  useShortcuts(bindKeys(rowKeys, { j: () => step(1), k: () => step(-1) }))
  return (
    <div className="comparison-scroll">
      <table className="comparison">
        <caption className="heard">Both opinions, the original report and the computed result, row by row</caption>
        <colgroup><col className="col-mark" /><col className="col-subject" /><col /><col /><col /><col /><col className="col-outcome" /></colgroup>
        <thead>
          <tr><th scope="col"><span className="heard">Agreement</span></th><th scope="col">Decision point<span>{view.rows.length} rows, {view.open} open</span></th>{columns.map(({ id, name }) => <th key={id} scope="col" data-computed={id === 'computed' || undefined}>{name}<span>{notes[id]}</span></th>)}<th scope="col">Outcome</th></tr>
        </thead>
        {groups.map((group) => {
          const rows = view.rows.filter((row) => row.agreement === group)
          if (rows.length === 0) return null
          const isShown = group !== 'same' || isSameShown
          return (
            <tbody key={group}>
              <tr className="comparison-group">
                <th colSpan={7} scope="rowgroup">
                  {group === 'same'
                    ? <button type="button" aria-expanded={isSameShown} onClick={() => setIsSameShown(!isSameShown)}><Icon name={isSameShown ? 'down' : 'open'} isSmall />{groupWords[group]} <span className="qq plain">{rows.length}</span>{isSameShown ? null : <span className="qq plain small clip">{rows.map((row) => row.subject).join(' · ')}</span>}</button>
                    : <>{groupWords[group]} <span className="qq plain">{rows.length}</span></>}
                </th>
              </tr>
              {isShown ? rows.map((row) => (
                <Fragment key={row.id}>
                  <Row row={row} isSelected={row.id === selection.selected} onSelect={() => selection.onSelect(row.id === selection.selected ? null : row.id)} />
                  {row.id === selection.selected && canDecide && row.needsDecision ? <tr className="comparison-editor"><td colSpan={7}><DecisionEditor key={row.id} caseId={caseView.id} row={row} onRecorded={() => step(1)} /></td></tr> : null}
                </Fragment>
              )) : null}
            </tbody>
          )
        })}
      </table>
    </div>
  )
}

/** Both opinions, the original report and the computed result in rows of decision: disagreements first, agreements folded. */
export function ComparisonView({ caseView, view, selection }: { caseView: CaseView; view: View; selection: Selection }) {
  const count = (agreement: Agreement) => view.rows.filter((row) => row.agreement === agreement).length
  const canDecide = view.mySlot !== null && view.consensusReachedAt === null
  const firstOpen = view.rows.find(isOpenRow)
  return (
    <Pane label="Comparison" isFixedBody
      bars={<Toolbar title="Comparison" end={<span className="small q">{view.consensusReachedAt ? 'Consensus is reached: the rows are closed.' : firstOpen && canDecide ? <button type="button" className="text-button" onClick={() => selection.onSelect(firstOpen.id)}>Go to the first open row</button> : null}</span>}>
        <span className="marks small">{groups.map((group) => <AgreementMark key={group} mark={markOf[group]} count={count(group)} />)}</span>
      </Toolbar>}
      foot={<FootBar size="quiet"><span className="key-hints"><span><KeyHint keys="j k" /> row</span><span><KeyHint keys="[ ]" /> take left, right</span><span><KeyHint keys="w" /> write new</span><span><KeyHint keys="o" /> leave open</span></span><span className="right">Statistics use the blind answers. Both wordings are printed when a row stays open.</span></FootBar>}>
      {view.rows.length === 0
        ? <NoneFoundState searched="both opinions, original report and computed result" of="points to decide: nobody named a driver, a therapy or a test" />
        : <Table caseView={caseView} view={view} selection={selection} canDecide={canDecide} />}
    </Pane>
  )
}
