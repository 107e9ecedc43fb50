import { Checkbox, NativeSelect } from '@mantine/core'
import type { PreviewView } from '#src/contract/views/intake-view.ts'
import { Section } from '#src/ui/parts/section.tsx'
import type { StepProps } from '../form/intake-form.ts'

/** Which sample is the tumour, and which other names are the same tumour (its RNA, another file's name): their findings count in. */
export function SampleSection({ form, edit, preview }: StepProps & { preview: PreviewView }) {
  const { samples, tumourSamples, tumourSampleRule } = preview
  const chosen = form.sample ?? (tumourSamples.length === 1 ? tumourSamples[0] : undefined)
  const others = samples.filter((one) => one !== chosen)
  const few = 8 // in a cohort the others are other patients
  return (
    <Section title="Tumour sample" note={tumourSampleRule || undefined}>
      <NativeSelect label="The records hold several samples. Which is the tumour?" value={form.sample ?? ''} onChange={(event) => edit({ sample: event.currentTarget.value || null, alsoSamples: form.alsoSamples.filter((one) => one !== event.currentTarget.value) })}
        data={[{ value: '', label: tumourSamples.length === 1 ? `by rule: ${tumourSamples[0]}` : 'not chosen' }, ...samples.map((one) => ({ value: one, label: one }))]} className="half" />
      {chosen !== undefined && others.length > 0 && others.length <= few ? (
        <Checkbox.Group mt="sm" label="The same tumour under another name" description={`Findings of a ticked sample count in with ${chosen}. Leave normal tissue unticked.`} value={form.alsoSamples} onChange={(alsoSamples) => edit({ alsoSamples })}>
          <div className="row wrap">{others.map((one) => <Checkbox key={one} value={one} label={one} />)}</div>
        </Checkbox.Group>
      ) : null}
    </Section>
  )
}
