import type { KeyTable } from './key-table.ts'

type Layer = { table: KeyTable; handler: (keys: string) => (() => void) | undefined }

const SEQUENCE_MS = 1500
const OFF_KEY = 'consilium-keys'
const layers = new Set<Layer>()
const watchers = new Set<() => void>()
let tables: readonly KeyTable[] = []
let pending: { first: string; at: number } | null = null

const changed = () => {
  tables = [...layers].map((layer) => layer.table)
  for (const watcher of watchers) watcher()
}

export const watchKeyboard = (watcher: () => void) => {
  watchers.add(watcher)
  return () => void watchers.delete(watcher)
}
/** The tables of what is on screen now: the shortcut sheet shows exactly these. */
export const activeKeyTables = () => tables

export const areKeysOn = () => localStorage.getItem(OFF_KEY) !== 'off'
/** Single keys can be switched off as a whole (WCAG 2.1.4); combinations with Ctrl or Cmd stay. */
export function switchKeys(on: boolean) {
  if (on) localStorage.removeItem(OFF_KEY)
  else localStorage.setItem(OFF_KEY, 'off')
  changed()
}

export function addKeyLayer(layer: Layer): () => void {
  if (layers.size === 0) globalThis.addEventListener('keydown', onKeyDown)
  layers.add(layer)
  changed()
  return () => {
    layers.delete(layer)
    if (layers.size === 0) globalThis.removeEventListener('keydown', onKeyDown)
    changed()
  }
}

function onKeyDown(event: KeyboardEvent) {
  if (event.defaultPrevented || event.isComposing || event.altKey) return
  const isMod = event.ctrlKey || event.metaKey
  const key = isMod ? `Mod+${event.key.length === 1 ? event.key.toLowerCase() : event.key}` : event.key
  if (!isMod && (!areKeysOn() || isTypingIn(event.target) || isOpenDialog() || isItsOwnKey(event))) return
  const sequence = !isMod && pending && event.timeStamp - pending.at < SEQUENCE_MS ? `${pending.first} ${key}` : null
  pending = null
  const act = (sequence && find(sequence)) || (sequence ? undefined : find(key))
  if (act) {
    event.preventDefault()
    act()
  } else if (!isMod && tables.some((table) => table.rows.some((row) => row.keys.startsWith(`${key} `)))) pending = { first: key, at: event.timeStamp }
}

const find = (keys: string) => [...layers].reverse().map((layer) => layer.handler(keys)).find(Boolean)

function isTypingIn(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'submit', 'range', 'file'].includes(target.type)
  return target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.role === 'combobox'
}
/** A dialog keeps its keys to itself: nothing behind it may move. */
const isOpenDialog = () => document.querySelector('[role="dialog"]:not([aria-hidden="true"]), [aria-modal="true"]') !== null
/** Enter and Space belong to the button or link that has the focus. */
function isItsOwnKey(event: KeyboardEvent): boolean {
  if (event.key !== 'Enter' && event.key !== ' ') return false
  return event.target instanceof Element && event.target.closest('button, a, summary, input, [role="button"], [role="menuitem"], [role="option"]') !== null
}
