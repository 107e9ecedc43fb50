import './review.css'
import { Fragment, type ReactNode } from 'react'
import type { OpinionDraftView } from '#src/contract/views/review-view.ts'
import type { Opinion, TherapyOpinion } from '#src/domain/opinion.ts'
import { confidenceWords, interactionVerdictWords, itemWords, reasonWords, threeWords, useWords } from '#src/lib/words/opinion-words.ts'
import { Chip } from '#src/ui/parts/chip.tsx'
import { TierChip } from '#src/ui/parts/tier-chip.tsx'
import { adequacyWords } from './adequacy-section.tsx'
import { callWords } from './drivers-section.tsx'
import { germlineWords } from './germline-section.tsx'

type Names = { alteration: (id: string) => string; interaction: (id: string) => string }

const none = <span className="qq">none</span>
const said = (state: string, note: string) => <>{state}{note ? <p className="q">{note}</p> : null}</>

function Therapy({ one }: { one: TherapyOpinion }) {
  return (
    <li>
      <p className="row wrap"><b>{one.priority === null ? '' : `${one.priority}. `}{one.drugs.join(' + ')}</b>{one.level ? <Chip>level {one.level}</Chip> : null}<Chip>{useWords[one.use]}</Chip>
        <span className="q">possible {threeWords[one.possible]} · realistic {threeWords[one.realistic]} · worth considering next {threeWords[one.worthConsidering]}</span></p>
      {one.note ? <p><span className="qq">For: </span>{one.note}</p> : null}
      {one.against ? <p><span className="qq">Against: </span>{one.against}</p> : null}
      {one.reasons.length > 0 ? <p className="small q">{one.reasons.map((code) => reasonWords[code]).join(', ')}</p> : null}
    </li>
  )
}

const line = (label: string, value: ReactNode): [string, ReactNode] => [label, value]

function linesOf(opinion: Opinion, names: Names): [string, ReactNode][] {
  const { adequacy, germline, conflictOfInterest: conflict } = opinion
  return [
    line(itemWords.adequacy, adequacy ? said(adequacyWords[adequacy.state], adequacy.note) : none),
    line(itemWords.drivers, opinion.drivers.length === 0 ? none : <ul>{opinion.drivers.map((one) => <li key={one.alterationId} className="row wrap"><TierChip tier={one.tier} /><b>{names.alteration(one.alterationId)}</b>{callWords[one.call]}{one.note ? <span className="q">{one.note}</span> : null}</li>)}</ul>),
    line(itemWords.interactions, opinion.interactions.length === 0 ? none : <ul>{opinion.interactions.map((one) => <li key={one.interactionId}><b>{names.interaction(one.interactionId)}</b>: {interactionVerdictWords[one.verdict]}. <span className="q">{one.note}</span></li>)}</ul>),
    line(itemWords.germline, germline ? said([germlineWords[germline.state], ...germline.genes].join(', '), germline.note) : none),
    line(itemWords.therapies, opinion.noTherapeuticConsequence && opinion.therapies.length === 0 ? 'No therapeutic consequence' : opinion.therapies.length === 0 ? none : <ol>{opinion.therapies.map((one) => <Therapy key={one.drugs.join()} one={one} />)}</ol>),
    line(itemWords.avoid, opinion.avoid.length === 0 ? none : <ul>{opinion.avoid.map((one) => <li key={one.drugs.join()}><b>{one.drugs.join(' + ')}</b>: {one.reason}</li>)}</ul>),
    line(itemWords.tests, opinion.tests.length === 0 ? none : <ul>{opinion.tests.map((one) => <li key={one.test}><b>{one.test}</b>{one.reason ? `: ${one.reason}` : ''}</li>)}</ul>),
    line(itemWords.plan, opinion.plan.trim() ? <p className="read" style={{ whiteSpace: 'pre-wrap' }}>{opinion.plan}</p> : none),
    line(itemWords.confidence, opinion.confidence === null ? none : `${opinion.confidence} of 100, ${confidenceWords(opinion.confidence)}`),
    line(itemWords.would_change, opinion.wouldChange || none),
    line(itemWords.conflict_of_interest, conflict ? (conflict.declared ? `declared: ${conflict.text}` : 'none') : none),
  ]
}

/** What was committed, as it was frozen. */
export function CommittedOpinion({ draft, names }: { draft: OpinionDraftView; names: Names }) {
  return (
    <dl className="committed">
      {linesOf(draft.opinion, names).map(([label, value]) => <Fragment key={label}><dt>{label}</dt><dd>{value}</dd></Fragment>)}
    </dl>
  )
}
