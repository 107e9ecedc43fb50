import './app.css'
import { Outlet, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { bindKeys } from '#src/lib/key-table.ts'
import { useSession } from '#src/lib/use-session.ts'
import { useShortcuts } from '#src/ui/keys/shortcut.ts'
import { everywhereKeys } from '../keys.ts'
import { AppPalette } from './app-palette.tsx'
import { ShowKeys } from './show-keys.ts'

const ShortcutSheet = lazy(() => import('#src/ui/keys/shortcut-sheet.tsx').then((module) => ({ default: module.ShortcutSheet })))

/** Around everything behind the sign-in: keys, palette. Keyed by the person, so that nothing typed or selected passes from one person to the next. */
export function SignedInShell() {
  const { person } = useSession()
  const navigate = useNavigate()
  const [isSheetWanted, setIsSheetWanted] = useState(false)
  const [isSheetOpen, setIsSheetOpen] = useState(false)
  const showKeys = () => {
    setIsSheetWanted(true)
    setIsSheetOpen(true)
  }
  useShortcuts(bindKeys(everywhereKeys, { '?': showKeys, '/': focusSearch, 'g l': () => void navigate({ to: '/' }) }))
  return (
    <ShowKeys value={showKeys}>
      <Outlet key={person?.id} />
      <AppPalette onShowKeys={showKeys} />
      {isSheetWanted ? <Suspense fallback={null}><ShortcutSheet isOpen={isSheetOpen} onClose={() => setIsSheetOpen(false)} /></Suspense> : null}
    </ShowKeys>
  )
}

function focusSearch() {
  const field = document.querySelector<HTMLInputElement>('main input[type="search"]')
  field?.focus()
  field?.select()
}
