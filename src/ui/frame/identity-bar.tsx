import './frame.css'
import type { ReactNode } from 'react'
import { SchemeToggle } from './scheme-toggle.tsx'

export type IdentityItem = { label: string; value: ReactNode }
type IdentityBarProps = { code: ReactNode; under?: ReactNode; items: readonly IdentityItem[]; end?: ReactNode; menu?: ReactNode }

/** Never scrolls away: code and due text in the width of the rail, then facts, then state and scheme. Identity is what the caller was given: this part hides nothing. */
export function IdentityBar({ code, under, items, end, menu }: IdentityBarProps) {
  return (
    <header className="identity">
      {menu}
      <div className="identity-code"><b>{code}</b><span>{under}</span></div>
      <dl className="identity-facts">
        {items.map(item => <div key={item.label}><dt>{item.label}</dt><dd title={typeof item.value === 'string' ? item.value : undefined}>{item.value}</dd></div>)}
      </dl>
      <div className="identity-end">{end}<SchemeToggle /></div>
    </header>
  )
}
