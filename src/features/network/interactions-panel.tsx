import { useState, type ReactNode } from 'react'
import type { InteractionView } from '#src/contract/views/facts-view.ts'
import type { RunDifference } from '#src/contract/views/therapies-view.ts'
import type { NetworkNode } from '#src/domain/network-view.ts'
import type { InteractionVerdict, Opinion } from '#src/domain/opinion.ts'
import { saveOpinionText } from '#src/lib/words/save-opinion-text.ts'
import { useOpinionDraft } from '#src/lib/use-opinion-draft.ts'
import { Pane } from '#src/ui/frame/pane.tsx'
import { Toolbar } from '#src/ui/frame/toolbar.tsx'
import { SaveState } from '#src/ui/parts/save-state.tsx'
import { AnnotationForm } from './annotation-form.tsx'
import { DifferenceNote } from './difference-note.tsx'
import { InteractionCard } from './interaction-card.tsx'
import { touches } from './lit-path.ts'
import { groupInteractions } from './interaction-groups.ts'
import { annotateText, useAnnotate } from './use-annotate.ts'

type InteractionsPanelProps = {
  caseId: string; isExpert: boolean; isOpen: boolean; interactions: readonly InteractionView[]; selectedId: string | null; node: NetworkNode | null; onSelect: (id: string | null) => void
  /** Facts of a selected node or edge, above the list. */
  children?: ReactNode
}

/** The interactions of this tumour, and my word on each: before my commitment into my draft, after it into my run, whose change is told at once. */
export function InteractionsPanel({ caseId, isExpert, isOpen, interactions, selectedId, node, onSelect, children }: InteractionsPanelProps) {
  const draft = useOpinionDraft(caseId, isExpert)
  const annotate = useAnnotate(caseId)
  const [told, setTold] = useState<{ interactionId: string; difference: readonly RunDifference[]; wasTakenBack: boolean } | null>(null)
  const disputed = interactions.filter((one) => one.mine?.verdict === 'dispute' || one.other?.verdict === 'dispute').length
  const mineOf = (one: InteractionView) => one.mine ?? draft.opinion?.interactions.find((said) => said.interactionId === one.id) ?? null

  const say = (interaction: InteractionView, verdict: InteractionVerdict | null, note: string) => {
    if (!draft.isCommitted) return draft.change((opinion) => withWord(opinion, interaction.id, verdict, note))
    annotate.mutate({ interactionId: interaction.id, version: interaction.version, verdict, note }, {
      onSuccess: (difference) => setTold({ interactionId: interaction.id, difference, wasTakenBack: verdict === null }),
    })
  }
  const refusal = annotate.error ? annotateText[annotate.error.code] : draft.error ? saveOpinionText[draft.error.code] : null
  const groups = groupInteractions(interactions, node)

  return (
    <Pane label="Interactions" bars={<Toolbar level={2} title="Interactions" count={interactions.length} end={<><span className="small qq">{disputed > 0 ? `${disputed} disputed` : ''}</span>{isExpert && !draft.isCommitted ? <SaveState state={draft.status} onRetry={draft.retry} /> : null}</>} />}>
      {children}
      {interactions.length === 0 ? <p className="sec qq">None found: the analysis sees no two alterations of this tumour that bear on one another.</p> : null}
      {groups.map((group) => (
      <details key={group.certainty} className="interaction-group" open={group.certainty > 1 || groups.length === 1 || group.rows.some((row) => row.id === selectedId)}>
      <summary className="group-head"><b>{group.title}</b> <span className="qq">{group.rows.length}</span></summary>
      <ul>
        {group.rows.map((interaction) => {
          const mine = mineOf(interaction)
          // what was committed stays for ever; a word said after it can be taken back
          const committed = draft.isCommitted ? draft.opinion?.interactions.find((said) => said.interactionId === interaction.id) : undefined
          const isFrozenOnly = committed !== undefined && committed.verdict === mine?.verdict && committed.note === mine.note
          return (
            <InteractionCard key={interaction.id} interaction={{ ...interaction, mine: mine ? { verdict: mine.verdict, note: mine.note, version: interaction.version, by: 'genomic_expert', frozen: isFrozenOnly } : null }}
              isSelected={interaction.id === selectedId} isRelated={node !== null && touches(interaction, node)} onSelect={() => onSelect(interaction.id === selectedId ? null : interaction.id)}>
              {isExpert && isOpen && !draft.isLoading ? (
                <AnnotationForm key={`${interaction.id} ${mine?.verdict} ${mine?.note}`} before={mine} isBusy={annotate.isPending || draft.status.at === 'saving'} refusal={refusal}
                  note={draft.isCommitted ? 'Enters your run at once; the committed opinion stays as it was.' : 'Goes into your opinion; only you see it until both commit.'}
                  onSave={(verdict, note) => say(interaction, verdict, note)} onTakeBack={isFrozenOnly ? null : () => say(interaction, null, '')} />
              ) : null}
              {told?.interactionId === interaction.id ? <DifferenceNote difference={told.difference} wasTakenBack={told.wasTakenBack} /> : null}
            </InteractionCard>
          )
        })}
      </ul>
      </details>
      ))}
    </Pane>
  )
}

/** My word in the draft in place of what it said before; no word takes it out. */
export function withWord(opinion: Opinion, interactionId: string, verdict: InteractionVerdict | null, note: string): Opinion {
  const others = opinion.interactions.filter((one) => one.interactionId !== interactionId)
  return { ...opinion, interactions: verdict === null ? others : [...others, { interactionId, verdict, note }] }
}
