import type { BodyOf, Endpoint, ParamsOf, ResponseOf } from '#src/contract/endpoint.ts'

type Fetch = (request: Request) => Response | Promise<Response>
type Input<E extends Endpoint> = { params: ParamsOf<E>; query?: Record<string, string> } & (BodyOf<E> extends undefined ? { file?: { name: string; bytes: Uint8Array<ArrayBuffer> } } : { body: BodyOf<E> })

/** Asks the server in process, through the same door as everybody. A refusal is an error here: a demonstration case must play through. */
export async function ask<E extends Endpoint>(fetch: Fetch, endpoint: E, input: Input<E>): Promise<ResponseOf<E>> {
  const params = input.params as Record<string, string> // the path's own names
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const query = input.query ? `?${new URLSearchParams(input.query)}` : ''
  const file = 'file' in input ? input.file : undefined
  const body = 'body' in input ? JSON.stringify(input.body) : file?.bytes
  const response = await fetch(new Request(`http://localhost/api${path}${query}`, {
    method: endpoint.method,
    headers: { 'x-consilium': '1', 'content-type': file ? 'application/octet-stream' : 'application/json', ...(file ? { 'x-file-name': encodeURIComponent(file.name) } : {}) },
    ...(body === undefined ? {} : { body }),
  }))
  if (!response.ok) throw new Error(`${endpoint.method} ${path} answered ${response.status}: ${await response.text()}`)
  return endpoint.response.parse(await response.json()) as ResponseOf<E> // the schema of this very endpoint
}
