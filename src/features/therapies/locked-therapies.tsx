import './therapies.css'
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { CaseView } from '#src/contract/views/case-view.ts'
import type { Biomarker } from '#src/domain/biomarker.ts'
import { opinionQuery } from '#src/lib/queries/opinion-query.ts'
import { itemWords } from '#src/lib/words/opinion-words.ts'
import { Pane } from '#src/ui/frame/pane.tsx'
import { Toolbar } from '#src/ui/frame/toolbar.tsx'
import { Chip } from '#src/ui/parts/chip.tsx'
import { Icon } from '#src/ui/parts/icon.tsx'
import { LockedState } from '#src/ui/parts/locked-state.tsx'

const names: Partial<Record<Biomarker['name'], string>> = { PURITY: 'purity', PLOIDY: 'ploidy', SIGNATURE: 'signature', OTHER: 'other marker' }
// A share has no unit of its own: `purity 0.50`.
const figure = ({ value, unit }: Biomarker) => (typeof value === 'number' && unit === 'fraction' ? value.toFixed(2) : [value, unit].filter((part) => part !== null && part !== '').join(' '))
const biomarkerText = (one: Biomarker) => `${names[one.name] ?? one.name} ${one.status === 'not_tested' ? 'not tested' : one.status === 'no_call' ? 'tested, no call' : figure(one) || one.asReported}`
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function inputsOf(view: CaseView) {
  const { counts, course, biomarkers } = view
  const regimens = course.lines.map((line) => line.drugs.join(' + ') || line.modality)
  return [
    { text: `${counts.variants} alterations, ${counts.drivers} drivers by the criteria`, end: `${counts.interactions} interactions`, isGap: false },
    { text: biomarkers.length === 0 ? 'No biomarker is on record' : capital(biomarkers.map(biomarkerText).join(', ')), end: `${counts.notTested} genes not tested`, isGap: biomarkers.length === 0 },
    { text: regimens.length === 0 ? (course.untreated ? 'No treatment was given so far' : 'No earlier therapy is on record') : `Earlier therapy: ${regimens.join('; ')}`, end: `${course.lines.length} ${course.lines.length === 1 ? 'line' : 'lines'}`, isGap: false },
    { text: course.ecog === null ? 'Fitness: ECOG not stated' : `Fitness: ECOG ${course.ecog}`, end: course.organFunction.length === 0 ? 'organ function not stated' : course.organFunction.map((one) => `${one.organ} ${one.state}`).join(', '), isGap: course.ecog === null },
    ...view.warnings.map((warning) => ({ text: warning.detail, end: warning.code.replaceAll('_', ' '), isGap: true })),
  ]
}

function OwnState({ caseId, onReview }: { caseId: string; onReview: () => void }) {
  const missing = useQuery(opinionQuery(caseId)).data?.missing
  return (
    <section className="locked-own" aria-label="Your opinion">
      <h2>Your opinion</h2>
      <p className="row small q"><Icon name="mask" isSmall />Only you can see this until both commit</p>
      <p className="q">{missing === undefined ? '' : missing.length === 0 ? 'All that is asked of you is answered. You can commit.' : 'Asked of you and not answered yet:'}</p>
      {missing && missing.length > 0 ? <ul className="own-missing">{missing.map((id) => <li key={id}><Icon name="dash" isSmall />{id in itemWords ? itemWords[id as keyof typeof itemWords] : id}</li>)}</ul> : null}
      <Button fullWidth onClick={onReview}>Go to your review</Button>
    </section>
  )
}

/** Before my own commitment: lock and words. The ranking was not asked for, and nothing here tells how many options there are. */
export function LockedTherapies({ view, onReview }: { view: CaseView; onReview: () => void }) {
  const isReviewer = view.mine.slot !== null
  return (
    <div className="locked-therapies">
      <Pane label="Options, locked" bars={<Toolbar title="Therapies" end={<Chip icon="lock">locked</Chip>} />}>
        <LockedState title={isReviewer ? 'Opens after you commit' : 'Locked during the review'}>Neither the options nor how many there are have been sent to this device.</LockedState>
      </Pane>
      <Pane label="What opens the ranking">
        <div className="locked-words">
          <div>
            <h2 className="screen-title">{isReviewer ? 'The ranking opens after you commit your own opinion' : 'The ranking opens when the experts have committed'}</h2>
            <p className="read q">Facts stay open to you: variants, network, records, evidence. The other opinion opens when both are committed. What you commit is frozen; a change after the reveal needs a reason, and both versions stay on record.</p>
            <h3>What the engine reads</h3>
            <ul className="check-lines">{inputsOf(view).map((line) => <li key={line.text} data-gap={line.isGap || undefined}><Icon name={line.isGap ? 'warn' : 'check'} /><span>{line.text}</span><span className="small">{line.end}</span></li>)}</ul>
            <h3>What opens, and when</h3>
            <ol className="check-lines">
              <li><b>1</b><span>You commit: the computed ranking opens to you</span><span className="small q">next</span></li>
              <li><b>2</b><span>Both have committed: each opinion opens to the other</span><span className="small q">not before both</span></li>
              <li><b>3</b><span>Comparison: disagreements first, with the first report beside them</span><span className="small q">then together</span></li>
            </ol>
            <p className="small qq">Engine {view.knowledge.engine} · knowledge {view.knowledge.release}, {view.knowledge.date} · same input, same bytes</p>
          </div>
          {isReviewer ? <OwnState caseId={view.id} onReview={onReview} /> : null}
        </div>
      </Pane>
    </div>
  )
}
