import type { Endpoint, ParamsOf } from '#src/contract/endpoint.ts'
import { ApiError, problemOf, send, type ErrorOf } from './call.ts'

type FileEndpoint = Endpoint & { file: string }

/** The bytes of a file operation, for showing them in the page; nothing is saved on the machine. Throws like `call`. */
export async function fileBytes<E extends FileEndpoint>(endpoint: E, input: { params: ParamsOf<E> }, signal?: AbortSignal): Promise<Uint8Array> {
  const response = await send(endpoint, input, signal)
  if (!response.ok) throw problemOf(await response.json().catch(() => null)) as ErrorOf<E>
  try {
    return new Uint8Array(await response.arrayBuffer())
  } catch (cause) {
    if (signal?.aborted) throw cause
    throw new ApiError('unreachable', null, { cause })
  }
}
