import { Button, NativeSelect, NumberInput, TagsInput, Textarea, TextInput } from '@mantine/core'
import type { OriginalReportLine } from '#src/domain/intake.ts'
import { Segments } from '#src/ui/parts/segments.tsx'

const kinds = [{ value: 'finding', label: 'finding' }, { value: 'therapy', label: 'therapy' }, { value: 'trial', label: 'trial' }, { value: 'negative', label: 'negative' }, { value: 'limit', label: 'limit' }]
type Change = (patch: Partial<OriginalReportLine>) => void

/** One conclusion of the laboratory's report, and what it speaks of. */
export function ReportLineEditor({ line, at, onChange, onRemove }: { line: OriginalReportLine; at: number; onChange: Change; onRemove: () => void }) {
  return (
    <fieldset className="entry">
      <legend className="heard">{`Line ${at + 1} of the report`}</legend>
      <NativeSelect label="Kind" value={line.kind} data={kinds} onChange={(event) => onChange({ kind: event.currentTarget.value as OriginalReportLine['kind'] /* only these are offered */ })} />
      <Textarea label="As the report says it" withAsterisk className="wide" autosize minRows={1} maxRows={6} maxLength={400} value={line.text} onChange={(event) => onChange({ text: event.currentTarget.value })} />
      <NumberInput label="Page" min={1} max={999} allowDecimal={false} hideControls value={line.page ?? ''} onChange={(value) => onChange({ page: value === '' || Number(value) < 1 ? null : Number(value) })} style={{ width: 64 }} />
      <TextInput label="Gene" placeholder="EGFR" value={line.gene ?? ''} onChange={(event) => onChange({ gene: event.currentTarget.value.trim().toUpperCase() || null })} style={{ width: 104 }} />
      <TagsInput label="Therapy" className="grow" splitChars={[',', '+', ';']} value={line.therapy ?? []} onChange={(therapy) => onChange({ therapy: therapy.length === 0 ? null : therapy.map((one) => one.trim().toLowerCase()) })} />
      <div><p className="small">It speaks</p><Segments label="It speaks" isLarge value={line.stance} onChange={(stance) => onChange({ stance })} options={[{ value: 'for', label: 'For' }, { value: 'against', label: 'Against' }, { value: 'neutral', label: 'Neither' }]} /></div>
      <TextInput label="Tier there" placeholder="I-A" maxLength={20} value={line.tier ?? ''} onChange={(event) => onChange({ tier: event.currentTarget.value || null })} style={{ width: 80 }} />
      <Button onClick={onRemove}>Remove</Button>
    </fieldset>
  )
}
