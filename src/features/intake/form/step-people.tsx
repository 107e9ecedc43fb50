import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Slot } from '#src/domain/person.ts'
import { roleWords } from '#src/lib/words/role-words.ts'
import { Section } from '#src/ui/parts/section.tsx'
import { Segments } from '#src/ui/parts/segments.tsx'
import { DateField } from './date-field.tsx'
import { colleaguesQuery } from '../intake-query.ts'
import type { StepProps } from './intake-form.ts'

/** Consent, who reads the case, and until when. */
export function StepPeople({ form, edit, today }: StepProps & { today: string | null }) {
  const colleagues = useQuery(colleaguesQuery())
  const choice = (slot: Slot) => (
    <NativeSelect label={roleWords[slot]} withAsterisk value={form.assigned[slot] ?? ''} onChange={(event) => edit({ assigned: { ...form.assigned, [slot]: event.currentTarget.value || null } })}
      data={[{ value: '', label: colleagues.isPending ? 'loading' : 'not named' }, ...(colleagues.data ?? []).filter((one) => one.roles.includes(slot)).map((one) => ({ value: one.id, label: `${one.name}${one.credential ? `, ${one.credential}` : ', no credential: cannot sign'}` }))]} />
  )
  return (
    <>
      <Section title="Consent to a second opinion">
        <Segments label="Consent to a second opinion" isLarge value={form.consent} onChange={(consent) => edit({ consent })} options={[{ value: 'given', label: 'Given' }, { value: 'not_given', label: 'Not given' }, { value: 'unknown', label: 'Not known' }]} />
      </Section>
      <Section title="Experts" note="two persons, one for each role">
        <div className="fields">{choice('genomic_expert')}{choice('oncologist')}</div>
        {colleagues.isError ? <p className="res small" role="alert">The list of colleagues could not be read. Reload to name the experts.</p> : null}
      </Section>
      <Section title="Due and protocol">
        <div className="fields">
          <DateField label="Due" isRequired least={today ?? undefined} value={form.due} onChange={(due) => edit({ due })} />
          <NativeSelect label="Protocol" description={form.protocol === 'independent' ? 'Commit first, then the ranking opens' : 'The ranking is open from the start; the report says so'} value={form.protocol} onChange={(event) => edit({ protocol: event.currentTarget.value as typeof form.protocol /* only the two below are offered */ })}
            data={[{ value: 'independent', label: 'independent' }, { value: 'assisted', label: 'assisted' }]} />
        </div>
      </Section>
    </>
  )
}
