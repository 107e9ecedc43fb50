import './consensus.css'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { api } from '#src/contract/api.ts'
import type { CaseView } from '#src/contract/views/case-view.ts'
import type { ComparisonView } from '#src/contract/views/review-view.ts'
import { useAct } from '#src/lib/use-act.ts'
import { useInstant } from '#src/lib/use-instant.ts'
import { useSettled } from '#src/lib/use-settled.ts'
import { FootBar } from '#src/ui/frame/toolbar.tsx'
import { Chip } from '#src/ui/parts/chip.tsx'
import { Dialog } from '#src/ui/parts/dialog.tsx'
import { RefusalLine } from '#src/ui/parts/refusal-line.tsx'
import { showToast } from '#src/ui/parts/toast.tsx'
import { agreeText } from './refusal-texts.ts'

function Side({ name, has }: { name: string; has: boolean }) {
  return <span className="row tight"><Chip icon={has ? 'check' : 'clock'}>{has ? 'agreed' : 'not yet'}</Chip>{name}</span>
}

/** The plan stands when both have agreed to it; a new decision on any row takes both agreements back. */
export function AgreeBar({ caseView, view, onReport }: { caseView: CaseView; view: ComparisonView; onReport: () => void }) {
  const [isAsking, setIsAsking] = useState(false)
  const agree = useAct(api.agreeConsensus, caseView.id)
  const { full } = useInstant()
  const isSettled = useSettled(view.rows.map((row) => row.version).join())
  const mine = view.mySlot ? view.agreed[view.mySlot] : true
  const isLast = view.mySlot !== null && view.agreed[view.mySlot === 'oncologist' ? 'genomic_expert' : 'oncologist']
  const confirm = () => agree.mutate({ body: {} }, { onSuccess: () => { setIsAsking(false); showToast(isLast ? 'Consensus is reached. The report is drafted.' : 'You agreed to the plan.') } })
  if (view.consensusReachedAt) return <FootBar size="act"><Chip icon="check">consensus reached</Chip><span className="q">{full(view.consensusReachedAt)}. The plan stands; the report is drafted from it.</span><Button onClick={onReport}>To the report</Button></FootBar>
  return (
    <FootBar size="act">
      <b className={view.open > 0 ? 'att' : undefined}>{view.open === 0 ? 'No open row' : `${view.open} open`}</b>
      <Side name={caseView.people.genomic_expert} has={view.agreed.genomic_expert} />
      <Side name={caseView.people.oncologist} has={view.agreed.oncologist} />
      {view.mySlot ? <span><Button disabled={view.open > 0 || mine || !isSettled} onClick={() => { agree.reset(); setIsAsking(true) }}>{mine ? 'You agreed' : isSettled ? 'Agree to the plan' : 'The rows just changed'}</Button></span> : null}
      <Dialog title="Agree to the plan?" isOpen={isAsking} onClose={() => setIsAsking(false)} stay="Not yet" answer={{ label: 'Agree', onChoose: confirm, isBusy: agree.isPending }}>
        <p>{isLast ? 'You are the second: with this the rows close, and the report is drafted from the decisions.' : 'The plan stands when the other expert agrees too. A new decision on any row takes your agreement back.'}</p>
        <RefusalLine text={agree.error ? agreeText[agree.error.code] : null} />
      </Dialog>
    </FootBar>
  )
}
