import './consensus.css'
import type { ComparisonRowView } from '#src/contract/views/review-view.ts'
import type { Cell } from '#src/domain/comparison/row.ts'
import { useInstant } from '#src/lib/use-instant.ts'
import { roleWords } from '#src/lib/words/role-words.ts'
import { Chip } from '#src/ui/parts/chip.tsx'
import { cellLine, cellUnder, outcomeWords, stanceWords } from './comparison-words.ts'

/** An expert's words; what argues against stands on a line of its own. */
function Said({ text }: { text: string }) {
  const at = text.indexOf('Against: ')
  const [first, against] = at < 0 ? [text, ''] : [text.slice(0, at).trim(), text.slice(at + 'Against: '.length)]
  return <>{first ? <p className="cell-text">{first.replace(/^score -/, 'score −')}</p> : null}{against ? <p className="cell-text"><span className="qq">Against: </span>{against}</p> : null}</>
}

/** What one column says; silence is words. */
export function CellText({ cell, isQuote }: { cell: Cell | null; isQuote?: boolean }) {
  if (!cell) return <span className="qq">not mentioned</span>
  const under = cellUnder(cell)
  return (
    <>
      <p>{isQuote && cell.text ? `“${cell.text}”` : cellLine(cell)}</p>
      {isQuote ? <p className="cell-under">{[cellLine(cell), under].filter(Boolean).join(' · ')}</p> : <><Said text={cell.text} />{under ? <p className="cell-under">{under}</p> : null}</>}
    </>
  )
}

/** How a row stands: open, decided by whom and when, or nothing to decide. */
export function OutcomeText({ row }: { row: ComparisonRowView }) {
  const { day } = useInstant()
  const { decision } = row
  if (!decision) return row.needsDecision ? <Chip tone="attention">open</Chip> : <span className="qq">nothing to decide</span>
  return (
    <>
      <p className="med">{outcomeWords[decision.outcome]}</p>
      <p className="cell-under">{stanceWords(row.kind)[decision.stance]} · {decision.by in roleWords ? roleWords[decision.by as keyof typeof roleWords].toLowerCase() : decision.by}, <span className="unbroken">{day(decision.at)}</span></p>
      {decision.text ? <p className="cell-text">{decision.text}</p> : null}
      {decision.dissent ? <p className="cell-text"><span className="qq">Dissent: </span>{decision.dissent}</p> : null}
    </>
  )
}
