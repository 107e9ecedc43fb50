import { Client } from 'pg'
import { z } from 'zod'
import { localChanges } from './local-changes.ts'
import type { Changes } from './ports.ts'

const channel = 'consilium_changes'
const Change = z.object({ caseId: z.string(), version: z.int() })
type Change = z.infer<typeof Change>

export const notification = (change: Change) => ({ channel, payload: JSON.stringify(change) })

/**
 * LISTEN on a connection of its own. When it is lost it is opened again, and every case is announced with its present version: what
 * was said in between is not missed, and hearing a version twice is harmless.
 */
export async function postgresChanges(url: string, present: () => Promise<Change[]>, publish: Changes['publish']): Promise<Changes & { close: () => Promise<void> }> {
  const { deliver, subscribe } = localChanges()
  let closed = false
  let client: Client | null = null
  let retry: NodeJS.Timeout | undefined

  const listen = async (): Promise<void> => {
    const fresh = new Client({ connectionString: url, application_name: 'consilium changes', keepAlive: true })
    fresh.on('notification', ({ payload }) => deliver(Change.parse(JSON.parse(payload ?? ''))))
    // The reason does not matter: whatever ended the connection, it is opened again.
    fresh.on('error', () => undefined)
    fresh.on('end', () => again())
    await fresh.connect()
    await fresh.query(`listen ${channel}`)
    client = fresh
  }

  const again = () => {
    if (closed) return
    clearTimeout(retry)
    retry = setTimeout(() => {
      listen().then(present).then((all) => all.forEach(deliver)).catch(again)
    }, 500)
  }

  await listen()
  return {
    publish,
    subscribe,
    close: async () => {
      closed = true
      clearTimeout(retry)
      await client?.end()
    },
  }
}
