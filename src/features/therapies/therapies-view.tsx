import './therapies.css'
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CaseView } from '#src/contract/views/case-view.ts'
import type { TherapiesView as View } from '#src/contract/views/therapies-view.ts'
import { bindKeys } from '#src/lib/key-table.ts'
import { Pane } from '#src/ui/frame/pane.tsx'
import { Toolbar } from '#src/ui/frame/toolbar.tsx'
import { useShortcuts } from '#src/ui/keys/shortcut.ts'
import { FailedState, LoadingState, NoneFoundState } from '#src/ui/parts/four-states.tsx'
import { CompareOptions } from './compare-options.tsx'
import { DecisionBar } from './decision-bar.tsx'
import { OptionDetail } from './option-detail.tsx'
import { OptionList } from './option-list.tsx'
import { therapiesText } from './refusal-texts.ts'
import { RunDifferences } from './run-differences.tsx'
import { therapiesQuery } from './therapies-query.ts'
import { therapyKeys } from './therapy-keys.ts'

const cardsOf = (view: View) => [...view.ranked, ...view.combinations, ...view.against, ...view.withdrawn]

type Selection = { selected: string | null; onSelect: (therapy: string | null) => void }

function Ranking({ caseView, view, selection }: { caseView: CaseView; view: View; selection: Selection }) {
  const [compared, setCompared] = useState<readonly string[]>([])
  const [shown, setShown] = useState<'option' | 'compare' | 'difference'>('option')
  const cards = cardsOf(view)
  const card = cards.find((one) => one.therapy === selection.selected) ?? null
  const current = card ?? cards[0] ?? null
  const select = (therapy: string | null) => { setShown('option'); selection.onSelect(therapy) }
  const toggle = (therapy: string) => setCompared((before) => (before.includes(therapy) ? before.filter((one) => one !== therapy) : before.length < 4 ? [...before, therapy] : before))
  const step = (by: number) => {
    const next = cards[Math.min(cards.length - 1, Math.max(0, cards.findIndex((one) => one.therapy === current?.therapy) + by))]
    if (next) select(next.therapy)
  }
  useShortcuts(bindKeys(therapyKeys, { j: () => step(1), k: () => step(-1), x: () => { if (current) toggle(current.therapy) } }))
  const chosen = compared.flatMap((therapy) => cards.find((one) => one.therapy === therapy) ?? [])
  const canJudge = caseView.mine.slot !== null && caseView.stage !== 'released'
  const isOpen = card !== null || shown !== 'option'
  return (
    <div className="therapies" data-open={isOpen || undefined}>
      <Pane label="Options"
        bars={<><Toolbar title="Therapies" count={cards.length} />{cards.length === 0 ? null : <Toolbar isQuiet end={<Button size="xs" disabled={chosen.length < 2} aria-pressed={shown === 'compare'} onClick={() => setShown('compare')}>{chosen.length < 2 ? 'Compare: tick 2 to 4' : `Compare ${chosen.length}`}</Button>}>
          {view.difference.length > 0 ? <Button size="xs" aria-pressed={shown === 'difference'} onClick={() => setShown('difference')}>{view.which === 'mine' ? 'My run' : 'Reviewed run'}: {view.difference.length} changed</Button> : null}
        </Toolbar>}</>}
        foot={<p className="run-foot">Engine {view.engine} · knowledge {view.knowledge.release} · {view.which === 'mine' ? 'my run' : 'reviewed run'} <span className="mono">{view.run.slice(0, 8)}</span>{view.run === view.baseRun ? ', same as base' : ''}<br />Computed. Not adopted by anyone until a named expert does.</p>}>
        <OptionList caseId={caseView.id} view={view} selected={current?.therapy ?? null} onSelect={select} compared={compared} onCompare={toggle} />
        {view.remarks.length === 0 ? null : <ul className="remarks">{view.remarks.map((remark) => <li key={remark}>{remark}</li>)}</ul>}
      </Pane>
      <Pane label={current ? current.drugs.join(' with ') : 'Option'} bars={<div className="back-bar"><Button size="xs" onClick={() => select(null)}>Back to the list</Button></div>}
        foot={shown === 'option' && current && canJudge ? <DecisionBar key={`${current.therapy} ${current.judgement?.version ?? 0}`} caseId={caseView.id} card={current} /> : null}>
        {shown === 'compare' && chosen.length > 1 ? <CompareOptions cards={chosen} /> : shown === 'difference' ? <RunDifferences view={view} onSelect={select} /> : current ? <OptionDetail caseId={caseView.id} view={view} card={current} drivers={caseView.drivers} /> : <NoOption view={view} />}
      </Pane>
    </div>
  )
}

/** No option is an answer: it says what it rests on, what it does not say, and what can be signed. */
function NoOption({ view }: { view: View }) {
  const gaps = view.notAssessable.length
  return (
    <NoneFoundState searched={`engine ${view.engine}, knowledge ${view.knowledge.release}`} nearest={view.remarks.join(' ') || undefined}
      of={(
        <>
          options for the findings of this tumour in this release
          <span className="none-found-words">
            <b>“No therapeutic consequence” is a signable answer.</b> It is chosen in the review, stands in the comparison as a decision, and prints as the answer of the report.
          </span>
          {gaps > 0 ? <span className="none-found-words">{gaps === 1 ? 'One marker could not be assessed: it is' : `${gaps} markers could not be assessed: they are`} listed beside this, never counted as negative, and may be asked for as a next test.</span> : null}
        </>
      )} />
  )
}

/** The ranking once it is open: loading, failed, none found and present never look alike. */
export function TherapiesView({ caseView, selection }: { caseView: CaseView; selection: Selection }) {
  const { data, error, isPending, refetch } = useQuery(therapiesQuery(caseView.id))
  const again = () => void refetch()
  if (isPending) return <Pane label="Therapies" bars={<Toolbar title="Therapies" count="counting" />}><LoadingState what="the ranking of this case" rows={8} onRetry={again} /></Pane>
  if (error && !data) {
    const text = error.code in therapiesText ? therapiesText[error.code as keyof typeof therapiesText] : therapiesText.unexpected // `in` has just checked
    return <Pane label="Therapies" bars={<Toolbar title="Therapies" count="unknown" />}><FailedState what="ranking" reason={text} effect="No option is shown. This does not mean that there is none." reference={error.detail ?? undefined} onRetry={again} /></Pane>
  }
  if (cardsOf(data).length === 0 && data.notAssessable.length === 0) {
    return (
      <Pane label="Therapies" bars={<Toolbar title="Therapies" count={0} />}>
        <NoOption view={data} />
      </Pane>
    )
  }
  return <Ranking caseView={caseView} view={data} selection={selection} />
}
