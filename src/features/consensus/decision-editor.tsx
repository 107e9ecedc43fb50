import './consensus.css'
import { Button, Select, Textarea } from '@mantine/core'
import { useId, useState } from 'react'
import { api } from '#src/contract/api.ts'
import type { ComparisonRowView } from '#src/contract/views/review-view.ts'
import type { RowOutcome } from '#src/domain/case/events.ts'
import type { RowDecision, Stance } from '#src/domain/comparison/row.ts'
import { bindKeys } from '#src/lib/key-table.ts'
import { useAct } from '#src/lib/use-act.ts'
import { choicesOf, openReasonWords } from '#src/lib/words/opinion-words.ts'
import { useShortcuts } from '#src/ui/keys/shortcut.ts'
import { KeyHint } from '#src/ui/parts/key-hint.tsx'
import { RefusalLine } from '#src/ui/parts/refusal-line.tsx'
import { Segments } from '#src/ui/parts/segments.tsx'
import { showToast } from '#src/ui/parts/toast.tsx'
import { outcomeWords, stanceWords } from './comparison-words.ts'
import { decisionOf, formOf, hindrance, leaveOpen, takeFrom, type DecisionForm } from './decision-form.ts'
import { decisionKeys } from './decision-keys.ts'
import { OptionFields } from './option-fields.tsx'
import { decideText } from './refusal-texts.ts'

const choices = <Code extends string>(words: Record<Code, string>) => choicesOf(words)

/** One row brought to its end: agreed, agreed with dissent, a test first, or left open with both wordings. What was committed blind stays on record. */
export function DecisionEditor({ caseId, row, onRecorded }: { caseId: string; row: ComparisonRowView; onRecorded: () => void }) {
  const [form, setForm] = useState<DecisionForm>(() => formOf(row))
  // The version this text was written against; null takes the newest, after one's own act.
  const [seen, setSeen] = useState<number | null>(row.version)
  const isStale = seen !== null && seen !== row.version
  const textId = useId()
  const decide = useAct(api.decideRow, caseId)
  const hinders = hindrance(form)
  const change = (patch: Partial<DecisionForm>) => setForm((before) => ({ ...before, ...patch }))
  const write = () => { change({ outcome: form.outcome ?? 'agreed' }); document.getElementById(textId)?.focus() }
  const acts = { '[': () => setForm((before) => takeFrom(row, 'genomic_expert', before)), ']': () => setForm((before) => takeFrom(row, 'oncologist', before)), w: write, o: () => setForm((before) => leaveOpen(row, before)) }
  useShortcuts(bindKeys(decisionKeys, acts))
  const record = () => {
    const decision = decisionOf(form)
    if (!decision) return
    decide.mutate({ params: { row: row.id }, body: { version: seen ?? row.version, decision } }, { onSuccess: () => { setSeen(null); showToast(`Recorded: ${row.subject}, ${outcomeWords[decision.outcome]}`); onRecorded() } })
  }
  const isSplit = form.outcome === 'left_open' || form.outcome === 'agreed_dissent'
  return (
    <div className="decision-editor">
      <div className="decision-row">
        <Button size="xs" disabled={!row.genomic_expert} onClick={acts['[']}>Take genomics <KeyHint keys="[" /></Button>
        <Button size="xs" disabled={!row.oncologist} onClick={acts[']']}>Take oncology <KeyHint keys="]" /></Button>
        <Button size="xs" onClick={write}>Write new <KeyHint keys="w" /></Button>
        <Button size="xs" onClick={acts.o}>Leave open <KeyHint keys="o" /></Button>
        <span className="small q">What was committed blind stays on record.</span>
      </div>
      <div className="decision-row">
        <div className="decision-labelled"><span className="lab" aria-hidden="true">How the row ends</span><Segments<RowOutcome> label="How the row ends" value={form.outcome} onChange={(outcome) => (outcome === 'left_open' ? setForm(leaveOpen(row, form)) : change({ outcome }))} options={choices(outcomeWords)} /></div>
        <div className="decision-labelled"><span className="lab" aria-hidden="true">What is decided</span><Segments<Stance> label="What is decided" value={form.stance} onChange={(stance) => change({ stance })} options={choices(stanceWords(row.kind))} /></div>
        {isSplit ? <Select className="reason-input" label="Reason, coded" data={choices(openReasonWords).filter((one) => one.value !== 'none')} value={form.reason === 'none' ? null : form.reason} placeholder="choose" onChange={(reason) => change({ reason: (reason ?? 'none') as RowDecision['reason'] })} /> : null}
      </div>
      <div className={isSplit ? 'decision-pair' : undefined}>
        <Textarea id={textId} autosize minRows={2} maxLength={2000} label={form.outcome === 'needs_test' ? 'Which test comes first, and what it decides' : form.outcome === 'left_open' ? 'First wording' : 'Agreed text, as it will be printed'} value={form.text} onChange={(event) => change({ text: event.currentTarget.value })} />
        {isSplit ? <Textarea autosize minRows={2} maxLength={1000} label={form.outcome === 'left_open' ? 'Second wording' : 'Dissent, as it will be printed'} value={form.dissent} onChange={(event) => change({ dissent: event.currentTarget.value })} /> : null}
      </div>
      {row.kind === 'therapy' && form.stance === 'for' && form.option ? <OptionFields option={form.option} onChange={(option) => change({ option })} /> : null}
      {isStale ? <p className="row att" role="alert">The other expert decided this row while you were writing. It is shown above; your text is still here. <Button size="xs" onClick={() => setSeen(row.version)}>I have read it</Button></p> : null}
      <div className="decision-row">
        <Button onClick={record} disabled={hinders !== null || isStale} loading={decide.isPending}>{row.decision ? 'Record the new decision' : 'Record decision'}</Button>
        {hinders ? <span className="small q">{hinders}</span> : row.decision ? <span className="small q">A new decision takes back both agreements to the plan.</span> : null}
        <RefusalLine text={decide.error ? decideText[decide.error.code] : null} />
      </div>
    </div>
  )
}
