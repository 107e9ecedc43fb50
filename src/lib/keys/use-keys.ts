import { useEffect, useRef, useSyncExternalStore } from 'react'
import type { Handlers, KeyTable } from './key-table.ts'
import { activeKeyTables, addKeyLayer, areKeysOn, watchKeyboard } from './keyboard.ts'

/** While the component is on screen, the keys of its table do what `handlers` says. Every key of the table needs a handler, or it does not compile. */
export function useKeys<Keys extends string>(table: KeyTable<Keys>, handlers: Handlers<Keys>) {
  const latest = useRef(handlers)
  useEffect(() => {
    latest.current = handlers
  })
  useEffect(() => addKeyLayer({ table, handler: (keys) => (latest.current as Readonly<Record<string, () => void>>)[keys] }), [table]) // Handlers is such a record, by its type
}

export const useActiveKeyTables = () => useSyncExternalStore(watchKeyboard, activeKeyTables)
export const useAreKeysOn = () => useSyncExternalStore(watchKeyboard, areKeysOn)
