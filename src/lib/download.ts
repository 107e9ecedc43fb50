import type { Endpoint, ParamsOf } from '#src/contract/endpoint.ts'
import { problemOf, send } from './call.ts'

type FileEndpoint = Endpoint & { file: string }

/** Fetches a file operation and hands it to the browser under the name the server gave. Throws like `call`; nothing is saved then. */
export async function download<E extends FileEndpoint>(endpoint: E, input: { params: ParamsOf<E> }): Promise<void> {
  const response = await send(endpoint, input)
  if (!response.ok) throw problemOf(await response.json().catch(() => null))
  const url = URL.createObjectURL(await response.blob())
  const link = document.createElement('a')
  link.href = url
  link.download = nameIn(response.headers.get('content-disposition')) ?? 'consilium'
  link.click()
  URL.revokeObjectURL(url)
}

function nameIn(disposition: string | null): string | null {
  const start = disposition?.indexOf('filename="') ?? -1
  if (!disposition || start < 0) return null
  const end = disposition.indexOf('"', start + 10)
  return end < 0 ? null : disposition.slice(start + 10, end)
}
