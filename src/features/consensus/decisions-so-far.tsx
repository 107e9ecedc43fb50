import './consensus.css'
import type { ComparisonRowView } from '#src/contract/views/review-view.ts'
import { openReasonWords, useWords } from '#src/lib/words/opinion-words.ts'
import { Section } from '#src/ui/parts/section.tsx'
import { subjectText } from './comparison-words.ts'

type Decided = ComparisonRowView & { decision: NonNullable<ComparisonRowView['decision']> }
const isDecided = (row: ComparisonRowView): row is Decided => row.decision !== null
const none = <p className="qq">none yet</p>

function Options({ rows }: { rows: readonly Decided[] }) {
  const options = rows.filter((row) => row.kind === 'therapy' && row.decision.stance === 'for').toSorted((a, b) => (a.decision.option?.priority ?? 99) - (b.decision.option?.priority ?? 99))
  if (options.length === 0) return none
  return (
    <ol className="plan-list">
      {options.map(({ id, subject, decision }) => (
        <li key={id}><b>{decision.option?.priority ?? '·'} {subjectText({ subject })}</b><p>{decision.text}</p>
          <p className="cell-under">{[decision.option?.level ? `level ${decision.option.level}` : 'no level', decision.option ? useWords[decision.option.use] : '', decision.option?.access].filter(Boolean).join(' · ')}</p>
          {decision.option?.against ? <p className="cell-under">Against: {decision.option.against}</p> : null}</li>
      ))}
    </ol>
  )
}

const lines = (rows: readonly Decided[], text: (row: Decided) => string) => (rows.length === 0 ? none : <ul className="plan-list">{rows.map((row) => <li key={row.id}><b>{subjectText(row)}</b><p>{text(row)}</p></li>)}</ul>)

/** The plan as the decisions come to it so far. */
export function DecisionsSoFar({ rows }: { rows: readonly ComparisonRowView[] }) {
  const decided = rows.filter(isDecided)
  return (
    <>
      <Section title="Options, in order"><Options rows={decided} /></Section>
      <Section title="What not to do">{lines(decided.filter((row) => row.kind === 'therapy' && row.decision.stance === 'against'), (row) => row.decision.text)}</Section>
      <Section title="Tests first">{lines(decided.filter((row) => row.decision.outcome === 'needs_test' || row.kind === 'test'), (row) => row.decision.text)}</Section>
      <Section title="Drivers and interactions">{lines(decided.filter((row) => row.kind === 'driver' || row.kind === 'interaction'), (row) => row.decision.text)}</Section>
      <Section title="Open dissent" note="both wordings are printed">{lines(decided.filter((row) => row.decision.outcome === 'left_open' || row.decision.outcome === 'agreed_dissent'), (row) => `${subjectText({ subject: openReasonWords[row.decision.reason] })}. ${row.decision.text} / ${row.decision.dissent}`)}</Section>
    </>
  )
}
