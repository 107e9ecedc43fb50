import './correction.css'
import { Button, Checkbox, Textarea } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#src/contract/api.ts'
import type { CaseView } from '#src/contract/views/case-view.ts'
import type { CorrectionView } from '#src/contract/views/correction-view.ts'
import { call, type ErrorOf } from '#src/lib/call.ts'
import { upload } from '#src/lib/upload.ts'
import { useAct } from '#src/lib/use-act.ts'
import { Pane } from '#src/ui/frame/pane.tsx'
import { Screen } from '#src/ui/frame/screen.tsx'
import { Toolbar } from '#src/ui/frame/toolbar.tsx'
import { DropFiles } from '#src/ui/parts/drop-files.tsx'
import { FailedState, LoadingState } from '#src/ui/parts/four-states.tsx'
import { Icon } from '#src/ui/parts/icon.tsx'
import { RefusalLine } from '#src/ui/parts/refusal-line.tsx'
import { Section } from '#src/ui/parts/section.tsx'
import { CorrectionGates } from './correction-gates.tsx'
import { correctionQuery } from './correction-query.ts'
import { confirmTexts, discardTexts, setTexts, uploadTexts } from './correction-texts.ts'
import { DifferenceSection } from './difference-section.tsx'

type CorrectionProps = { view: Pick<CaseView, 'id' | 'round' | 'corrections'>; onDone: () => void }

/** A corrected or late file of a case: compared with what the case holds, and confirmed with a reason. Nothing is recorded before that. */
export function Correction({ view: { id: caseId, round, corrections }, onDone }: CorrectionProps) {
  const query = useQuery(correctionQuery(caseId))
  const client = useQueryClient()
  const settle = (view: CorrectionView) => client.setQueryData(correctionQuery(caseId).queryKey, view)
  const send = useMutation<CorrectionView, ErrorOf<typeof api.uploadCorrection>, File>({
    mutationFn: (file) => upload(api.uploadCorrection, { params: { caseId }, name: file.name.slice(0, 300), file, onProgress: () => {}, signal: new AbortController().signal }),
    onSuccess: settle,
  })
  const set = useMutation<CorrectionView, ErrorOf<typeof api.setCorrection>, Pick<CorrectionView, 'replaces' | 'gaps'>>({ mutationFn: (body) => call(api.setCorrection, { params: { caseId }, body }), onSuccess: settle })
  const discard = useMutation<{ discarded: true }, ErrorOf<typeof api.discardCorrection>, void>({ mutationFn: () => call(api.discardCorrection, { params: { caseId } }), onSuccess: () => client.invalidateQueries({ queryKey: correctionQuery(caseId).queryKey }) })
  // Here and not beside the button, which goes as soon as nothing is left to confirm.
  const confirm = useAct(api.confirmCorrection, caseId)
  const view = query.data
  const isShown = view !== undefined && view.state !== 'none'
  const refusal = send.error ? uploadTexts[send.error.code] : set.error ? setTexts[set.error.code] : discard.error ? discardTexts[discard.error.code] : null
  return (
    <Screen name="correction">
      <Pane label="Corrected file" bars={<Toolbar title="Corrected file" count={`the case is in round ${round}`} end={<Button size="xs" onClick={onDone}>Back to the overview</Button>} />}
        foot={view?.state === 'ready' ? <Confirm view={view} round={round} isBusy={set.isPending} confirm={confirm} onDone={onDone} /> : undefined}>
        <Section title="File" note={isShown ? undefined : 'nothing is recorded before it is confirmed'} end={isShown ? <Button loading={discard.isPending} onClick={() => discard.mutate()}>Discard it</Button> : undefined}>
          {view?.state === 'none' ? <DropFiles what="the corrected file" hint="any kind that intake reads; it is compared with what the case holds, and a new round opens only when you confirm" isOne isBusy={send.isPending} onFiles={([file]) => { if (file) send.mutate(file) }} /> : null}
          {send.isPending ? <p className="q row" role="status"><i className="ring" aria-hidden="true" />sending {send.variables.name}</p> : null}
          <RefusalLine text={refusal} />
          {view?.file && isShown ? <p className="row"><Icon name="file" /><b className="med">{view.file.name}</b></p> : null}
          {view?.state === 'ready' ? <Replaces view={view} isBusy={set.isPending} onReplaces={(replaces) => set.mutate({ replaces, gaps: view.gaps })} /> : null}
        </Section>
        {query.isPending ? <LoadingState what="a corrected file under way" /> : null}
        {query.isError && !view ? <FailedState what="the corrected file" reason="The server does not answer." effect="It is not known whether a corrected file is under way. The case stays as it is." onRetry={() => void query.refetch()} /> : null}
        {view?.state === 'reading' ? <LoadingState what="the corrected file; until it is read nothing can be said of the difference" /> : null}
        {view?.state === 'failed' ? <FailedState what={view.file?.name ?? 'the corrected file'} reason={view.problems[0]?.message ?? 'It could not be read.'} effect="The case stays as it is. Discard the file and drop another." /> : null}
        {view?.state === 'ready' && view.changes ? (
          <>
            <DifferenceSection difference={view.changes} />
            <CorrectionGates gates={view.gates} gaps={view.gaps} onGaps={(gaps) => set.mutate({ replaces: view.replaces, gaps })} />
            <Section title="What is kept"><p className="q">Committed opinions and everything said so far stay on record with the file they were given on. What the experts said of the {view.changes.unchanged + view.changes.changed.length} alterations that are still there begins the next round; each expert looks at it again and commits anew.</p></Section>
          </>
        ) : null}
        {view && view.problems.length > 0 && view.state === 'ready' ? <Section title="Remarks of the reader" note={String(view.problems.length)}><ul>{view.problems.slice(0, 20).map((one, at) => <li key={at} className="small q">{one.line === null ? '' : `line ${one.line}: `}{one.message}</li>)}</ul></Section> : null}
        {view?.state === 'none' && corrections.length > 0 ? (
          <Section title="Corrected before" note={String(corrections.length)}>
            <ul>{corrections.map((one) => <li key={one.round} className="correction-before"><b className="med">Round {one.round}</b> {one.file}{one.replaced.length > 0 ? ` in place of ${one.replaced.join(', ')}` : ', added'}: {one.added} added, {one.removed} removed, {one.changed} changed, {one.unchanged} unchanged. <span className="q">{one.by}: {one.reason}</span></li>)}</ul>
          </Section>
        ) : null}
      </Pane>
    </Screen>
  )
}

