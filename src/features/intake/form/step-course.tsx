import { Button, Checkbox, NativeSelect, NumberInput, TagsInput, TextInput } from '@mantine/core'
import type { Course, TreatmentLine } from '#src/domain/course.ts'
import { Icon } from '#src/ui/parts/icon.tsx'
import { Section } from '#src/ui/parts/section.tsx'
import { Segments } from '#src/ui/parts/segments.tsx'
import type { StepProps } from './intake-form.ts'
import { TreatmentEditor } from './treatment-editor.tsx'

const organs = ['kidney', 'liver', 'heart', 'marrow', 'lung'] as const
const emptyLine = (line: number): TreatmentLine => ({ line, setting: 'unknown', drugs: [], modality: 'systemic', from: null, to: null, bestResponse: 'not_stated', stopReason: 'not_stated', note: '' })

/** What was done so far, as far as it decides what is realistic. */
export function StepCourse({ form, edit }: StepProps) {
  const { course } = form
  const change = (patch: Partial<Course>) => edit({ course: { ...course, ...patch } })
  const changeLine = (at: number, patch: Partial<TreatmentLine>) => change({ lines: course.lines.map((line, index) => (index === at ? { ...line, ...patch } : line)) })
  const organ = (name: (typeof organs)[number]) => course.organFunction.find((one) => one.organ === name)
  const setOrgan = (name: (typeof organs)[number], state: 'normal' | 'impaired' | 'unknown', detail = '') =>
    change({ organFunction: [...course.organFunction.filter((one) => one.organ !== name), ...(state === 'unknown' ? [] : [{ organ: name, state, detail }])] })
  return (
    <>
      <Section title="Earlier lines" note={course.lines.length === 0 ? 'none entered' : String(course.lines.length)} end={<Button onClick={() => change({ untreated: false, lines: [...course.lines, emptyLine(course.lines.length + 1)] })} leftSection={<Icon name="plus" isSmall />}>Add a line</Button>}>
        {course.lines.length === 0 ? (
          <>
            <p className="qq">An empty list says nothing: resistance, prior exposure and the line of a label stay unknown.</p>
            <Checkbox label="No treatment was given so far" checked={course.untreated === true} onChange={(event) => change({ untreated: event.currentTarget.checked })} />
          </>
        ) : null}
        {course.lines.map((line, index) => <TreatmentEditor key={index} at={index} line={line} onChange={(patch) => changeLine(index, patch)} onRemove={() => change({ lines: course.lines.filter((_, other) => other !== index) })} />)}
      </Section>
      <Section title="Patient now">
        <div className="fields">
          <TextInput label="Stage" placeholder="IV" maxLength={40} value={course.stage ?? ''} onChange={(event) => change({ stage: event.currentTarget.value || null })} />
          <NumberInput label="Age, years" min={0} max={120} allowDecimal={false} hideControls value={course.ageYears ?? ''} onChange={(value) => { if (value === '' || (Number(value) >= 0 && Number(value) <= 120)) change({ ageYears: value === '' ? null : Number(value) }) }} />
          <NativeSelect label="ECOG" value={course.ecog === null ? '' : String(course.ecog)} onChange={(event) => change({ ecog: event.currentTarget.value === '' ? null : Number(event.currentTarget.value) })} data={[{ value: '', label: 'not stated' }, '0', '1', '2', '3', '4']} />
          <div><p className="small">Disease in the brain</p><Segments label="Disease in the brain" isLarge value={course.brainDisease} onChange={(brainDisease) => change({ brainDisease })} options={[{ value: 'yes', label: 'Yes' }, { value: 'no', label: 'No' }, { value: 'unknown', label: 'Not stated' }]} /></div>
        </div>
      </Section>
      <Section title="Organ function and allergies">
        <ul className="organs">
          {organs.map((name) => (
            <li key={name}><span>{name}</span>
              <Segments label={name} value={organ(name)?.state ?? 'unknown'} onChange={(state) => setOrgan(name, state, organ(name)?.detail)} options={[{ value: 'normal', label: 'Normal' }, { value: 'impaired', label: 'Impaired' }, { value: 'unknown', label: 'Not stated' }]} />
              {organ(name)?.state === 'impaired' ? <TextInput aria-label={`${name}: detail`} placeholder="detail, for example creatinine clearance 42 ml/min" className="grow" maxLength={200} value={organ(name)?.detail ?? ''} onChange={(event) => setOrgan(name, 'impaired', event.currentTarget.value)} /> : null}
            </li>
          ))}
        </ul>
        <TagsInput mt="sm" label="Allergies" description="Enter after each" value={course.allergies} onChange={(allergies) => change({ allergies })} />
      </Section>
    </>
  )
}
