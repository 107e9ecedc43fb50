import './toast.css'
import { Notifications, notifications } from '@mantine/notifications'
import { KeyHint } from './key-hint.tsx'
import type { ToastUndo } from './toast-undo.ts'

const id = 'toast'

/** Adapter around the notifications of the component library: where the one toast stands. */
export function ToastWindow() {
  // Below dialogs (200): a dialog at the lower right keeps its answers free.
  return <Notifications position="bottom-right" limit={1} zIndex={150} />
}

export function pushToast(text: string, undo: ToastUndo | undefined) {
  const actAndHide = () => {
    notifications.hide(id)
    undo?.act()
  }
  notifications.clean() // the queue too: ten sections adopted in a row would be told for forty seconds
  notifications.show({
    id,
    withCloseButton: false,
    autoClose: undo ? 30_000 : 4_000,
    // A toast that offers nothing lets presses through to what it lies over.
    style: undo ? {} : { pointerEvents: 'none' },
    message: (
      <span className="toast-line">
        <span>{text}</span>
        {undo ? <button type="button" onClick={actAndHide}>{undo.label ?? 'Undo'} <KeyHint keys={undo.keys ?? 'u'} /></button> : null}
      </span>
    ),
  })
}
