import './therapies.css'
import { Fragment, type ReactNode } from 'react'
import type { TherapyCard } from '#src/contract/views/therapies-view.ts'
import { Chip } from '#src/ui/parts/chip.tsx'
import { arithmetic } from './arguments-of.tsx'
import { bandWords, labelStateWords, labelText, pointsText, scaleChips, therapyName, verdictWords } from './therapy-words.ts'

const list = (lines: readonly string[], none: string): ReactNode => (lines.length === 0 ? <span className="qq">{none}</span> : <ul>{[...new Set(lines)].map((line) => <li key={line}>{line}</li>)}</ul>)
const facts = (card: TherapyCard, state: TherapyCard['feasibility'][number]['state']) => card.feasibility.filter((fact) => fact.state === state).map((fact) => fact.because)

type Row = { head: string; note?: string; cell: (card: TherapyCard) => ReactNode }

// Population, intervention, comparison, outcome: the order in which clinicians look options up.
const rows: readonly Row[] = [
  { head: 'For whom', note: 'labels', cell: (card) => list(card.labels.map(labelText), 'no label, US or EU') },
  { head: 'What', cell: (card) => <>{labelStateWords[card.label]}<br /><span className="qq">{[...new Set(card.drugClass)].join('; ').replaceAll('_', ' ')}</span></> },
  { head: 'Level', cell: (card) => <span className="row wrap"><b>{card.level ?? 'none'}</b>{scaleChips(card).map((chip) => <Chip key={chip}>{chip}</Chip>)}</span> },
  { head: 'For', cell: (card) => list(card.contributions.filter((part) => part.points > 0 && !arithmetic.has(part.rule)).map((part) => `${part.because} (+${pointsText(part.points)})`), 'none') },
  { head: 'Against', cell: (card) => list([...card.contributions.filter((part) => part.points < 0 && !arithmetic.has(part.rule)).map((part) => `${part.because} (${pointsText(part.points)})`), ...card.against.map((one) => one.because)], 'none') },
  { head: 'Drivers reached', cell: (card) => <>{card.covers.join(', ') || 'none'}{card.uncovered.length > 0 ? <span className="qq"> · not {card.uncovered.join(', ')}</span> : null}</> },
  { head: 'Realistic', note: 'met', cell: (card) => list(facts(card, 'met'), 'none') },
  { head: '', note: 'not met', cell: (card) => list(facts(card, 'not_met'), 'none') },
  { head: '', note: 'not known', cell: (card) => list(facts(card, 'unknown'), 'none') },
  { head: 'Your decision', cell: (card) => (card.judgement ? verdictWords[card.judgement.verdict] : <span className="qq">none yet</span>) },
  { head: 'Score', note: 'shown last', cell: (card) => <><b>{pointsText(card.score)}</b> <span className="qq">{bandWords[card.band]}{card.rank === null ? '' : `, rank ${card.rank}`}</span></> },
]

/** Two to four options side by side, the same rows for each. */
export function CompareOptions({ cards }: { cards: readonly TherapyCard[] }) {
  return (
    <div className="compare-scroll">
      <table className="compare">
        <caption className="heard">Options side by side</caption>
        <thead><tr><th scope="col"><span className="heard">What is asked</span></th>{cards.map((card) => <th key={card.therapy} scope="col">{therapyName(card.drugs)}{card.computed ? <Chip tone="attention">hypothesis</Chip> : null}</th>)}</tr></thead>
        <tbody>
          {rows.map((row) => (
            <Fragment key={`${row.head} ${row.note}`}>
              <tr><th scope="row">{row.head}{row.note ? <span>{row.note}</span> : null}</th>{cards.map((card) => <td key={card.therapy}>{row.cell(card)}</td>)}</tr>
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  )
}
