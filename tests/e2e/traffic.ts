import type { BrowserContext, Request } from 'playwright-core'
import { rankingWordsIn } from '#tests/support/ranking-words.ts'

export type Answer = { method: string; path: string; status: number; isApi: boolean; text: string; json: unknown }
export type Traffic = ReturnType<typeof recordTraffic>

/** Records every response that a context receives, whole. One that could not be read is kept as such: a search over it would prove nothing. */
export function recordTraffic(context: BrowserContext) {
  const answers: Promise<Answer | { unread: string }>[] = []
  context.on('requestfinished', (request) => answers.push(answerTo(request).catch((error: Error) => ({ unread: `${request.url()}: ${error.message}` }))))
  /** All that came since a mark (`length` of an earlier reading); throws where a body could not be read. */
  const since = async (mark = 0): Promise<Answer[]> => {
    const read = await Promise.all(answers.slice(mark))
    const unread = read.flatMap((one) => ('unread' in one ? [one.unread] : []))
    if (unread.length > 0) throw new Error(`responses that could not be read: ${unread.join('; ')}`)
    return read.flatMap((one) => ('unread' in one ? [] : [one]))
  }
  return { since, mark: () => answers.length }
}

async function answerTo(request: Request): Promise<Answer> {
  const response = await request.response()
  if (!response) throw new Error('no response')
  const { pathname } = new URL(request.url())
  const isEmpty = response.status() === 204 || response.status() === 304
  // Chromium forgets the bytes of a file that it took from its cache; such a file is named by its content, so it is the same when asked for again.
  const body = () => response.body().catch((error: Error) => (pathname.startsWith('/assets/') ? asset(request.url()) : Promise.reject(error)))
  const text = isEmpty ? '' : (await body()).toString('utf8')
  const isJson = (response.headers()['content-type'] ?? '').includes('json')
  return { method: request.method(), path: pathname, status: response.status(), isApi: pathname.startsWith('/api/'), text, json: isJson && text !== '' ? JSON.parse(text) : null }
}

const asset = async (url: string) => Buffer.from(await (await fetch(url)).arrayBuffer())

/** Where a mark stands: in any response, of whatever kind. */
export const holding = (answers: readonly Answer[], mark: string) => answers.filter((one) => one.text.includes(mark)).map((one) => `${one.method} ${one.path}`)

/** Keys and words of the ranking in what the API answered; one's own draft is one's own words and is left out. */
export const rankingIn = (answers: readonly Answer[]) =>
  answers.filter((one) => one.isApi && !one.path.endsWith('/opinion')).flatMap((one) => rankingWordsIn(one.json).map((word) => `${one.method} ${one.path}: ${word}`))
