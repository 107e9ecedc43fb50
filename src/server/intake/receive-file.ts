/** 64 MB packed, as dropped; counted while it arrives, so that a larger one is refused early. */
export const uploadLimit = 64 * 1024 * 1024

export async function receiveFile(request: Request): Promise<Uint8Array<ArrayBuffer> | 'too_large'> {
  const announced = Number(request.headers.get('content-length') ?? 0)
  if (announced > uploadLimit || !request.body) return announced > uploadLimit ? 'too_large' : new Uint8Array()
  // What is announced is set aside once; otherwise the room grows as pieces come.
  let bytes = new Uint8Array(announced > 0 ? announced : 2 ** 16)
  let length = 0
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) { // a web stream is iterable in Node and in Chromium workers
    if (length + chunk.byteLength > uploadLimit) return 'too_large'
    if (length + chunk.byteLength > bytes.byteLength) bytes = larger(bytes, length + chunk.byteLength)
    bytes.set(chunk, length)
    length += chunk.byteLength
  }
  return length === bytes.byteLength ? bytes : bytes.slice(0, length)
}

/** Doubles until it fits, so that no byte is copied more than once on average. */
function larger(bytes: Uint8Array<ArrayBuffer>, needed: number): Uint8Array<ArrayBuffer> {
  const grown = new Uint8Array(Math.min(uploadLimit, Math.max(needed, bytes.byteLength * 2)))
  grown.set(bytes)
  return grown
}
