import type { FlagView } from '#src/contract/views/case-view.ts'
import type { Opinion } from '#src/domain/opinion.ts'
import { confidenceWords } from '#src/lib/words/opinion-words.ts'
import { Dialog, DialogPoints } from '#src/ui/parts/dialog.tsx'
import { Icon } from '#src/ui/parts/icon.tsx'
import { RefusalLine } from '#src/ui/parts/refusal-line.tsx'
import type { CheckItem } from './checklist.ts'

type CommitDialogProps = { isOpen: boolean; onClose: () => void; onCommit: () => void; isBusy: boolean; refusal: string | null; opinion: Opinion; about: { items: readonly CheckItem[]; waiting: number; flags: readonly FlagView[]; isSaved: boolean } }

const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`

function freezes(opinion: Opinion): string[] {
  return [
    count(opinion.drivers.length, 'driver call', 'driver calls'),
    count(opinion.interactions.length, 'word on an interaction', 'words on interactions'),
    opinion.noTherapeuticConsequence ? '“no therapeutic consequence”' : count(opinion.therapies.length, 'therapy in your order', 'therapies in your order'),
    `${count(opinion.avoid.length, 'thing', 'things')} not to do, ${count(opinion.tests.length, 'test', 'tests')}, ${opinion.plan.trim() === '' ? 'no plan' : 'your plan'}`,
    opinion.confidence === null ? 'no confidence chosen' : `confidence ${opinion.confidence}, ${confidenceWords(opinion.confidence)}`,
  ]
}

/** Says what freezes before it does. Both answers weigh the same. */
export function CommitDialog({ isOpen, onClose, onCommit, isBusy, refusal, opinion, about }: CommitDialogProps) {
  const missing = about.items.filter((item) => item.isMissing)
  const openFlags = about.flags.filter((flag) => flag.resolved === null)
  const canCommit = missing.length === 0 && about.isSaved && about.waiting === 0
  return (
    <Dialog title={missing.length === 0 ? 'Commit your opinion?' : 'Not everything is answered yet'} isOpen={isOpen} onClose={onClose} stay="Stay, nothing is recorded" answer={{ label: 'Commit', onChoose: onCommit, isBusy, isDisabled: !canCommit }}>
      {missing.length > 0 ? (
        <>
          <p>Asked of you and not answered. “Cannot assess” and “no therapeutic consequence” are answers.</p>
          <DialogPoints>{missing.map((item) => <li key={item.id} className="att"><Icon name="warn" />{item.name}</li>)}</DialogPoints>
        </>
      ) : (
        <>
          <p>This freezes for ever. A change after the reveal is possible with a reason, and both versions stay on record.</p>
          <DialogPoints>{freezes(opinion).map((line) => <li key={line}><Icon name="lock" isSmall />{line}</li>)}</DialogPoints>
          <p>Then the computed ranking opens to you. The other expert’s opinion opens when both have committed.</p>
        </>
      )}
      {about.waiting > 0 ? <p className="att">{count(about.waiting, 'line is', 'lines are')} not complete and would be lost: complete or remove {about.waiting === 1 ? 'it' : 'them'} first.</p> : null}
      {about.isSaved ? null : <p className="att">Your last words are not saved yet.</p>}
      {openFlags.length > 0 ? <DialogPoints>{openFlags.map((flag) => <li key={flag.id}><Icon name="flag" isSmall />{flag.blocking ? 'Open blocking flag: ' : 'Open flag: '}{flag.text}</li>)}</DialogPoints> : null}
      <RefusalLine text={refusal} />
    </Dialog>
  )
}
