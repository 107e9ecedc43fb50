import type { Changes } from './ports.ts'

type Listener = Parameters<Changes['subscribe']>[0]

/** Changes within one process; the other homes deliver what they hear from outside through `deliver`. */
export function localChanges(): Changes & { deliver: (change: { caseId: string; version: number }) => void } {
  const listeners = new Set<Listener>()
  const deliver: Listener = (change) => {
    for (const listener of listeners) listener(change)
  }
  return {
    deliver,
    publish: (change) => Promise.resolve(deliver(change)),
    subscribe: (listener) => {
      // Wrapped, so that the same function subscribed twice is two subscriptions.
      const own: Listener = (change) => listener(change)
      listeners.add(own)
      return Promise.resolve(() => {
        listeners.delete(own)
        return Promise.resolve()
      })
    },
  }
}
