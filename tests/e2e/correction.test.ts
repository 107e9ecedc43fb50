import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask } from '#mocks/seed/ask.ts'
import { api } from '#src/contract/api.ts'
import { canRun, hasBrowser } from '#tests/support/requirements.ts'
import { correctedMaf, maf, patient, readable } from './fixtures.ts'
import { inPageFetch } from './in-page-fetch.ts'
import { intakeScreen } from './intake-screen.ts'
import { startProduct, type Product } from './product.ts'
import { enter, goTo, openBrowser, type Visitor } from './visitor.ts'

const ready = canRun('browser', hasBrowser, 3, 'no Chromium on this machine')
const due = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10)

describe.skipIf(!ready)('a corrected file of a case', () => {
  let product: Product
  let browser: Browser
  let coordinator: Visitor
  let caseId = ''
  const roundNow = async () => (await ask(inPageFetch(coordinator.page), api.case, { params: { caseId } })).round
  beforeAll(async () => {
    product = await startProduct()
    browser = await openBrowser()
    coordinator = await enter(browser, product, 'coordinator')
    const intake = intakeScreen(coordinator.page)
    await intake.start()
    await intake.drop([maf])
    await intake.answerOn(maf.name)
    await intake.fillPatient(patient)
    await intake.fillAssay()
    await intake.fillQuestion('Progression on osimertinib: what next?')
    await intake.fillPeople(due)
    caseId = await intake.takeIn()
  })
  afterAll(async () => {
    await browser?.close()
    await product?.stop()
  })

  test('what it adds, removes and changes is shown before anything is recorded', async () => {
    const { page } = coordinator
    await page.getByRole('button', { name: 'Corrected file' }).click()
    await page.locator('.drop-records input[type=file]').setInputFiles({ name: correctedMaf.name, mimeType: 'text/plain', buffer: correctedMaf.bytes })
    const side = (name: string) => page.getByRole('region', { name, exact: true })
    await side('Added').waitFor({ timeout: 40_000 })
    await expect.poll(() => side('Added').innerText()).toMatch(/Added\s+1\s+PIK3CA E545K/)
    expect(await side('Removed').innerText()).toMatch(/Removed\s+1\s+RB1 R556\*.*as of the earlier file/s)
    expect(await side('Changed').innerText()).toMatch(/EGFR C797S.*reads with the change\s+71.*35/s)
    expect(await page.getByText(`1 added, 1 removed, 1 changed, ${readable - 2} unchanged`).count()).toBe(1)
    expect(await page.getByRole('checkbox', { name: new RegExp(maf.name) }).isChecked(), 'it takes the place of the file of the same source').toBe(true)
    expect(await roundNow(), 'nothing is recorded').toBe(1)
  })

  test('beside the first file instead of in its place, nothing goes', async () => {
    const { page } = coordinator
    const replaced = page.getByRole('checkbox', { name: new RegExp(maf.name) })
    await replaced.click()
    await expect.poll(() => page.getByRole('region', { name: 'Removed', exact: true }).innerText(), { timeout: 40_000 }).toContain('nothing goes')
    await replaced.click()
    await expect.poll(() => page.getByRole('region', { name: 'Removed', exact: true }).innerText(), { timeout: 40_000 }).toContain('RB1')
  })

  test('it is confirmed with a reason; the next round rests on it, and the record says so', async () => {
    const { page } = coordinator
    const confirm = page.getByRole('button', { name: 'Confirm, and open round 2' })
    expect(await confirm.isDisabled(), 'not without a reason').toBe(true)
    await page.getByLabel('Why the records are corrected').fill('the laboratory found RB1 to be an artefact')
    await confirm.click()
    await page.getByRole('button', { name: 'Corrected file' }).waitFor()
    await expect.poll(roundNow).toBe(2)
    await goTo(page, 'Variants')
    const table = page.getByRole('grid', { name: 'Alterations' })
    await table.waitFor()
    await expect.poll(() => table.innerText()).toContain('PIK3CA')
    await goTo(page, 'History')
    await page.getByText('Records corrected').first().waitFor()
    expect(coordinator.complaints()).toEqual([])
  })
})
