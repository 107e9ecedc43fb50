import './therapies.css'
import { Button, MultiSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { api } from '#src/contract/api.ts'
import type { TherapyCard } from '#src/contract/views/therapies-view.ts'
import type { SuggestionVerdict } from '#src/domain/case/events.ts'
import type { ReasonCode } from '#src/domain/opinion.ts'
import { useAct } from '#src/lib/use-act.ts'
import { choicesOf, reasonWords } from '#src/lib/words/opinion-words.ts'
import { FootBar } from '#src/ui/frame/toolbar.tsx'
import { Icon } from '#src/ui/parts/icon.tsx'
import { JudgementBar, type Judgement } from '#src/ui/parts/judgement-bar.tsx'
import { RefusalLine } from '#src/ui/parts/refusal-line.tsx'
import { showToast } from '#src/ui/parts/toast.tsx'
import { judgementText } from './refusal-texts.ts'
import { therapyName, verdictWords } from './therapy-words.ts'

const toBar: Record<SuggestionVerdict, Judgement> = { agree: 'agree', agree_with_change: 'agree-with-change', reject: 'reject', not_assessable: 'not-assessable' }
const fromBar: Record<Judgement, SuggestionVerdict> = { agree: 'agree', 'agree-with-change': 'agree_with_change', reject: 'reject', 'not-assessable': 'not_assessable' }

/** My word on one suggestion: four answers of equal weight, no default, and every answer takes the same two actions. */
export function DecisionBar({ caseId, card }: { caseId: string; card: TherapyCard }) {
  const mine = card.judgement
  const [verdict, setVerdict] = useState<SuggestionVerdict | null>(mine?.verdict ?? null)
  const [reasons, setReasons] = useState<ReasonCode[]>(mine?.reasons ?? [])
  const [possibleHarm, setPossibleHarm] = useState(mine?.possibleHarm ?? false)
  const [note, setNote] = useState(mine?.note ?? '')
  const judge = useAct(api.judgeSuggestion, caseId)
  const isSame = mine !== null && mine.verdict === verdict && mine.reasons.join() === reasons.join() && mine.possibleHarm === possibleHarm && mine.note === note
  const record = () => {
    if (verdict === null) return
    judge.mutate({ params: { therapy: card.therapy }, body: { version: mine?.version ?? 0, verdict, reasons, possibleHarm, note } }, { onSuccess: () => showToast(`Recorded: ${therapyName(card.drugs)}, ${verdictWords[verdict]}`) })
  }
  const other = card.otherJudgement
  return (
    <FootBar size="act">
      <JudgementBar value={verdict === null ? null : toBar[verdict]} onChange={(value) => setVerdict(fromBar[value])}>
        <button type="button" className="harm" aria-pressed={possibleHarm} onClick={() => setPossibleHarm(!possibleHarm)}><Icon name={possibleHarm ? 'check' : 'flag'} isSmall />Possible harm</button>
        <MultiSelect className="reasons" aria-label="Reasons" placeholder={reasons.length === 0 ? 'Reasons' : ''} data={choicesOf(reasonWords)} value={reasons} onChange={(values) => setReasons(values as ReasonCode[])} comboboxProps={{ withinPortal: true }} />
        <TextInput className="judgement-note" aria-label="Note" placeholder="Note" maxLength={1000} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
        <Button onClick={record} disabled={verdict === null || isSame} loading={judge.isPending}>{isSame ? 'Recorded' : 'Record'}</Button>
      </JudgementBar>
      {other ? <p className="small q">The other expert: {verdictWords[other.verdict]}{other.reasons.length > 0 ? ` (${other.reasons.map((code) => reasonWords[code]).join(', ')})` : ''}{other.possibleHarm ? ', possible harm' : ''}{other.note ? `. ${other.note}` : ''}</p> : null}
      <RefusalLine text={judge.error ? judgementText[judge.error.code] : null} />
    </FootBar>
  )
}
