import './control.css'
import type { Ref } from 'react'
import { Icon } from './icon.tsx'
import { KeyHint } from './key-hint.tsx'

type SearchFieldProps = { label: string; value: string; onChange: (value: string) => void; keys?: string; inputRef?: Ref<HTMLInputElement> }

/** Search in this view. The label is the placeholder and the accessible name; Escape clears. */
export function SearchField({ label, value, onChange, keys, inputRef }: SearchFieldProps) {
  return (
    <label className="search-field">
      <Icon name="search" isSmall />
      <input ref={inputRef} type="search" aria-label={label} placeholder={label} value={value} onChange={event => onChange(event.currentTarget.value)}
        onKeyDown={event => { if (event.key === 'Escape' && value !== '') { event.stopPropagation(); onChange('') } }} />
      {keys === undefined ? null : <KeyHint keys={keys} />}
    </label>
  )
}
