import { localChanges } from './local-changes.ts'
import type { Changes } from './ports.ts'

type Change = { caseId: string; version: number }

/** Changes between the tabs of one browser. A channel does not hear itself, so the own tab is told directly. */
export function broadcastChanges(name: string): Changes & { close: () => void } {
  const { deliver, subscribe } = localChanges()
  const channel = new BroadcastChannel(name)
  // Same origin, same product: `publish` below is the only sender.
  channel.onmessage = (event: MessageEvent<Change>) => deliver(event.data)
  return {
    subscribe,
    publish: (change) => {
      channel.postMessage(change)
      return Promise.resolve(deliver(change))
    },
    close: () => channel.close(),
  }
}
