import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canRun, hasBrowser } from '#tests/support/requirements.ts'
import { startProduct, type Product } from './product.ts'
import { enter, openBrowser, type Visitor } from './visitor.ts'

const ready = canRun('browser', hasBrowser, 3, 'no Chromium on this machine')

/** A sequence as a person presses it. */
async function press(page: Page, keys: string): Promise<void> {
  for (const key of keys.split(' ')) await page.keyboard.press(key)
}

/** The keys that the sheet lists on the screen as it is. */
async function sheetOf(page: Page): Promise<string[]> {
  await page.keyboard.press('?')
  const sheet = page.getByRole('dialog', { name: 'Keys' })
  await sheet.waitFor()
  const keys = await sheet.locator('dt').allInnerTexts()
  await page.keyboard.press('Escape')
  await sheet.waitFor({ state: 'hidden' })
  return keys
}
const twice = (keys: readonly string[]) => keys.filter((key, at) => keys.indexOf(key) !== at)

describe.skipIf(!ready)('with keys only', () => {
  let product: Product
  let browser: Browser
  let oncologist: Visitor
  beforeAll(async () => {
    product = await startProduct()
    browser = await openBrowser()
    oncologist = await enter(browser, product, 'oncology.one')
  })
  afterAll(async () => {
    await browser?.close()
    await product?.stop()
  })

  test('from the worklist into a case, through its places, to the commitment and back', async () => {
    const { page } = oncologist
    await press(page, 'j')
    await page.getByRole('row', { selected: true }).waitFor()
    const first = await page.getByRole('row', { selected: true }).innerText()
    await press(page, 'j k')
    expect(await page.getByRole('row', { selected: true }).innerText()).toBe(first)
    await press(page, 'Enter')
    await page.waitForURL(/\/case\/[^/]+\//)
    await page.getByRole('navigation', { name: 'Case' }).waitFor()

    await press(page, 'g v')
    await page.getByRole('grid', { name: 'Alterations' }).waitFor()
    await press(page, 'j j')
    const inspector = page.getByRole('button', { name: /^Show in network/ })
    await inspector.waitFor()
    await press(page, 'Enter')
    expect(await page.evaluate(() => document.activeElement?.closest('.inspector') !== null), 'Enter puts the focus into the inspector').toBe(true)
    await press(page, 'Escape')
    await inspector.waitFor({ state: 'hidden' })

    await press(page, 'g n')
    await page.getByRole('region', { name: 'Interactions' }).getByRole('button').first().waitFor()
    const unlit = page.getByText('none: choose an interaction')
    await unlit.waitFor()
    await press(page, 'j')
    await unlit.waitFor({ state: 'hidden' })
    await press(page, 'v')
    await page.getByRole('treegrid', { name: 'Network as text' }).waitFor()
    await press(page, 'Escape')
    await unlit.waitFor()

    await press(page, 'g r')
    await page.getByRole('region', { name: 'Your opinion', exact: true }).waitFor()
    await press(page, 'Control+Enter')
    await page.getByRole('dialog').waitFor()
    await press(page, 'Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await press(page, 'g l')
    await page.getByRole('button', { name: 'Start oldest due' }).waitFor()
  })

  test('keys are off in a text field', async () => {
    const { page } = oncologist
    await page.goto('/')
    await page.getByRole('button', { name: 'Start oldest due' }).waitFor()
    await press(page, '/')
    await page.keyboard.type('gvj?')
    expect(await page.getByRole('searchbox', { name: 'Filter this list' }).inputValue()).toBe('gvj?')
    expect(await page.getByRole('dialog').count()).toBe(0)
    await press(page, 'Escape')
  })

  test('no key has two meanings on any screen, as its own sheet lists them', async () => {
    const { page } = oncologist
    const { rows } = (await (await page.context().request.get('/api/cases')).json()) as { rows: { id: string; stage: string; myRole: string | null }[] } // the contract's worklist
    const mine = rows.filter((row) => row.myRole === 'oncologist')
    const blind = mine.find((row) => row.stage === 'review')
    const open = mine.find((row) => row.stage !== 'review')
    if (!blind || !open) throw new Error('the demonstration holds a case in review and one beyond it')
    const screens = ['/', ...['overview', 'variants', 'network', 'network?view=text', 'therapies', 'review', 'history'].map((place) => `/case/${blind.id}/${place}`), ...['therapies', 'comparison', 'consensus', 'report', 'report?view=signing'].map((place) => `/case/${open.id}/${place}`)]
    for (const screen of screens) {
      await page.goto(screen)
      await page.waitForLoadState('networkidle')
      const keys = await sheetOf(page)
      expect(keys.length, screen).toBeGreaterThan(3)
      expect({ screen, twice: twice(keys) }).toEqual({ screen, twice: [] })
    }
    expect(oncologist.complaints()).toEqual([])
  })
})
