import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openInBrowser } from '#tests/support/browser-page.ts'
import { canRun, hasBrowser } from '#tests/support/requirements.ts'
import { storeSuite } from './store-suite.ts'

/** What the page offers; see indexed-db-page.ts. */
type InPage = { checks: string[]; runCheck: (index: number) => Promise<string | null> }

const names = [...storeSuite.map(({ name }) => name), 'the keys of the browser are the same when opened again, and cannot be read out']
const ready = canRun('browser', hasBrowser, names.length, 'no Chromium on this machine')

describe.skipIf(!ready)('IndexedDB', () => {
  let page: Page
  let close: () => Promise<void>
  beforeAll(async () => {
    ({ page, close } = await openInBrowser('tests/conformance/indexed-db-page.ts'))
    // Guaranteed by indexed-db-page.ts, which puts both on the global object.
    await page.waitForFunction(() => 'checks' in globalThis)
    expect(await page.evaluate(() => (globalThis as unknown as InPage).checks)).toEqual(names)
  })
  afterAll(() => close())

  test.each(names.map((name, index) => ({ name, index })))('$name', async ({ index }) => {
    expect(await page.evaluate((at) => (globalThis as unknown as InPage).runCheck(at), index)).toBeNull()
  })
})
