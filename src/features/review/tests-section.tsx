import { Button, TextInput } from '@mantine/core'
import { Icon } from '#src/ui/parts/icon.tsx'
import { removeAt, replaceAt, type SectionProps } from './section-parts.tsx'

/** Next tests, each with what it would decide. */
export function TestsSection({ opinion, change }: SectionProps) {
  const { tests } = opinion
  return (
    <>
      <ul className="pair-list">
        {tests.map((one, index) => (
          <li key={index}>
            <TextInput size="xs" label="Test" maxLength={200} value={one.test} error={one.test.trim().length < 2 ? 'Needs a name; kept on this device until then' : undefined} onChange={(event) => change({ tests: replaceAt(tests, index, { ...one, test: event.currentTarget.value }) })} />
            <TextInput size="xs" label="What it would decide" maxLength={600} value={one.reason} onChange={(event) => change({ tests: replaceAt(tests, index, { ...one, reason: event.currentTarget.value }) })} />
            <button type="button" className="icon-button" aria-label={`Remove test ${index + 1}`} onClick={() => change({ tests: removeAt(tests, index) })}><Icon name="cross" isSmall /></button>
          </li>
        ))}
      </ul>
      <Button size="xs" leftSection={<Icon name="plus" isSmall />} onClick={() => change({ tests: [...tests, { test: '', reason: '' }] })}>Add a test</Button>
    </>
  )
}
