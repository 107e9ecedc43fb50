import './review.css'
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#src/contract/api.ts'
import type { CaseView } from '#src/contract/views/case-view.ts'
import type { OpinionDraftView } from '#src/contract/views/review-view.ts'
import type { Opinion } from '#src/domain/opinion.ts'
import { bindKeys } from '#src/lib/key-table.ts'
import type { KeptDraftState } from '#src/lib/kept-draft.ts'
import { interactionsQuery } from '#src/lib/queries/interactions-query.ts'
import { opinionQuery } from '#src/lib/queries/opinion-query.ts'
import { variantsQuery } from '#src/lib/queries/variants-query.ts'
import { useAct } from '#src/lib/use-act.ts'
import { useInstant } from '#src/lib/use-instant.ts'
import { useSession } from '#src/lib/use-session.ts'
import { roleWords } from '#src/lib/words/role-words.ts'
import { Pane } from '#src/ui/frame/pane.tsx'
import { FootBar, Toolbar } from '#src/ui/frame/toolbar.tsx'
import { useShortcuts } from '#src/ui/keys/shortcut.ts'
import { FailedState, LoadingState } from '#src/ui/parts/four-states.tsx'
import { Icon } from '#src/ui/parts/icon.tsx'
import { KeyHint } from '#src/ui/parts/key-hint.tsx'
import { SaveState, type SaveStateValue } from '#src/ui/parts/save-state.tsx'
import { showToast } from '#src/ui/parts/toast.tsx'
import { ChecklistRail } from './checklist-rail.tsx'
import { checklistOf } from './checklist.ts'
import { CommitDialog } from './commit-dialog.tsx'
import { CommittedOpinion } from './committed-opinion.tsx'
import { knownDrugs } from './known-drugs.ts'
import { commitText, opinionText } from './refusal-texts.ts'
import { reviewKeys } from './review-keys.ts'
import { ReviewForm, type ReviewFacts } from './review-form.tsx'
import { sendable } from './sendable.ts'
import { TwoTexts } from './two-texts.tsx'
import { useOpinionDraft } from './use-opinion-draft.ts'

export type ReviewPlaces = { onTherapies: () => void; onComparison: () => void }

const saveState = (state: KeptDraftState<Opinion>, clock: (instant: string) => string): SaveStateValue => (state.at === 'saved' ? (state.savedAt ? { at: 'saved', time: clock(state.savedAt) } : { at: 'idle' }) : { at: state.at })

function Writing({ view, initial, facts, personId }: { view: CaseView; initial: OpinionDraftView; facts: ReviewFacts; personId: string }) {
  const { draft, state } = useOpinionDraft(view.id, personId, initial)
  const { clock } = useInstant()
  const [isCommitting, setIsCommitting] = useState(false)
  const [isPressing, setIsPressing] = useState(false)
  const commit = useAct(api.commitOpinion, view.id)
  const opinion = state.value
  const { waiting } = sendable(opinion)
  const change = (patch: Partial<Opinion>) => draft.change((typed) => ({ ...typed, ...patch }))
  const items = checklistOf(opinion, initial.asked)
  const openDialog = () => {
    commit.reset()
    setIsCommitting(true)
    setIsPressing(true)
    void draft.flush()
  }
  useShortcuts(bindKeys(reviewKeys, { 'mod+Enter': openDialog }))
  const confirm = () => commit.mutate({ body: { version: draft.version() } }, {
    onSuccess: () => {
      setIsCommitting(false)
      showToast('Committed. Your opinion is frozen, and the ranking is open to you.')
    },
  })
  const open = items.filter((item) => item.isMissing).length
  return (
    <div className="review">
      <Pane label="Checklist" width={252} bars={<Toolbar title="Review" />}
        foot={<FootBar><Button fullWidth variant="filled" onClick={openDialog} aria-keyshortcuts="Control+Enter">Review and commit&ensp;<KeyHint keys="Ctrl Enter" /></Button></FootBar>}>
        <ChecklistRail items={items} isPressing={isPressing} />
      </Pane>
      <Pane label="Your opinion" bars={<Toolbar title={`Your opinion as ${roleWords[opinion.slot].toLowerCase()}`} level={2} end={<SaveState state={saveState(state, clock)} onRetry={draft.retry} />} />}>
        <p className="private-banner"><Icon name="mask" isSmall />Only you can see this until both commit.{waiting > 0 ? <span className="att"> {waiting} incomplete {waiting === 1 ? 'line is' : 'lines are'} kept on this device only.</span> : null}</p>
        {state.other ? <TwoTexts mine={opinion} other={state.other.value} savedAt={state.other.savedAt} onSettle={draft.settle} /> : null}
        <ReviewForm items={items} facts={facts} isPressing={isPressing} opinion={opinion} change={change} />
      </Pane>
      <CommitDialog isOpen={isCommitting} onClose={() => setIsCommitting(false)} onCommit={confirm} isBusy={commit.isPending} refusal={commit.error ? commitText[commit.error.code] : null} opinion={opinion}
        about={{ items, waiting, flags: view.flags, isSaved: open > 0 || state.at === 'saved' || state.at === 'idle' }} />
    </div>
  )
}