function Replaces({ view, isBusy, onReplaces }: { view: CorrectionView; isBusy: boolean; onReplaces: (hashes: string[]) => void }) {
  if (view.candidates.length === 0) return <p className="q">The case holds no other file: this one is added.</p>
  return (
    <Checkbox.Group mt="sm" label="Takes the place of" description={view.replaces.length === 0 ? 'Nothing ticked: it is added beside the files of the case' : 'Findings that only these files state are removed'} value={view.replaces} onChange={onReplaces}>
      <div className="stack correction-files">{view.candidates.map((one) => <Checkbox key={one.hash} value={one.hash} disabled={isBusy} label={`${one.name}${one.sameSource ? ' (the same source)' : ''}`} />)}</div>
    </Checkbox.Group>
  )
}

type ConfirmProps = { view: CorrectionView; round: number; isBusy: boolean; confirm: ReturnType<typeof useAct<typeof api.confirmCorrection>>; onDone: () => void }

function Confirm({ view, round, isBusy, confirm, onDone }: ConfirmProps) {
  const [reason, setReason] = useState('')
  const isOpen = view.gates.some((gate) => gate.state === 'open' || gate.state === 'blocked')
  const { reading } = view
  return (
    <form className="foot-bar correction-confirm" data-size="act" onSubmit={(event) => { event.preventDefault(); if (reading !== null) confirm.mutateAsync({ body: { reading, reason: reason.trim() } }).then(onDone, () => undefined /* said below */) }}>
      <Textarea aria-label="Why the records are corrected" placeholder="why the records are corrected; kept with the new round" autosize minRows={1} maxRows={3} maxLength={600} value={reason} onChange={(event) => setReason(event.currentTarget.value)} className="grow" />
      <Button type="submit" variant="filled" loading={confirm.isPending} disabled={reading === null || isOpen || isBusy || reason.trim().length < 3}>Confirm, and open round {round + 1}</Button>
      <RefusalLine text={confirm.error ? confirmTexts[confirm.error.code] : null} />
    </form>
  )
}
