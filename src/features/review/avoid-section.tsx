import { Button, TagsInput, TextInput } from '@mantine/core'
import { Icon } from '#src/ui/parts/icon.tsx'
import { removeAt, replaceAt, type SectionProps } from './section-parts.tsx'
import { namesOf } from './therapy-editor.tsx'

/** What not to do, each with its reason. */
export function AvoidSection({ opinion, change, known }: SectionProps & { known: readonly string[] }) {
  const { avoid } = opinion
  return (
    <>
      <ul className="pair-list">
        {avoid.map((one, index) => (
          <li key={index}>
            <TagsInput size="xs" label="Drugs not to give" data={[...known]} splitChars={[',', '+']} acceptValueOnBlur value={one.drugs} error={one.drugs.length === 0 ? 'Needs a drug; kept on this device until then' : undefined} onChange={(typed) => change({ avoid: replaceAt(avoid, index, { ...one, drugs: namesOf(typed) }) })} />
            <TextInput size="xs" label="Because" maxLength={600} value={one.reason} error={one.reason.trim().length < 3 ? 'Needs a reason; kept on this device until then' : undefined} onChange={(event) => change({ avoid: replaceAt(avoid, index, { ...one, reason: event.currentTarget.value }) })} />
            <button type="button" className="icon-button" aria-label={`Remove line ${index + 1}`} onClick={() => change({ avoid: removeAt(avoid, index) })}><Icon name="cross" isSmall /></button>
          </li>
        ))}
      </ul>
      <Button size="xs" leftSection={<Icon name="plus" isSmall />} onClick={() => change({ avoid: [...avoid, { drugs: [], reason: '' }] })}>Add what not to do</Button>
    </>
  )
}
