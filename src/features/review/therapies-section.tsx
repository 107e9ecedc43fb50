import { Button, Checkbox } from '@mantine/core'
import type { TherapyOpinion } from '#src/domain/opinion.ts'
import { Icon } from '#src/ui/parts/icon.tsx'
import { removeAt, replaceAt, type SectionProps } from './section-parts.tsx'
import { TherapyEditor } from './therapy-editor.tsx'

const blank: TherapyOpinion = { drugs: [], possible: 'unknown', realistic: 'unknown', worthConsidering: 'unknown', priority: null, level: null, use: 'unknown', reasons: [], note: '', against: '' }

/** The order on the page is the priority of what is worth considering next. */
const numbered = (therapies: readonly TherapyOpinion[]): TherapyOpinion[] => {
  let place = 0
  return therapies.map((one) => ({ ...one, priority: one.worthConsidering === 'yes' && place < 20 ? ++place : null }))
}

/** Therapies in order: what is possible, what is realistic, what is worth considering next. Names come from the records, never from a ranking. */
export function TherapiesSection({ opinion, change, known }: SectionProps & { known: readonly string[] }) {
  const { therapies } = opinion
  const put = (next: readonly TherapyOpinion[]) => change({ therapies: numbered(next) })
  const swap = (index: number, by: number) => {
    const moved = therapies[index]
    const other = therapies[index + by]
    if (moved && other) put(replaceAt(replaceAt(therapies, index, other), index + by, moved))
  }
  return (
    <>
      <Checkbox size="xs" label="No therapeutic consequence: nothing more than the present plan follows from these findings" checked={opinion.noTherapeuticConsequence} onChange={(event) => change({ noTherapeuticConsequence: event.currentTarget.checked })} />
      <ol className="therapy-list">
        {therapies.map((one, index) => (
          // Position is the identity of a line while it has no drug yet.
          <li key={index}>
            <TherapyEditor value={one} index={index} known={known} onChange={(value) => put(replaceAt(therapies, index, value))} />
            <div className="therapy-order">
              <button type="button" className="icon-button" aria-label={`Move ${index + 1} up`} disabled={index === 0} onClick={() => swap(index, -1)}><span style={{ rotate: '180deg' }}><Icon name="down" isSmall /></span></button>
              <button type="button" className="icon-button" aria-label={`Move ${index + 1} down`} disabled={index === therapies.length - 1} onClick={() => swap(index, 1)}><Icon name="down" isSmall /></button>
              <button type="button" className="icon-button" aria-label={`Remove ${index + 1}`} onClick={() => put(removeAt(therapies, index))}><Icon name="cross" isSmall /></button>
            </div>
          </li>
        ))}
      </ol>
      <Button size="xs" leftSection={<Icon name="plus" isSmall />} onClick={() => put([...therapies, blank])}>Add a therapy</Button>
    </>
  )
}
