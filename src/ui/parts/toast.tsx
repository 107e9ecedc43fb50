import './control.css'
import { notifications } from '@mantine/notifications'
import { KeyHint } from './key-hint.tsx'

const id = 'toast'

/** One line at the bottom right, one at a time. With an undo it stays 30 s, else 6 s. It reports an act of this person, never a failure: failures stand beside the control. */
export function showToast(text: string, undo?: { label?: string; keys?: string; act: () => void }) {
  const actAndHide = () => {
    notifications.hide(id)
    undo?.act()
  }
  notifications.hide(id)
  notifications.show({
    id,
    withCloseButton: false,
    autoClose: undo ? 30_000 : 6_000,
    message: (
      <span className="toast-line">
        <span>{text}</span>
        {undo ? <button type="button" onClick={actAndHide}>{undo.label ?? 'Undo'} <KeyHint keys={undo.keys ?? 'u'} /></button> : null}
      </span>
    ),
  })
}
