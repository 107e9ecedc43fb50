import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Checkpoint } from '../record/checkpoint.ts'

const Line = z.strictObject({ ordinal: z.int(), at: z.string(), statement: z.string(), signature: z.base64(), publicKey: z.base64() })
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64'))

export const checkpointFile = (data: string) => join(data, 'checkpoints.ndjson')

/** The checkpoints outside the database, one a line, only ever appended: whoever changes the database alone does not reach them. */
export async function appendToFile(path: string, { ordinal, at, statement, signature, publicKey }: Checkpoint): Promise<void> {
  const file = await open(path, 'a', 0o600)
  try {
    await file.appendFile(`${JSON.stringify({ ordinal, at, statement, signature: base64(signature), publicKey: base64(publicKey) })}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
}

export async function readFromFile(path: string): Promise<Checkpoint[]> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  return text.split('\n').filter((line) => line !== '').map((line) => {
    const { signature, publicKey, ...rest } = Line.parse(JSON.parse(line))
    return { ...rest, signature: bytes(signature), publicKey: bytes(publicKey) }
  })
}
