import type { ReactNode } from 'react'
import type { InteractionView } from '#src/contract/views/facts-view.ts'
import { SourceLinks } from '#src/lib/source-links.tsx'
import { CertaintyDots } from '#src/ui/parts/certainty-dots.tsx'
import { Chip } from '#src/ui/parts/chip.tsx'
import { standing } from './interaction-words.ts'

type InteractionCardProps = { interaction: InteractionView; isSelected: boolean; isRelated: boolean; onSelect: () => void; children?: ReactNode }

/** One interaction: what it is, how sure, from how many sources, who said what; after my commitment what it does to therapies. */
export function InteractionCard({ interaction, isSelected, isRelated, onSelect, children }: InteractionCardProps) {
  const { title, sentence, certainty, sources, judgement, mine, other } = interaction
  const said = standing(interaction)
  return (
    <li className="interaction" data-selected={isSelected || undefined} data-related={isRelated || undefined}>
      <button type="button" className="interaction-head" aria-expanded={isSelected} onClick={onSelect}>
        <span className="row"><b className="strong">{title}</b><span className="right"><Chip tone={said.isDisputed ? 'attention' : 'outline'}>{said.text}</Chip></span></span>
        <span className="small q interaction-sentence">{sentence}</span>
        <span className="row micro qq"><CertaintyDots dots={certainty as 1 | 2 | 3 /* the contract allows 1 to 3 */} />{sources.length === 0 ? 'from the records' : sources.length === 1 ? '1 source' : `${sources.length} sources`}{judgement === null ? <span className="right">therapies: after you commit</span> : null}</span>
        {judgement ? <span className="micro interaction-sentence"><JudgementWords judgement={judgement} isAll={isSelected} /></span> : null}
      </button>
      {isSelected ? (
        <div className="interaction-body">
          <p className="small qq">{interaction.memberGenes.join(' + ')}; sources: {sources.length > 0 ? <SourceLinks sources={sources} /> : 'none given'}</p>
          {mine ? <p className="small"><b>You</b>{mine.frozen ? ' (as committed)' : ''}: {mine.note}</p> : null}
          {other ? <p className="small"><b>Other expert</b>: {other.note}</p> : null}
          {children}
        </div>
      ) : null}
    </li>
  )
}

function JudgementWords({ judgement: { effect, therapies }, isAll }: { judgement: NonNullable<InteractionView['judgement']>; isAll: boolean }) {
  const named = isAll ? therapies : therapies.slice(0, 3)
  if (therapies.length === 0) return <>no therapy touched</>
  return <span className={effect === 'for' ? 'sens med' : effect === 'against' ? 'res med' : undefined}>{effect === 'neutral' ? 'concerns' : effect} {named.map((one) => one.replaceAll('+', ' + ')).join(', ')}{named.length < therapies.length ? ` and ${therapies.length - named.length} more` : ''}</span>
}
