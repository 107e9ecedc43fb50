import './therapies.css'
import { Button, Checkbox } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, useSyncExternalStore } from 'react'
import type { TherapiesView, TherapyCard } from '#src/contract/views/therapies-view.ts'
import { RangeMark } from '#src/ui/parts/range-mark.tsx'
import { Chip } from '#src/ui/parts/chip.tsx'
import { explanationQuery } from './therapies-query.ts'
import { bandWords, labelStateWords, pointsText, regimenText, therapyName, verdictWords } from './therapy-words.ts'

export type OptionListProps = {
  caseId: string
  view: TherapiesView
  selected: string | null
  onSelect: (therapy: string) => void
  compared: readonly string[]
  onCompare: (therapy: string) => void
}

function Option({ card, list, domain }: { card: TherapyCard; list: OptionListProps; domain: readonly [number, number] }) {
  // Only what was asked for on demand is drawn: nothing is worked out for a list.
  const range = useQuery(explanationQuery(list.caseId, list.view.run, card.therapy)).data?.robustness
  const isSelected = list.selected === card.therapy
  const isCompared = list.compared.includes(card.therapy)
  const name = therapyName(card.drugs)
  return (
    <li className="option" data-selected={isSelected || undefined}>
      <Checkbox size="xs" aria-label={`Compare ${name}`} checked={isCompared} disabled={!isCompared && list.compared.length >= 4} onChange={() => list.onCompare(card.therapy)} />
      <button type="button" aria-current={isSelected || undefined} onClick={() => list.onSelect(card.therapy)}>
        <span className="option-rank">{card.rank ?? ''}</span>
        <b>{name}</b>
        <span className={card.score < 0 ? 'option-score res' : 'option-score'}>{pointsText(card.score)}</span>
        <span className="option-under">
          <span>{bandWords[card.band]}{card.level ? `, level ${card.level}` : ''}{card.label === 'withdrawn' ? `, ${labelStateWords.withdrawn}` : ''}{card.judgement ? ` · you: ${verdictWords[card.judgement.verdict]}` : ''}</span>
          <RangeMark value={card.score} low={range?.low ?? card.score} high={range?.high ?? card.score} domain={domain} />
        </span>
      </button>
    </li>
  )
}

const shownAtFirst = 12

/** Neighbours that share a tie group stand under one bracket. */
function inTies(cards: readonly TherapyCard[]): TherapyCard[][] {
  const groups: TherapyCard[][] = []
  for (const card of cards) {
    const last = groups.at(-1)
    if (last && card.tieGroup !== null && last[0]?.tieGroup === card.tieGroup) last.push(card)
    else groups.push([card])
  }
  return groups
}

function Group({ title, note, cards, list, domain }: { title: string; note?: string; cards: readonly TherapyCard[]; list: OptionListProps; domain: readonly [number, number] }) {
  const [isWhole, setIsWhole] = useState(false)
  if (cards.length === 0) return null
  // The selected option is never folded away.
  const shown = isWhole ? cards.length : Math.max(shownAtFirst, cards.findIndex((card) => card.therapy === list.selected) + 1)
  return (
    <section aria-label={title}>
      <h2 className="group-head"><span>{title} <span className="qq plain">{cards.length}</span></span>{note ? <span className="qq plain">{note}</span> : null}</h2>
      {inTies(cards.slice(0, shown)).map((tie) => (
        <ul key={tie[0]?.therapy} className={tie.length > 1 ? 'tie' : undefined}>
          {tie.length > 1 ? <li className="tie-word">Tie: scores too close, no order between these {cards.filter((card) => card.tieGroup === tie[0]?.tieGroup).length}</li> : null}
          {tie.map((card) => <Option key={card.therapy} card={card} list={list} domain={domain} />)}
        </ul>
      ))}
      {cards.length > shown ? <p className="fold-line"><Button size="xs" onClick={() => setIsWhole(true)}>Show {cards.length - shown} more</Button><span className="qq">score {pointsText(cards[shown]?.score ?? 0)} and lower</span></p> : null}
    </section>
  )
}

/** Whether re-runs of any option of this run were asked for: before that no option has a range to explain. */
function useHasRange(caseId: string, run: string): boolean {
  const cache = useQueryClient().getQueryCache()
  const queryKey = explanationQuery(caseId, run, '').queryKey.slice(0, -1)
  return useSyncExternalStore((listener) => cache.subscribe(listener), () => cache.findAll({ queryKey }).some((query) => query.state.data !== undefined))
}

/** Every option of the run: ranked with ties, hypotheses, what evidence argues against, withdrawn labels, and what could not be assessed and why. */
export function OptionList(props: OptionListProps) {
  const { view } = props
  const hasRange = useHasRange(props.caseId, view.run)
  const scores = [...view.ranked, ...view.combinations, ...view.against, ...view.withdrawn].map((card) => card.score)
  const domain = [Math.min(0, ...scores) * 1.2, Math.max(1, ...scores) * 1.2] as const
  return (
    <>
      <Group title="Ranked" note={hasRange ? 'score; line: weights × ½ to × 2' : 'score'} cards={view.ranked} list={props} domain={domain} />
      <Group title="Computed combinations" note="hypotheses, not curated" cards={view.combinations} list={props} domain={domain} />
      <Group title="LOW: evidence against" cards={view.against} list={props} domain={domain} />
      <Group title="Withdrawn" note="label taken back" cards={view.withdrawn} list={props} domain={domain} />
      {view.notAssessable.length === 0 ? null : (
        <section aria-label="Not assessable">
          <h2 className="group-head"><span>Not assessable <span className="qq plain">{view.notAssessable.length}</span></span><span className="qq plain">never counted as negative</span></h2>
          <ul>
            {view.notAssessable.map((gap) => (
              <li key={gap.biomarker} className="gap-line"><span className="row"><b className="med">{gap.biomarker}</b><Chip tone="hatched">not tested</Chip></span><p>{gap.because}</p><p className="qq">{gap.therapies.map(regimenText).join(', ')}</p></li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
