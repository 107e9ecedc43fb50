import './intake.css'
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import type { IntakeView } from '#src/contract/views/intake-view.ts'
import type { IntakeForm } from '#src/domain/intake.ts'
import { timeIn } from '#src/lib/zone-time.ts'
import { useSession } from '#src/lib/use-session.ts'
import { Pane } from '#src/ui/frame/pane.tsx'
import { Screen } from '#src/ui/frame/screen.tsx'
import { Toolbar } from '#src/ui/frame/toolbar.tsx'
import { FailedState, LoadingState } from '#src/ui/parts/four-states.tsx'
import { SaveState, type SaveStateValue } from '#src/ui/parts/save-state.tsx'
import { GateList } from './gate-list.tsx'
import { IntakeActs } from './intake-acts.tsx'
import { previewQuery } from './intake-query.ts'
import { intakeSteps, stepOfGate, type IntakeStepId } from './intake-steps.ts'
import { recordsState } from './records/records-state.ts'
import { StepAssay } from './form/step-assay.tsx'
import { StepCourse } from './form/step-course.tsx'
import { StepPeople } from './form/step-people.tsx'
import { StepQuestion } from './form/step-question.tsx'
import { StepRecords } from './records/step-records.tsx'
import { StepReport } from './first-report/step-report.tsx'
import { StepTumour } from './form/step-tumour.tsx'
import { StepNav } from './step-nav.tsx'
import { TwoForms } from './form/two-forms.tsx'
import { useIntakeDraft } from './form/use-intake-draft.ts'
import { useTakeOver } from './records/use-take-over.ts'
import { useUploads } from './records/use-uploads.ts'

type IntakeProps = { initial: IntakeView; personId: string; step: IntakeStepId; onStep: (step: IntakeStepId) => void; onTakenIn: (caseId: string) => void; onDiscarded: () => void }

/** Taking a case in: steps in any order, everything saved as it is typed, the gates always in sight. */
export function Intake({ initial, personId, step, onStep, onTakenIn, onDiscarded }: IntakeProps) {
  const { zone, today } = useSession()
  const { draft, state } = useIntakeDraft(initial, personId)
  const preview = useQuery(previewQuery(initial.id))
  const uploads = useUploads(initial.id)
  // Drawn in slices between keys: five hundred rows that arrive at once must not hold back what is being typed.
  const read = useDeferredValue(preview.data) ?? null
  const takeOver = useTakeOver(initial.id, draft)
  const form = state.value
  const edit = (patch: Partial<IntakeForm>) => draft.change((value) => ({ ...value, ...patch }))
  const gates = preview.data?.gates ?? null
  const records = recordsState(preview.data ?? null, uploads.sending)
  const isStale = state.at === 'saving' || draft.isUnsaved()
  const openGates = gates && records !== 'waiting' ? gates.filter((gate) => gate.state === 'open' || gate.state === 'blocked').length : null
  const save: SaveStateValue = state.at === 'saved' ? { at: 'saved', time: state.savedAt ? timeIn(state.savedAt, zone) : '' } : { at: state.at }
  const at = intakeSteps.findIndex((one) => one.id === step)
  const next = intakeSteps[at + 1]
  const before = intakeSteps[at - 1]
  const props = { form, edit }
  return (
    <Screen name="intake" inspector={
      <Pane label="Ready check" bars={<Toolbar level={2} title="Ready check" count={isStale ? 'checking' : undefined} />} foot={<IntakeActs intakeId={initial.id} draft={draft} openGates={isStale && openGates === 0 ? 0 : openGates} onTakenIn={(taken) => onTakenIn(taken.caseId)} onDiscarded={onDiscarded} />}>
        {preview.isPending ? <LoadingState what="the gates" rows={8} /> : null}
        {preview.isError && !preview.data ? <FailedState what="the ready check" reason="The server does not answer." effect="It is not known which gates are open, so the case cannot be taken in. What you typed is safe." onRetry={() => void preview.refetch()} /> : null}
        {gates ? <GateList gates={gates} records={records} gaps={form.gaps} onGaps={(gaps) => edit({ gaps })} onGo={(gate) => onStep(stepOfGate(gate))} /> : null}
      </Pane>
    }>
      <StepNav step={step} gates={gates ?? []} records={records} onStep={onStep} />
      <Pane label={intakeSteps[at]?.name ?? 'Intake'} bars={<Toolbar title={intakeSteps[at]?.name ?? 'Intake'} count={`step ${at + 1} of ${intakeSteps.length}`} end={<SaveState state={save} onRetry={draft.retry} />} />}
        foot={<div className="foot-bar">{before ? <Button onClick={() => onStep(before.id)}>Back: {before.name}</Button> : null}<span className="right">{next ? <Button onClick={() => onStep(next.id)}>Next: {next.name}</Button> : null}</span></div>}>
        {state.other ? <TwoForms mine={form} other={state.other.value} onSettle={draft.settle} /> : null}
        <div className="intake-step">
          {step === 'records' ? <StepRecords {...props} intakeId={initial.id} preview={read} uploads={uploads} takeOver={takeOver} onSave={draft.flush} /> : null}
          {step === 'tumour' ? <StepTumour {...props} /> : null}
          {step === 'assay' ? <StepAssay {...props} /> : null}
          {step === 'question' ? <StepQuestion {...props} /> : null}
          {step === 'course' ? <StepCourse {...props} /> : null}
          {step === 'report' ? <StepReport {...props} intakeId={initial.id} capturedBy={personId} preview={read} uploads={uploads} takeOver={takeOver} /> : null}
          {step === 'people' ? <StepPeople {...props} today={today} /> : null}
        </div>
      </Pane>
    </Screen>
  )
}
