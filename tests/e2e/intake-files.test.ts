import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canRun, hasBrowser } from '#tests/support/requirements.ts'
import { hasSharedData, sharedPath } from '#tests/support/shared-data.ts'
import { bundleOfOneMan, tableWithItsOwnWords } from './fixtures.ts'
import { intakeScreen } from './intake-screen.ts'
import { keyboardHands } from './keyboard-hands.ts'
import { startProduct, type Product } from './product.ts'
import { enter, goTo, openBrowser, type Visitor } from './visitor.ts'

const ready = canRun('browser', hasBrowser, 4, 'no Chromium on this machine')
const shared = hasSharedData('cases', 2)

/** One patient in three kinds of file, as a sequencing pipeline left them: small variants, copy numbers, fusions of the RNA. */
const names = ['example_patient.capture.somatic.snvs.maf', 'example_patient.capture.somatic.called.cna.txt', 'example_patient.rna.star.fusions.txt'] as const
const folder = (name: string) => sharedPath('cases', 'case', 'moalmanac', name) ?? ''
const due = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10)
const twoMinutes = 120_000
const read = { timeout: 40_000 }

describe.skipIf(!ready)('files that are dropped', () => {
  let product: Product
  let browser: Browser
  let coordinator: Visitor
  beforeAll(async () => {
    product = await startProduct()
    browser = await openBrowser()
    coordinator = await enter(browser, product, 'coordinator')
  })
  afterAll(async () => {
    await browser?.close()
    await product?.stop()
  })

  test.skipIf(!shared)('three real files of three kinds dropped together become one case in under two minutes', async () => {
    const { page } = coordinator
    const intake = intakeScreen(page)
    const began = Date.now()
    await intake.start()
    await intake.drop(names.map((name) => ({ name, bytes: readFileSync(folder(name)) })))
    for (const name of names) expect(await intake.answerOn(name), name).not.toMatch(/could not be read|failed/)
    // 203 of 299 rows change a protein, 5 of 6 say a known kind of copy-number change, 178 fusions; what two files state counts once.
    await expect.poll(() => intake.alterations(), read).toBeGreaterThan(380)
    await intake.fillPatient({ pseudonym: 'Case of three files', localId: 'LOC-3', birthYear: '1961' })
    await intake.fillAssay()
    await intake.fillQuestion('Melanoma with many changes: which of them can be treated?')
    await intake.fillPeople(due)
    await intake.takeIn()
    const seconds = (Date.now() - began) / 1000
    process.stdout.write(`three files of three kinds became one case in ${seconds.toFixed(1)} s, by mouse\n`)
    expect(seconds * 1000).toBeLessThan(twoMinutes)
    await goTo(page, 'Variants')
    const table = page.getByRole('grid', { name: 'Alterations' })
    await table.waitFor()
    // One of each file stands in one table: a copy-number call, a fusion of the RNA, a small variant.
    expect(await table.innerText()).toMatch(/BRAF|TP53|CDKN2A/)
  })

  test.skipIf(!shared)('and again with the keyboard alone', async () => {
    const { page } = coordinator
    await page.goto('/')
    await page.getByRole('button', { name: 'New case' }).waitFor()
    const hands = keyboardHands(page)
    const began = Date.now()
    // Asked for early: the browser must know that somebody waits before the dialog opens.
    const choosing = page.waitForEvent('filechooser', { timeout: 60_000 })
    await hands.press(/^New case$/)
    await page.getByRole('heading', { name: 'Records', exact: true }).waitFor()
    await hands.tabTo(/^Drop the records here, or choose files$/)
    await page.keyboard.press('Enter')
    await (await choosing).setFiles(names.map(folder))
    for (const name of names) await intakeScreen(page).answerOn(name)
    await expect.poll(() => intakeScreen(page).alterations(), read).toBeGreaterThan(380)
    const step = async (name: string) => { await hands.fromTop(); await hands.press(new RegExp(`^\\d ${name}`)); await page.getByRole('heading', { name, exact: true }).waitFor() }
    await step('Patient and tumour')
    await hands.type(/^Pseudonym or name/, 'By keyboard alone')
    await hands.type(/^Tumour type, OncoTree/, 'LUAD')
    await page.getByRole('option', { name: /\(LUAD\)$/ }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await step('Specimen and assay')
    await hands.pick(/^What it covers/, 'all genes')
    await step('Question')
    await hands.type(/^What should the second opinion answer/, 'Which of these changes can be treated?')
    await hands.pick(/^Why it is asked/, 'the path')
    await step('Consent and experts')
    await hands.press(/^Given$/)
    await hands.pick(/^Genomic expert/, 'Dr Mara')
    await hands.pick(/^Oncologist/, 'Dr Amara')
    await hands.type(/^Due/, due)
    // The files are those of the case before: the screen notices, and asks why they are here again.
    await page.getByText('1 gate is open.').waitFor()
    await hands.press(/^Proceed with gap$/)
    await hands.type(/^Why it proceeds without/, 'the same patient, taken in twice on purpose')
    await hands.press(/^Proceed with gap$/)
    await page.getByText('All gates pass.').waitFor()
    await hands.press(/^Take the case in$/)
    await page.waitForURL(/\/case\/[^/]+\/overview/)
    const seconds = (Date.now() - began) / 1000
    process.stdout.write(`three files of three kinds became one case in ${seconds.toFixed(1)} s, by keyboard\n`)
    expect(seconds * 1000).toBeLessThan(twoMinutes)
  })

  test('a table in the words of its laboratory is explained once, by keyboard; its next table is read alike and says so', async () => {
    const { page } = coordinator
    const intake = intakeScreen(page)
    await page.goto('/')
    await intake.start()
    await page.getByRole('navigation', { name: 'Steps of the intake' }).getByRole('button', { name: 'Specimen and assay' }).click()
    await page.getByLabel('Laboratory', { exact: true }).fill('Laboratory of its own words')
    await page.getByText(/^Saved \d\d:\d\d/).waitFor()
    await page.getByRole('navigation', { name: 'Steps of the intake' }).getByRole('button', { name: 'Records' }).click()
    await intake.drop([tableWithItsOwnWords])
    expect(await intake.answerOn(tableWithItsOwnWords.name)).toMatch(/no row was read.*columns of this table are not known/s)
    const columns = page.getByRole('region', { name: `Columns of ${tableWithItsOwnWords.name}` })
    expect(await columns.innerText(), 'what stands in them').toContain('p.L858R')
    const hands = keyboardHands(page)
    await hands.pick(/^Genbezeichnung holds$/, 'gene')
    await hands.pick(/^Befund im Protein holds$/, 'protein')
    await hands.pick(/^Anteil holds$/, 'gene')
    await page.getByText('Genbezeichnung and Anteil are given the same meaning').waitFor()
    await hands.pick(/^Anteil holds$/, 'VAF in')
    await hands.tabTo(/^Keep for Laboratory of its own words/)
    await page.keyboard.press('Space')
    await hands.press(/^Read the table with this$/)
    await expect.poll(() => intake.alterations(), read).toBe(2)
    await page.getByText(/read with the mapping of \d{4}-\d\d-\d\d by Ines Halloran/).first().waitFor()
    expect(await page.getByRole('grid', { name: 'Alterations as read' }).innerText()).toContain('0.31')

    await page.goto('/')
    await intake.start()
    await page.getByRole('navigation', { name: 'Steps of the intake' }).getByRole('button', { name: 'Specimen and assay' }).click()
    await page.getByLabel('Laboratory', { exact: true }).fill('laboratory of its own words')
    await page.getByText(/^Saved \d\d:\d\d/).waitFor()
    await page.getByRole('navigation', { name: 'Steps of the intake' }).getByRole('button', { name: 'Records' }).click()
    await intake.drop([{ ...tableWithItsOwnWords, name: 'next.csv' }])
    await expect.poll(() => intake.alterations(), read).toBe(2)
    await page.getByText(/read with the mapping of .* by Ines Halloran, kept for/).first().waitFor()
  })

  test('what a file says of the patient stands beside the form: a contradiction stops until it is settled', async () => {
    const { page } = coordinator
    const intake = intakeScreen(page)
    await page.goto('/')
    await intake.start()
    await intake.drop([bundleOfOneMan])
    await intake.answerOn(bundleOfOneMan.name)
    await page.getByRole('navigation', { name: 'Steps of the intake' }).getByRole('button', { name: 'Patient and tumour' }).click()
    await page.getByLabel('Sex').selectOption('female')
    await page.getByText(/^Saved \d\d:\d\d/).waitFor()
    await page.getByRole('navigation', { name: 'Steps of the intake' }).getByRole('button', { name: 'Records' }).click()
    const says = page.getByRole('region', { name: 'What each file says' })
    const sex = says.getByRole('row', { name: /^Sex/ })
    await expect.poll(() => sex.innerText(), read).toMatch(/differ: stops here\s+female\s+male\s+Use instead/)
    expect(await intake.gate('One patient in all records').innerText()).toMatch(/blocks.*differ on sex/s)
    expect(await intake.gate('One patient in all records').getByRole('button', { name: 'Proceed with gap' }).count(), 'it cannot be passed with a gap').toBe(0)
    await sex.getByRole('button', { name: /^Put into the form instead: Sex male/ }).click()
    await expect.poll(() => sex.innerText(), read).toMatch(/agree\s+male\s+male/)
    await expect.poll(() => intake.gate('One patient in all records').innerText(), read).toContain('passed')
    await says.getByRole('button', { name: /^Take over: Collected 2026-10-21/ }).click()
    await page.getByRole('navigation', { name: 'Steps of the intake' }).getByRole('button', { name: 'Specimen and assay' }).click()
    expect(await page.getByLabel('Collected').inputValue()).toBe('2026-10-21')
    expect(coordinator.complaints()).toEqual([])
  })
})
