import { setupWorker } from 'msw/browser'
import { http, HttpResponse } from 'msw/http'
import type { AskHost, HostAnswer, Preparation } from './host-message.ts'
import { thisTab } from './this-tab.ts'

/**
 * The browser demonstration: the whole server runs in one dedicated worker over IndexedDB. MSW only forwards, because its handlers run on
 * the main thread, which is there to answer keys. Rejects with the reason when the demonstration cannot run here.
 */
export async function startDemonstration(onPreparing: (at: Preparation) => void): Promise<void> {
  const host = await startHost(onPreparing)
  const network = setupWorker(http.all('*/api/*', ({ request }) => host(request)))
  await network.start({ onUnhandledFrame: 'bypass', quiet: true })
}

type Waiting = { resolve: (response: Response) => void; reject: (error: Error) => void }

function startHost(onPreparing: (at: Preparation) => void): Promise<(request: Request) => Promise<Response>> {
  const worker = new Worker(new URL('./demonstration-worker.ts', import.meta.url), { type: 'module', name: thisTab() })
  const waiting = new Map<number, Waiting>()
  let next = 0
  const ask = async (request: Request): Promise<Response> => {
    const id = next++
    const body = request.method === 'GET' ? null : await request.arrayBuffer()
    const message: AskHost = { id, method: request.method, url: request.url, headers: [...request.headers], body }
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject })
      worker.postMessage(message, body ? [body] : [])
    })
  }
  return new Promise((resolve, reject) => {
    worker.onerror = (event) => reject(new Error(event.message || 'its program could not be loaded'))
    worker.onmessage = ({ data }: MessageEvent<HostAnswer>) => {
      if ('preparing' in data) return onPreparing(data.preparing)
      if ('ready' in data) return resolve(ask)
      if ('failed' in data) return reject(new Error(data.failed))
      const asked = waiting.get(data.id)
      waiting.delete(data.id)
      if ('defect' in data) return asked?.reject(new Error(data.defect))
      asked?.resolve(new HttpResponse(data.body, { status: data.status, headers: data.headers }))
    }
  })
}
