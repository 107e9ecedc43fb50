import type { Page } from 'playwright-core'

/** Asks as the page itself does: its own fetch, through whatever answers /api there. For `ask` of the seeder. */
export const inPageFetch = (page: Page) => async (request: Request): Promise<Response> => {
  const { pathname, search } = new URL(request.url)
  const asked = { path: pathname + search, method: request.method, headers: [...request.headers], body: request.method === 'GET' ? null : await request.text() }
  const answered = await page.evaluate(async ({ path, method, headers, body }) => {
    const response = await fetch(path, { method, headers, body })
    return { status: response.status, text: await response.text() }
  }, asked)
  return new Response(answered.text, { status: answered.status })
}
