import './therapies.css'
import type { CaseView } from '#src/contract/views/case-view.ts'
import type { TherapiesView, TherapyCard } from '#src/contract/views/therapies-view.ts'
import { BecausePath } from '#src/ui/parts/because-path.tsx'
import { Chip } from '#src/ui/parts/chip.tsx'
import { ContributionBars } from '#src/ui/parts/contribution-bars.tsx'
import { Icon } from '#src/ui/parts/icon.tsx'
import { argumentsOf } from './arguments-of.tsx'
import { becauseOf } from './because-of.ts'
import { ForAgainst } from '#src/ui/parts/for-against.tsx'
import { partLabel } from './part-label.ts'
import { Realistic } from './realistic.tsx'
import { WouldChange } from './would-change.tsx'
import { bandWords, labelStateWords, labelText, drugName, scaleChips, therapyName } from './therapy-words.ts'

function Head({ card }: { card: TherapyCard }) {
  const classes = [...new Set(card.drugClass)].join('; ').replaceAll('_', ' ')
  return (
    <header className="option-head">
      <div className="row"><h2 className="screen-title">{therapyName(card.drugs)}</h2>{card.computed ? <span className="right"><Chip tone="attention" icon="warn">computed combination: a hypothesis</Chip></span> : <span className="right"><Chip>computed</Chip></span>}</div>
      <div className="row wrap">
        <Chip tone="ink">{card.level ? `Level ${card.level}` : 'no level'}</Chip>
        {scaleChips(card).map((chip) => <Chip key={chip}>{chip}</Chip>)}
        <Chip tone={card.label === 'withdrawn' ? 'attention' : 'outline'}>{labelStateWords[card.label]}</Chip>
        <Chip>{card.band === 'LOW' ? 'band LOW: evidence against' : `band ${card.band}`}</Chip>
        {classes ? <span className="small qq right">{classes}</span> : null}
      </div>
    </header>
  )
}

function Labels({ card }: { card: TherapyCard }) {
  return (
    <>
      <h3>Labels, by jurisdiction and date</h3>
      {card.labels.length === 0 ? <p className="qq">none in this release, US or EU</p> : (
        <ul className="plain-list">
          {card.labels.map((label) => (
            <li key={`${label.jurisdiction} ${label.from} ${label.to} ${label.tumour} ${label.setting}`}>
              <Icon name={label.state === 'withdrawn' ? 'cross' : label.applies === 'yes' ? 'check' : 'dash'} isSmall />
              <span>{labelText(label)}<span className="qq">{label.applies === 'yes' ? ' · applies here' : label.applies === 'no' ? ' · does not apply here' : ' · not known whether it applies'} · {label.source}</span></span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function Reached({ card, drivers }: { card: TherapyCard; drivers: CaseView['drivers'] }) {
  const names = [...new Set([...card.covers, ...card.uncovered, ...drivers.map((driver) => driver.gene)])]
  if (names.length === 0) return null
  return (
    <>
      <h3>Drivers reached <span className="qq plain">{card.covers.length} of {names.length}</span></h3>
      <ul className="reached">
        {names.map((name) => (
          <li key={name} data-reached={card.covers.includes(name) || undefined}>{card.covers.includes(name) ? <Icon name="check" isSmall /> : null}{name}{card.covers.includes(name) ? <span className="heard"> reached</span> : <span className="heard"> not reached</span>}</li>
        ))}
      </ul>
    </>
  )
}

/** One option: what it is, why, for and against of equal width, its score point by point, what is realistic, and what would change it. */
export function OptionDetail({ caseId, view, card, drivers }: { caseId: string; view: TherapiesView; card: TherapyCard; drivers: CaseView['drivers'] }) {
  const { lanes, limit } = becauseOf(card, drivers)
  const sides = argumentsOf(card)
  return (
    <>
      <Head card={card} />
      {lanes.length === 0
        ? <p className="option-path qq">No driver of this tumour lies on a road to this option.</p>
        : <div className="option-path"><BecausePath lanes={lanes} drug={card.drugs.map(drugName)} limit={limit} /></div>}
      <ForAgainst supporting={{ arguments: sides.supporting }} opposing={{ arguments: sides.opposing }} />
      <div className="option-low">
        <div>
          <h3 className="row">Score, part by part <span className="qq plain small right">points; they sum to the score</span></h3>
          <ContributionBars parts={card.contributions.map((part, index) => ({ id: String(index), label: partLabel(part), points: part.points }))} total={card.score} totalLabel={`Sum, ${bandWords[card.band]}`} />
          {card.notes.length === 0 ? null : <><h3>Notes</h3><ul className="plain-list">{card.notes.map((note) => <li key={note.because}><Icon name="note" isSmall /><span>{note.because}<span className="qq"> · {note.source}</span></span></li>)}</ul></>}
        </div>
        <div>
          <Realistic facts={card.feasibility} />
          <WouldChange key={`${view.run} ${card.therapy}`} caseId={caseId} run={view.run} therapy={card.therapy} />
          <Reached card={card} drivers={drivers} />
          <Labels card={card} />
        </div>
      </div>
    </>
  )
}
