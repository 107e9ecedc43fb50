import { NativeSelect, NumberInput, TextInput } from '@mantine/core'
import type { IntakeForm } from '#src/domain/intake.ts'
import { Section } from '#src/ui/parts/section.tsx'
import type { StepProps } from './intake-form.ts'
import { TumourSelect } from './tumour-select.tsx'

/** Who the patient is, sealed apart from everything else, and which tumour. */
export function StepTumour({ form, edit }: StepProps) {
  const { identity } = form
  const name = (patch: Partial<IntakeForm['identity']>) => edit({ identity: { ...identity, ...patch } })
  return (
    <>
      <Section title="Patient" note="kept apart and encrypted; never on the wall">
        <div className="fields">
          <TextInput label="Pseudonym or name" withAsterisk maxLength={80} value={identity.pseudonym} onChange={(event) => name({ pseudonym: event.currentTarget.value })} autoComplete="off" />
          <TextInput label="Local number" maxLength={40} value={identity.localId ?? ''} onChange={(event) => name({ localId: event.currentTarget.value || null })} autoComplete="off" />
          <NativeSelect label="Sex" value={identity.sex} onChange={(event) => name({ sex: event.currentTarget.value as IntakeForm['identity']['sex'] /* only the four below are offered */ })}
            data={[{ value: 'unknown', label: 'not stated' }, { value: 'female', label: 'female' }, { value: 'male', label: 'male' }, { value: 'other', label: 'other' }]} />
          <NumberInput label="Year of birth" min={1900} max={2100} allowDecimal={false} hideControls clampBehavior="blur" value={identity.birthYear ?? ''} onChange={(value) => { if (value === '' || (Number(value) >= 1900 && Number(value) <= 2100)) name({ birthYear: value === '' ? null : Number(value) }) }} />
        </div>
      </Section>
      <Section title="Tumour"><TumourSelect value={form.tumourType} onChange={(tumourType) => edit({ tumourType })} /></Section>
    </>
  )
}
