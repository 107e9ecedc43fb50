import type { Endpoint, ParamsOf, ResponseOf } from '#src/contract/endpoint.ts'
import { addressOf, ApiError, ownPage, parseAnswer, problemOf } from './call.ts'

type UploadEndpoint = Endpoint & { upload: true }
type UploadInput<E extends UploadEndpoint> = { params: ParamsOf<E>; name: string; file: Blob; onProgress: (sent: number) => void; signal: AbortSignal }

/** Sends a file as it is, telling how many bytes have left. XMLHttpRequest, because fetch cannot tell upload progress. */
export function upload<E extends UploadEndpoint>(endpoint: E, input: UploadInput<E>): Promise<ResponseOf<E>> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(endpoint.method, addressOf(endpoint, { params: input.params }))
    for (const [name, value] of Object.entries(ownPage)) request.setRequestHeader(name, value)
    request.setRequestHeader('content-type', 'application/octet-stream')
    // In a header, not in the address: file names carry patient names, and addresses end up in logs.
    request.setRequestHeader('x-file-name', encodeURIComponent(input.name))
    request.upload.onprogress = (event) => input.onProgress(event.loaded)
    request.onerror = () => reject(new ApiError('unreachable'))
    request.onabort = () => reject(new DOMException('upload cancelled', 'AbortError'))
    request.onload = () => {
      try {
        const payload: unknown = parseJson(request.responseText)
        if (request.status >= 400) reject(problemOf(payload))
        else resolve(parseAnswer(endpoint, payload))
      } catch (error) {
        reject(error instanceof Error ? error : new ApiError('unexpected'))
      }
    }
    if (input.signal.aborted) return reject(new DOMException('upload cancelled', 'AbortError'))
    input.signal.addEventListener('abort', () => request.abort(), { once: true })
    request.send(input.file)
  })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null // a proxy's page instead of JSON: told apart by the status, and by the schema
  }
}
