import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPdf } from '#tests/support/a-pdf.ts'
import { canRun, hasBrowser } from '#tests/support/requirements.ts'
import { hasSharedData, sharedPath } from '#tests/support/shared-data.ts'
import { intakeScreen } from './intake-screen.ts'
import { startProduct, type Product } from './product.ts'
import { reportBeside } from './report-beside.ts'
import { enter, openBrowser, type Visitor } from './visitor.ts'

const ready = canRun('browser', hasBrowser, 7, 'no Chromium on this machine')
const shared = hasSharedData('cases', 1)

const report = { name: 'report.pdf', bytes: Buffer.from(aPdf([['EGFR p.Leu858Arg was found', 'ERBB1 T790M: resistance to erlotinib', 'Osimertinib is approved for this alteration'], ['No fusion of ALK or ROS1', 'Limit: copy numbers were not called']])) }

describe.skipIf(!ready)('the first report beside the form', () => {
  let product: Product
  let browser: Browser
  let coordinator: Visitor
  beforeAll(async () => {
    product = await startProduct()
    browser = await openBrowser()
    coordinator = await enter(browser, product, 'coordinator')
    const intake = intakeScreen(coordinator.page)
    await intake.start()
    await intake.typeFindings('EGFR L858R; EGFR T790M')
  })
  afterAll(async () => {
    await browser?.close()
    await product?.stop()
  })

  test('a dropped PDF is a document, not a broken record; it is drawn, in fonts of our own origin', async () => {
    const { page, traffic } = coordinator
    await intakeScreen(page).drop([report])
    expect(await intakeScreen(page).answerOn(report.name)).toContain('PDF document')
    const beside = reportBeside(page)
    await beside.open()
    await beside.shown(1)
    expect(await beside.inkOnPage()).toBeGreaterThan(500)
    const asked = (await traffic.since()).filter((one) => one.path.includes('/assets/pdf-6')).map((one) => one.path)
    expect(asked.length, 'Helvetica is not in the file').toBeGreaterThan(0)
  })

  test('a passage selected with the mouse becomes a line with its page and kind, and offers the alteration that it names', async () => {
    const { page } = coordinator
    const beside = reportBeside(page)
    await beside.dragOver('EGFR p.Leu858Arg')
    await beside.addAs('Finding')
    await expect.poll(() => beside.text(1)).toBe('EGFR p.Leu858Arg was found')
    const line = beside.line(1)
    expect(await line.getByLabel('Kind').inputValue()).toBe('finding')
    expect(await line.getByLabel('Page', { exact: true }).inputValue()).toBe('1')
    expect(await line.innerText()).toContain('typed by')
    const offer = line.getByRole('button', { name: 'Confirm that this line speaks of EGFR L858R' })
    await offer.waitFor()
    expect(await line.getByLabel('Gene', { exact: true }).inputValue(), 'nothing is linked without a press').toBe('')
    await offer.click()
    await line.getByRole('button', { name: /^EGFR L858R: confirmed/ }).waitFor()
    expect(await line.getByLabel('Gene', { exact: true }).inputValue()).toBe('EGFR')
  })

  test('the same by keyboard alone: a line of the page is chosen, taken over as a therapy, and the focus is back on the page', async () => {
    const { page } = coordinator
    const beside = reportBeside(page)
    await beside.pageText(1).focus()
    await page.keyboard.press('Escape')
    for (const key of ['ArrowDown', 'ArrowDown', 'Shift+ArrowDown']) await page.keyboard.press(key)
    await beside.acts.waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect.poll(() => beside.text(2)).toMatch(/T790M: resistance to erlotinib Osimertinib is approved for this alteration$/)
    expect(await beside.line(2).getByLabel('Kind').inputValue()).toBe('therapy')
    expect(await beside.line(2).getByRole('button', { name: 'Confirm that this line speaks of EGFR T790M' }).innerText(), 'an older symbol is recognised, and said').toContain('ERBB1')
    await page.keyboard.press('PageDown')
    await beside.shown(2)
    expect(await beside.pageText(2).evaluate((layer) => layer === document.activeElement)).toBe(true)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    for (let tab = 0; tab < 3; tab++) await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect.poll(() => beside.text(3)).toBe('No fusion of ALK or ROS1')
    expect(await beside.line(3).getByLabel('Kind').inputValue()).toBe('negative')
    expect(await beside.line(3).getByLabel('Page', { exact: true }).inputValue()).toBe('2')
  })

  test('a word is found on its page; a line leads back to the page it came from; lines survive a reload', async () => {
    const { page } = coordinator
    const beside = reportBeside(page)
    await page.getByRole('searchbox', { name: 'Find in the document' }).fill('resistance to')
    await beside.shown(1)
    await page.getByText('1 of 1', { exact: true }).waitFor()
    await beside.line(3).getByRole('button', { name: 'Show page 2 of the document' }).click()
    await beside.shown(2)
    await page.getByText(/^Saved \d\d:\d\d/).waitFor()
    await page.reload()
    await beside.shown(1)
    expect(await beside.lines.count()).toBe(3)
    await beside.line(1).getByRole('button', { name: /^EGFR L858R: confirmed/ }).waitFor()
  })

  test('a scan, a locked and a damaged PDF each say what they are, and lines can still be typed', async () => {
    const { page } = coordinator
    const beside = reportBeside(page)
    const others = [
      { name: 'scan.pdf', bytes: Buffer.from(aPdf([[], []])), says: /it is a scan/ },
      { name: 'locked.pdf', bytes: Buffer.from(aPdf([['EGFR']], { isLocked: true })), says: /protected by a password/ },
      { name: 'damaged.pdf', bytes: Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(2000, 0x41)]), says: /but it is damaged/ },
    ]
    await page.getByRole('navigation', { name: 'Steps of the intake' }).getByRole('button', { name: 'Records' }).click()
    await intakeScreen(page).drop(others)
    for (const { name } of others) expect(await intakeScreen(page).answerOn(name)).toContain('PDF document')
    await beside.open()
    for (const { name, says } of others) {
      await page.getByLabel("Which document is the laboratory's report").selectOption(name)
      await page.getByText(says).waitFor()
      expect(await beside.acts.count()).toBe(0)
    }
    await page.getByRole('button', { name: 'Add a line' }).click()
    await beside.line(4).getByLabel('As the report says it').fill('TMB 4 mutations/Mb')
    await page.getByText(/^Saved \d\d:\d\d/).waitFor()
  })

  test.skipIf(!shared)('a real report of six pages: drawn, searched, its passages matched', async () => {
    const { page } = coordinator
    const beside = reportBeside(page)
    await page.getByRole('navigation', { name: 'Steps of the intake' }).getByRole('button', { name: 'Records' }).click()
    await intakeScreen(page).drop([{ name: 'actin.pdf', bytes: readFileSync(sharedPath('cases', 'gold', 'actin', 'EXAMPLE-LUNG-01.actin.pdf') ?? '') }])
    await intakeScreen(page).answerOn('actin.pdf')
    await beside.open()
    await page.getByLabel("Which document is the laboratory's report").selectOption('actin.pdf')
    await beside.shown(1)
    await page.getByText('of 6', { exact: true }).waitFor()
    await beside.dragOver('EGFR C797S, EGFR L858R')
    await beside.addAs('Finding')
    await beside.line(5).getByRole('button', { name: 'Confirm that this line speaks of EGFR L858R' }).waitFor()
    await page.getByRole('searchbox', { name: 'Find in the document' }).fill('KRAS G12D')
    await page.getByText(/^1 of [2-9]/).waitFor()
  })

  test('the page has no complaint, and its policy refused nothing', () => {
    expect(coordinator.complaints()).toEqual([])
  })
})
