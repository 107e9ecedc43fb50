import { lazy, Suspense, useState } from 'react'
import type { Command } from './command.ts'
import { useShortcuts } from './shortcut.ts'

// Not in the first load: the palette comes with the first press of its keys.
const PaletteWindow = lazy(() => import('./palette-window.tsx').then(module => ({ default: module.PaletteWindow })))

/** Ctrl or Cmd K: go to a gene, a drug, a case, an action. `onSearch` hears each query so that the caller can look further. */
export function CommandPalette({ commands, placeholder = 'Case, gene, drug or action', onSearch }: { commands: readonly Command[]; placeholder?: string; onSearch?: (query: string) => void }) {
  const [asked, setAsked] = useState(0)
  useShortcuts([{ keys: 'mod+k', does: 'Go to gene, drug, case, action', act: () => setAsked(times => times + 1) }])
  if (asked === 0) return null
  return <Suspense fallback={null}><PaletteWindow commands={commands} placeholder={placeholder} onSearch={onSearch} asked={asked} /></Suspense>
}
