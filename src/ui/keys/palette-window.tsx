import './command-palette.css'
import { Spotlight, spotlight, type SpotlightActionData } from '@mantine/spotlight'
import { useEffect } from 'react'
import { Icon } from '../parts/icon.tsx'
import type { Command } from './command.ts'

type PaletteWindowProps = { commands: readonly Command[]; placeholder: string; onSearch: ((query: string) => void) | undefined; asked: number }

/** Adapter around the spotlight of the component library. */
export function PaletteWindow({ commands, placeholder, onSearch, asked }: PaletteWindowProps) {
  // The library keeps the window in a store of its own and closes it itself: each time it is asked for, it is opened.
  useEffect(() => { if (asked > 0) spotlight.open() }, [asked])
  const actionOf = (command: Command): SpotlightActionData => ({
    id: command.id, label: command.label, group: command.group, keywords: [...(command.words ?? [])], onClick: command.act, ...(command.note === undefined ? {} : { description: command.note }),
  })
  const groups = [...new Set(commands.map(command => command.group))]
  return (
    <Spotlight shortcut={null} nothingFound="Nothing by this name" limit={24} highlightQuery={false} overlayProps={{ style: { background: 'var(--scrim)', backdropFilter: 'none' } }} scrollable maxHeight={420}
      actions={groups.map(group => ({ group, actions: commands.filter(command => command.group === group).map(actionOf) }))}
      {...(onSearch ? { onQueryChange: onSearch } : {})}
      searchProps={{ placeholder, leftSection: <Icon name="search" />, 'aria-label': placeholder }} />
  )
}
