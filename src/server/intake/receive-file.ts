/** 64 MB packed, as dropped (limits of design 4); counted while it arrives, so that a larger one is refused early. */
export const uploadLimit = 64 * 1024 * 1024

export async function receiveFile(request: Request): Promise<Uint8Array<ArrayBuffer> | 'too_large'> {
  const announced = Number(request.headers.get('content-length') ?? 0)
  if (announced > uploadLimit || !request.body) return announced > uploadLimit ? 'too_large' : new Uint8Array()
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) { // a web stream is iterable in Node and in Chromium workers
    length += chunk.byteLength
    if (length > uploadLimit) return 'too_large'
    chunks.push(chunk)
  }
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.byteLength
  }
  return bytes
}
