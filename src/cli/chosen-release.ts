import { resolve } from 'node:path'
import { findRelease, shelfOf } from '#src/server/main/release-shelf.ts'
import type { FoundRelease } from '#src/server/main/release-shelf.ts'
import { message } from './command.ts'

/** Options of every command that reads with a release of one's choice. */
export const knowledgeOptions = { knowledge: { type: 'string' }, data: { type: 'string' } } as const

/** The data folder that is meant when none is said. */
export const dataFolder = (said: string | undefined): string => resolve(said ?? process.env['CONSILIUM_DATA'] ?? 'data')

/** The release that is asked for, or the built-in one. Null, with the reason on standard error, when there is none of that name. */
export async function chosenRelease({ knowledge, data }: { knowledge?: string | undefined; data?: string | undefined }): Promise<FoundRelease | null> {
  const found = await findRelease(shelfOf(dataFolder(data)), knowledge ?? process.env['CONSILIUM_KNOWLEDGE'] ?? 'built-in')
  if (!('problem' in found)) return found
  message(found.problem)
  return null
}
