import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { SchemeToggle } from '#src/ui/frame/scheme-toggle.tsx'
import { PaletteButton } from './palette-button.tsx'
import { PersonMenu } from './person-menu.tsx'

/** Bar over places that belong to no case. */
export function TopBar({ children }: { children?: ReactNode }) {
  return (
    <header className="top-bar">
      <Link to="/" className="top-name">Consilium</Link>
      <div className="top-middle">{children}</div>
      <div className="top-end"><PaletteButton /><PersonMenu /><SchemeToggle /></div>
    </header>
  )
}
