import { useEffect, useRef, useSyncExternalStore } from 'react'

/** `keys`: one key ("j", "?", "Escape"), a sequence ("g v") or a chord ("mod+k", "mod+Enter"; mod is Ctrl, on a Mac Cmd). `does`: for the sheet. */
export type Shortcut = { keys: string; does: string; act: () => void; isOff?: boolean }

type Listener = () => void
const active = new Set<{ current: readonly Shortcut[] }>()
const listeners = new Set<Listener>()
let pending = ''
let pendingTimer: ReturnType<typeof setTimeout> | undefined
let sheet: readonly Shortcut[] = []
const storageKey = 'consilium-single-keys'

const tell = () => {
  sheet = [...active].flatMap(one => one.current.filter(shortcut => !shortcut.isOff))
  for (const listener of listeners) listener()
}

const subscribe = (listener: Listener) => {
  listeners.add(listener)
  return () => { listeners.delete(listener) }
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input:not([type=checkbox], [type=radio], [type=button], [type=range]), textarea, select, [role=textbox]'))

const areSingleKeysOn = () => globalThis.localStorage?.getItem(storageKey) !== 'off'

function wordOf(event: KeyboardEvent) {
  if (event.ctrlKey || event.metaKey) return `mod+${event.key.length === 1 ? event.key.toLowerCase() : event.key}`
  return event.altKey ? null : event.key
}

function find(keys: string) {
  // The latest mounted wins: a drawer above a screen takes its keys first.
  return [...active].toReversed().flatMap(one => one.current).find(shortcut => shortcut.keys === keys && !shortcut.isOff)
}

function listen(event: KeyboardEvent) {
  const word = wordOf(event)
  if (word === null || event.defaultPrevented || event.isComposing) return
  const isChord = word.startsWith('mod+')
  // WCAG 2.1.4: single keys are off in text fields and can be switched off as a whole; Escape is no character key.
  if (!isChord && (isTyping(event.target) || (word !== 'Escape' && !areSingleKeysOn()) || document.querySelector('[aria-modal=true]'))) return
  const sequence = pending === '' ? word : `${pending} ${word}`
  pending = ''
  clearTimeout(pendingTimer)
  const found = find(sequence) ?? find(word)
  if (found) {
    event.preventDefault()
    found.act()
    return
  }
  if ([...active].some(one => one.current.some(shortcut => shortcut.keys.startsWith(`${word} `)))) {
    pending = word
    pendingTimer = setTimeout(() => { pending = '' }, 1500)
  }
}

/** Keys of this part of the screen while it is mounted. */
export function useShortcuts(shortcuts: readonly Shortcut[]) {
  const latest = useRef(shortcuts)
  useEffect(() => {
    latest.current = shortcuts
    tell()
  }, [shortcuts])
  useEffect(() => {
    if (active.size === 0) document.addEventListener('keydown', listen)
    active.add(latest)
    tell()
    return () => {
      active.delete(latest)
      if (active.size === 0) document.removeEventListener('keydown', listen)
      tell()
    }
  }, [])
}

/** Every shortcut that works now, for the sheet. */
export function useActiveShortcuts(): readonly Shortcut[] {
  return useSyncExternalStore(subscribe, () => sheet, () => sheet)
}

/** The switch of WCAG 2.1.4: all single keys on or off, kept in this browser. */
export function useSingleKeysSwitch(): readonly [boolean, (isOn: boolean) => void] {
  const isOn = useSyncExternalStore(subscribe, areSingleKeysOn, () => true)
  const change = (next: boolean) => {
    globalThis.localStorage?.setItem(storageKey, next ? 'on' : 'off')
    tell()
  }
  return [isOn, change]
}
