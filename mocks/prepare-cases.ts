import { deleteDB } from 'idb'
import type { Store } from '#src/server/store/ports.ts'
import { demonstrationNames } from './demonstration-names.ts'
import type { Preparation } from './host-message.ts'

type Seeding = { isSeeded: () => Promise<boolean>; markSeeded: () => Promise<void>; open: () => Promise<Store>; seed: (store: Store, told: (done: number, of: number) => void) => Promise<void>; tell: (at: Preparation) => void }

/**
 * Opens the store with all demonstration cases in it. Several tabs may start at once: one plays the cases under a lock, the others wait,
 * hear how far it is, and find them there. Cases of a start that was cut short are half played and nobody has worked on them yet:
 * they are thrown away and played anew.
 */
export async function prepareCases({ isSeeded, markSeeded, open, seed, tell }: Seeding): Promise<Store> {
  const channel = new BroadcastChannel(demonstrationNames.channel)
  channel.onmessage = ({ data }: MessageEvent<{ done: number; of: number }>) => tell({ ...data, elsewhere: true })
  try {
    return await navigator.locks.request(demonstrationNames.lock, async () => {
      channel.onmessage = null
      if (await isSeeded()) return open()
      await deleteDB(demonstrationNames.cases)
      const store = await open()
      await seed(store, (done, of) => {
        tell({ done, of, elsewhere: false })
        channel.postMessage({ done, of })
      })
      await markSeeded()
      return store
    })
  } finally {
    channel.close()
  }
}