function Committed({ view, draft, facts, places }: { view: CaseView; draft: OpinionDraftView & { committedAt: string }; facts: ReviewFacts; places: ReviewPlaces }) {
  const { full } = useInstant()
  const alteration = (id: string) => facts.variants.find((row) => row.alteration.id === id)?.classification.label ?? id
  const interaction = (id: string) => facts.interactions.find((one) => one.id === id)?.title ?? id
  return (
    <Pane label="Your committed opinion" bars={<Toolbar title="Review" end={<><Button size="xs" onClick={places.onTherapies}>To the therapies</Button>{view.opens.comparison ? <Button size="xs" onClick={places.onComparison}>To the comparison</Button> : null}</>}><span className="q">{roleWords[draft.opinion.slot]}</span></Toolbar>}>
      <p className="private-banner"><Icon name="lock" isSmall />Committed {full(draft.committedAt)}. It never changes; {view.opens.comparison ? 'both opinions are open, and what you say after the reveal stands beside it.' : 'the other opinion opens to you when both have committed.'}</p>
      <CommittedOpinion draft={draft} names={{ alteration, interaction }} />
    </Pane>
  )
}

/** My own opinion: written while it is a draft, read once it is committed. */
export function ReviewView({ view, places }: { view: CaseView; places: ReviewPlaces }) {
  const { person } = useSession()
  // A draft is taken up from what the server holds now, never from an earlier reading of this page.
  const opinion = useQuery({ ...opinionQuery(view.id), refetchOnMount: 'always' })
  const variants = useQuery(variantsQuery(view.id))
  const interactions = useQuery(interactionsQuery(view.id))
  const again = () => { void opinion.refetch(); void variants.refetch(); void interactions.refetch() }
  const error = opinion.error ?? variants.error ?? interactions.error
  if (opinion.data && opinion.isFetchedAfterMount && variants.data && interactions.data && person) {
    const { committedAt, asked } = opinion.data
    const facts: ReviewFacts = { variants: variants.data.rows, interactions: interactions.data.rows, known: knownDrugs(view, variants.data.rows), asked }
    return committedAt === null ? <Writing view={view} initial={opinion.data} facts={facts} personId={person.id} /> : <Committed view={view} draft={{ ...opinion.data, committedAt }} facts={facts} places={places} />
  }
  if (error) {
    const text = error.code in opinionText ? opinionText[error.code as keyof typeof opinionText] : opinionText.unexpected // `in` has just checked
    return <Pane label="Review" bars={<Toolbar title="Review" />}><FailedState what="your opinion" reason={text} effect="Your draft is not shown. What was saved is safe, and what was not is kept on this device." reference={error.detail ?? undefined} onRetry={again} /></Pane>
  }
  return <Pane label="Review" bars={<Toolbar title="Review" />}><LoadingState what="your draft and the facts of the case" onRetry={again} /></Pane>
}
