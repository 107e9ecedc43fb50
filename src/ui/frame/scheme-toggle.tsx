import './frame.css'
import { useMantineColorScheme, type MantineColorScheme } from '@mantine/core'
import { Icon } from '../parts/icon.tsx'

const next: Record<MantineColorScheme, MantineColorScheme> = { auto: 'light', light: 'dark', dark: 'auto' }
const words: Record<MantineColorScheme, string> = { auto: 'as the system', light: 'light', dark: 'dark' }

/** Light, dark, as the system; kept in this browser. */
export function SchemeToggle() {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const said = `Colours: ${words[colorScheme]}. Change to ${words[next[colorScheme]]}`
  return <button type="button" className="icon-button" aria-label={said} title={said} onClick={() => setColorScheme(next[colorScheme])}><Icon name="scheme" /></button>
}
