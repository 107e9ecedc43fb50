import { Button } from '@mantine/core'
import { useState } from 'react'
import type { VariantsView } from '#src/contract/views/facts-view.ts'
import { listedWords } from '#src/lib/words/listed-words.ts'
import { Dialog } from '#src/ui/parts/dialog.tsx'

/** What is not in the table and why: records that carry no alteration of a gene, and genes that were never tested. Nothing is dropped silently. */
export function HiddenFoot({ view }: { view: VariantsView }) {
  const [isOpen, setIsOpen] = useState(false)
  const reasons = Object.entries(view.listed).map(([reason, count]) => [listedWords(reason), count] as const).toSorted(([, a], [, b]) => b - a)
  const hidden = reasons.reduce((sum, [, count]) => sum + count, 0)
  return (
    <div className="foot-bar hatched" data-size="plain">
      <div className="why-hidden small">
        <b>{hidden === 0 ? 'No record is left out' : `Not in the table: ${hidden}`}</b>
        {reasons.slice(0, 4).map(([reason, count]) => <span key={reason}>{reason}: <b>{count}</b></span>)}
        {reasons.length > 4 ? <span>and {reasons.length - 4} more reasons</span> : null}
        <span>{view.notTestedTotal === 0 ? 'genes not tested: not known or none' : <>genes not tested: <b>{view.notTestedTotal}</b></>}</span>
      </div>
      <Button onClick={() => setIsOpen(true)}>Show</Button>
      <Dialog title="Not in the table" isOpen={isOpen} onClose={() => setIsOpen(false)} stay="Close">
        <p>{view.records} records were read. Each is an alteration in the table or is counted here with its reason.</p>
        <ul className="dialog-points">{reasons.length === 0 ? <li>Every record is in the table.</li> : reasons.map(([reason, count]) => <li key={reason}><b className="num">{count}</b>{reason}</li>)}</ul>
        <h3>Not tested {view.notTestedTotal}</h3>
        <p>{view.notTestedTotal === 0 ? 'The records do not name genes that were left out. What is not listed is not therefore negative.' : 'The assay does not cover these genes of the knowledge release. They are never counted as negative.'}</p>
        <ul className="not-tested-list">{view.notTested.map((gene) => <li key={gene}>{gene}</li>)}</ul>
        {view.notTestedTotal > view.notTested.length ? <p>and {view.notTestedTotal - view.notTested.length} more</p> : null}
      </Dialog>
    </div>
  )
}
