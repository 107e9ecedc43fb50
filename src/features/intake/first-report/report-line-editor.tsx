import { Button, NativeSelect, NumberInput, TagsInput, Textarea, TextInput } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { OriginalReportLine } from '#src/domain/intake.ts'
import { Icon } from '#src/ui/parts/icon.tsx'
import { Segments } from '#src/ui/parts/segments.tsx'
import { LineMatches } from './line-matches.tsx'

const kinds = [{ value: 'finding', label: 'finding' }, { value: 'therapy', label: 'therapy' }, { value: 'trial', label: 'trial' }, { value: 'negative', label: 'negative' }, { value: 'limit', label: 'limit' }]
type EditorProps = {
  intakeId: string; line: OriginalReportLine; at: number; typedBy: string; labels: ReadonlyMap<string, string>
  onChange: (patch: Partial<OriginalReportLine> | null) => void
  /** Turns the document to the page of the line; absent where there is none. */
  onShow?: ((page: number) => void) | undefined
}

/** One conclusion of the laboratory's report, and what it speaks of. A change of null takes the line out. */
export function ReportLineEditor({ intakeId, line, at, typedBy, labels, onChange, onShow }: EditorProps) {
  const { page } = line
  const box = useRef<HTMLFieldSetElement>(null)
  useEffect(() => { box.current?.scrollIntoView({ block: 'nearest' }) }, [])
  return (
    <fieldset className="entry report-line" ref={box}>
      <legend className="heard">{`Line ${at + 1} of the report`}</legend>
      <NativeSelect label="Kind" value={line.kind} data={kinds} onChange={(event) => onChange({ kind: event.currentTarget.value as OriginalReportLine['kind'] /* only these are offered */ })} />
      <NumberInput label="Page" min={1} max={999} allowDecimal={false} hideControls value={page ?? ''} onChange={(value) => onChange({ page: value === '' || Number(value) < 1 ? null : Number(value) })} className="line-page" />
      {onShow && page !== null ? <Button className="line-show" aria-label={`Show page ${page} of the document`} onClick={() => onShow(page)}>Show</Button> : null}
      <div><p className="small">It speaks</p><Segments label="It speaks" isLarge value={line.stance} onChange={(stance) => onChange({ stance })} options={[{ value: 'for', label: 'For' }, { value: 'against', label: 'Against' }, { value: 'neutral', label: 'Neither' }]} /></div>
      <button type="button" className="icon-button line-remove" aria-label={`Remove line ${at + 1}`} title="Remove this line" onClick={() => onChange(null)}><Icon name="cross" /></button>
      <Textarea label="As the report says it" withAsterisk className="whole" autosize minRows={1} maxRows={6} maxLength={400} value={line.text} onChange={(event) => onChange({ text: event.currentTarget.value })} />
      <TextInput label="Gene" placeholder="none named" value={line.gene ?? ''} onChange={(event) => onChange({ gene: event.currentTarget.value.trim().toUpperCase() || null })} className="line-gene" />
      <TagsInput label="Therapy" className="grow" splitChars={[',', '+', ';']} value={line.therapy ?? []} onChange={(therapy) => onChange({ therapy: therapy.length === 0 ? null : therapy.map((one) => one.trim().toLowerCase()) })} />
      <TextInput label="Tier there" placeholder="not stated" maxLength={20} value={line.tier ?? ''} onChange={(event) => onChange({ tier: event.currentTarget.value || null })} className="line-tier" />
      <LineMatches intakeId={intakeId} line={line} labels={labels} onChange={onChange} />
      <p className="line-by small qq">typed by {typedBy}</p>
    </fieldset>
  )
}
