import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { ReasonForReview } from '#src/domain/intake.ts'
import { reasonWords } from '#src/lib/words/reason-words.ts'
import { Section } from '#src/ui/parts/section.tsx'
import type { StepProps } from './intake-form.ts'

export function StepQuestion({ form, edit }: StepProps) {
  return (
    <Section title="Clinical question">
      <div className="stack">
        <Textarea label="What should the second opinion answer?" description="One or two sentences, as the treating physician asks it; ten letters at least" withAsterisk autosize minRows={3} maxRows={10} maxLength={600} value={form.question} onChange={(event) => edit({ question: event.currentTarget.value })} />
        <div className="fields">
          <NativeSelect label="Why it is asked" withAsterisk value={form.reason ?? ''} onChange={(event) => edit({ reason: ReasonForReview.safeParse(event.currentTarget.value).data ?? null })}
            data={[{ value: '', label: 'choose a reason' }, ...ReasonForReview.options.map((value) => ({ value, label: reasonWords[value] }))]} />
          <TextInput label="Asked by" placeholder="physician and institution" maxLength={160} value={form.askedBy} onChange={(event) => edit({ askedBy: event.currentTarget.value })} />
        </div>
      </div>
    </Section>
  )
}
