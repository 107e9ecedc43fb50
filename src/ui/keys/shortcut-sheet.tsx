import './shortcut-sheet.css'
import { Switch } from '@mantine/core'
import { Dialog } from '../parts/dialog.tsx'
import { useActiveShortcuts, useSingleKeysSwitch } from './shortcut.ts'

const spelled = (keys: string) => keys.replace('mod+', navigator.platform.startsWith('Mac') ? 'Cmd ' : 'Ctrl ').replace('Escape', 'Esc')

/** What `?` shows: the keys that work on this screen, and the switch that turns single keys off. */
export function ShortcutSheet({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const shortcuts = useActiveShortcuts()
  const [isOn, setIsOn] = useSingleKeysSwitch()
  return (
    <Dialog title="Keys" isOpen={isOpen} onClose={onClose} stay="Close">
      <dl className="shortcut-sheet">
        {shortcuts.map(shortcut => <div key={`${shortcut.keys} ${shortcut.does}`}><dt><kbd>{spelled(shortcut.keys)}</kbd></dt><dd className="small">{shortcut.does}</dd></div>)}
      </dl>
      <Switch label="Single keys" description="Off inside text fields in any case" checked={isOn} onChange={event => setIsOn(event.currentTarget.checked)} />
    </Dialog>
  )
}
