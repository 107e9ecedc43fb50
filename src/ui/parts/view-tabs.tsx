import './control.css'
import type { KeyboardEvent } from 'react'

export type ViewTab<Value extends string> = { value: Value; label: string; count?: number }
type ViewTabsProps<Value extends string> = { label: string; tabs: readonly ViewTab<Value>[]; value: Value; onChange: (value: Value) => void }

/** Views of one list, in the bar. Arrow keys move between them. */
export function ViewTabs<Value extends string>({ label, tabs, value, onChange }: ViewTabsProps<Value>) {
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    const next = tabs[tabs.findIndex(tab => tab.value === value) + by]
    if (by === 0 || next === undefined) return
    onChange(next.value)
    const buttons = event.currentTarget.querySelectorAll('button')
    buttons[tabs.indexOf(next)]?.focus()
  }
  return (
    <div className="view-tabs" role="tablist" aria-label={label} onKeyDown={move} tabIndex={-1}>
      {tabs.map(tab => (
        <button key={tab.value} type="button" role="tab" aria-selected={tab.value === value} tabIndex={tab.value === value ? 0 : -1} onClick={() => onChange(tab.value)}>
          {tab.label}{tab.count === undefined ? null : <span>{tab.count}</span>}
        </button>
      ))}
    </div>
  )
}
