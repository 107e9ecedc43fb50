import { Button, NativeSelect, NumberInput, TagsInput, TextInput } from '@mantine/core'
import type { TreatmentLine } from '#src/domain/course.ts'
import { DateField } from './date-field.tsx'

const words = (values: Record<string, string>) => Object.entries(values).map(([value, label]) => ({ value, label }))
const settings = words({ unknown: 'not stated', neoadjuvant: 'neoadjuvant', adjuvant: 'adjuvant', locally_advanced: 'locally advanced', metastatic: 'metastatic' })
const modalities = words({ systemic: 'systemic', surgery: 'surgery', radiotherapy: 'radiotherapy', trial: 'trial', other: 'other' })
const responses = words({ not_stated: 'not stated', complete_response: 'complete response', partial_response: 'partial response', stable_disease: 'stable disease', progressive_disease: 'progressive disease', not_evaluable: 'not evaluable' })
const stops = words({ not_stated: 'not stated', progression: 'progression', toxicity: 'toxicity', completed: 'completed', patient_choice: "patient's choice", ongoing: 'ongoing', other: 'other' })
type Change = (patch: Partial<TreatmentLine>) => void

/** One earlier line of treatment. */
export function TreatmentEditor({ line, at, onChange, onRemove }: { line: TreatmentLine; at: number; onChange: Change; onRemove: () => void }) {
  return (
    <fieldset className="entry">
      <legend className="heard">{`Treatment ${at + 1}`}</legend>
      <NumberInput label="Line" min={1} max={20} allowDecimal={false} hideControls value={line.line ?? ''} onChange={(value) => onChange({ line: value === '' ? null : Number(value) })} style={{ width: 64 }} />
      <TagsInput label="Drugs" description="generic names; Enter after each" className="grow" splitChars={[',', '+', ';']} value={line.drugs} onChange={(drugs) => onChange({ drugs: drugs.map((drug) => drug.trim().toLowerCase()) })} />
      {/* the casts of this row: each select offers exactly the values of its field */}
      <NativeSelect label="Modality" value={line.modality} data={modalities} onChange={(event) => onChange({ modality: event.currentTarget.value as TreatmentLine['modality'] })} />
      <NativeSelect label="Setting" value={line.setting} data={settings} onChange={(event) => onChange({ setting: event.currentTarget.value as TreatmentLine['setting'] })} />
      <DateField label="From" value={line.from} onChange={(from) => onChange({ from })} />
      <DateField label="To" value={line.to} onChange={(to) => onChange({ to })} />
      <NativeSelect label="Best response" value={line.bestResponse} data={responses} onChange={(event) => onChange({ bestResponse: event.currentTarget.value as TreatmentLine['bestResponse'] })} />
      <NativeSelect label="Stopped for" value={line.stopReason} data={stops} onChange={(event) => onChange({ stopReason: event.currentTarget.value as TreatmentLine['stopReason'] })} />
      <TextInput label="Note" className="grow" maxLength={400} value={line.note} onChange={(event) => onChange({ note: event.currentTarget.value })} />
      <Button onClick={onRemove}>Remove</Button>
    </fieldset>
  )
}
