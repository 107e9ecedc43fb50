import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canRun, hasBrowser } from '#tests/support/requirements.ts'
import { hasSharedData } from '#tests/support/shared-data.ts'
import { consensusScreen } from './consensus-screen.ts'
import { cutMaf, maf, marks, patient, readable, sharedBroken } from './fixtures.ts'
import { intakeScreen } from './intake-screen.ts'
import { networkScreen } from './network-screen.ts'
import { consilium, startProduct, type Product } from './product.ts'
import { reportScreen } from './report-screen.ts'
import { reviewScreen } from './review-screen.ts'
import { signingScreen } from './signing-screen.ts'
import { holding, rankingIn } from './traffic.ts'
import { enter, goTo, openBrowser, reload, visit, signIn, type Visitor } from './visitor.ts'

/** One case from the dropped file to the sealed report, in the real product and a real Chromium; each test goes on where the one before ended. */
const ready = canRun('browser', hasBrowser, 10, 'no Chromium on this machine')
const shared = hasSharedData('cases', 1)

/** A file is read in a worker, anew whenever one comes or goes. */
const patiently = { timeout: 20_000 }
const question = `Progression on osimertinib for ${patient.pseudonym}: what next?`
const due = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10)

describe.skipIf(!ready)('a case in the browser', () => {
  let product: Product
  let browser: Browser
  let coordinator: Visitor
  let genomics: Visitor
  let oncology: Visitor
  let caseId = ''
  beforeAll(async () => {
    product = await startProduct()
    browser = await openBrowser()
    coordinator = await enter(browser, product, 'coordinator')
    genomics = await enter(browser, product, 'genomics.one')
    oncology = await enter(browser, product, 'oncology.one')
  })
  afterAll(async () => {
    await browser?.close()
    await product?.stop()
  })

  test('the records fall in: what is broken is answered in words, and the good part is kept', async () => {
    const { page } = coordinator
    const intake = intakeScreen(page)
    await intake.start()
    await intake.drop([maf])
    expect(await intake.answerOn(maf.name)).toMatch(/maf/i)
    await expect.poll(() => intake.alterations(), patiently).toBe(readable)

    await intake.drop([cutMaf])
    expect(await intake.answerOn(cutMaf.name)).toMatch(cutMaf.says)
    await expect.poll(() => intake.alterations(), { ...patiently, message: 'the good file is kept' }).toBe(readable)
    expect(await intake.gate('Records read').innerText()).toContain('part of the records could not be read')
    await intake.remove(cutMaf.name)
    await intake.typeFindings('MET amplification')
    await expect.poll(() => intake.alterations(), patiently).toBe(readable + 1)
  })

  test.skipIf(!shared)('three bad files of the collection get an answer that a clinician understands', async () => {
    const intake = intakeScreen(coordinator.page)
    const broken = sharedBroken()
    await intake.drop(broken)
    for (const { name, says } of broken) {
      const answer = await intake.answerOn(name)
      expect(answer, name).toMatch(says)
      expect(answer, 'no code, no stack, no type of a programming language').not.toMatch(/undefined|null|\bat \w+ \(|[a-z]+_[a-z]+_|Error:|\[object/)
    }
    await expect.poll(() => intake.alterations(), { ...patiently, message: 'the good part is kept' }).toBe(readable + 1)
    for (const { name } of broken) await intake.remove(name)
    await expect.poll(() => intake.alterations(), patiently).toBe(readable + 1)
  })

  test('the intake is filled by mouse and keyboard, keeps what was typed over a reload, and is taken in', async () => {
    const intake = intakeScreen(coordinator.page)
    await intake.fillPatient(patient)
    await intake.fillAssay()
    await intake.fillQuestion(question)
    await coordinator.page.getByText(/^Saved \d\d:\d\d/).waitFor()
    await reload(coordinator)
    expect(await coordinator.page.getByLabel('What should the second opinion answer?').inputValue()).toBe(question)
    await intake.fillCourse()
    await intake.fillFirstReport()
    await intake.fillPeople(due)
    caseId = await intake.takeIn()
    expect(caseId).not.toBe('')
    await coordinator.page.getByText('LUAD').first().waitFor()
  })

  test('the genomic expert reads facts only; the draft survives a reload, and Back leads back', async () => {
    const { page, traffic } = genomics
    await page.goto(`/case/${caseId}/overview`)
    await goTo(page, 'Variants')
    await page.getByRole('grid', { name: 'Alterations' }).waitFor()
    await goTo(page, 'Network')
    await page.getByRole('region', { name: 'Interactions' }).waitFor()
    await goTo(page, 'Therapies')
    await page.getByText('Opens after you commit', { exact: true }).waitFor()
    await page.goBack()
    await page.waitForURL(/\/network/)
    await page.goForward()
    await page.waitForURL(/\/therapies/)
    await page.getByRole('button', { name: 'Go to your review' }).click()

    const review = reviewScreen(page)
    await review.opened()
    await review.adequacy(`purity is enough ${marks.genomics}`)
    expect(await review.callDrivers(`seen in the reads ${marks.genomics}`)).toBeGreaterThan(2)
    await review.saved()
    await reload(genomics)
    await review.opened()
    expect(await page.getByLabel('Note on adequacy').inputValue(), 'nothing typed is lost').toBe(`purity is enough ${marks.genomics}`)
    expect(await review.confirmInteractions(`agreed ${marks.genomics}`)).toBeGreaterThan(0)
    await review.germline(`none ${marks.genomics}`)
    await review.addTherapy({ drugs: ['amivantamab', 'carboplatin', 'pemetrexed'], level: 'A', mark: marks.genomics, realistic: 'yes' })
    await review.closing('70', `a second biopsy ${marks.genomics}`)
    await review.saved()
    expect(rankingIn(await traffic.since())).toEqual([])
  })

  test('the oncologist meanwhile receives nothing of it, nor of the ranking, in any response', async () => {
    const { page, traffic } = oncology
    const before = genomics.traffic.mark()
    const review = reviewScreen(genomics.page)
    await review.commit()
    for (const place of ['overview', 'variants', 'network', 'therapies', 'comparison', 'consensus', 'report', 'history', 'review']) {
      await page.goto(`/case/${caseId}/${place}`)
      await page.waitForLoadState('networkidle')
      const answers = await traffic.since()
      expect({ place, found: rankingIn(answers) }).toEqual({ place, found: [] })
      expect({ place, found: holding(answers, marks.genomics) }).toEqual({ place, found: [] })
    }
    await goTo(genomics.page, 'Therapies')
    await genomics.page.getByRole('region', { name: 'Options', exact: true }).waitFor()
    await genomics.page.waitForLoadState('networkidle')
    expect(rankingIn(await genomics.traffic.since(before)).length, 'the search finds the ranking where it is open').toBeGreaterThan(0)
  })

  test('a disputed interaction shows by how much the ranking moved', async () => {
    const { page } = genomics
    await goTo(page, 'Network')
    const network = networkScreen(page)
    await network.opened()
    expect(await network.dispute(`not seen in this sample ${marks.genomics}`)).toMatch(/\d+ → \d/)
    await goTo(page, 'Therapies')
    await page.getByRole('button', { name: /^My run: \d+ changed$/ }).click()
    await page.getByRole('heading', { name: 'My run against the base run' }).waitFor()
    expect(await page.getByRole('table').getByRole('row').count()).toBeGreaterThan(1)
  })

  test('the oncologist commits, and only then each reads the other', async () => {
    const { page, traffic } = oncology
    await page.goto(`/case/${caseId}/review`)
    const review = reviewScreen(page)
    await review.opened()
    await review.addTherapy({ drugs: ['carboplatin', 'pemetrexed'], level: 'B', mark: marks.oncology, realistic: 'yes' })
    await review.addTherapy({ drugs: ['amivantamab', 'carboplatin', 'pemetrexed'], level: 'A', mark: marks.oncology, realistic: 'no' })
    await review.avoid('osimertinib', `resistance in cis ${marks.oncology}`)
    await review.addTest('MET by FISH', `whether MET drives it ${marks.oncology}`)
    await review.plan(`Chemotherapy first, then look again. ${marks.oncology}`)
    await review.closing('60', `a better fitness ${marks.oncology}`)
    await review.saved()
    await page.waitForLoadState('networkidle')
    expect(rankingIn(await traffic.since())).toEqual([])
    expect(holding(await traffic.since(), marks.genomics)).toEqual([])
    expect(holding(await genomics.traffic.since(), marks.oncology), 'nor does who committed first read the other').toEqual([])
    await review.commit()
    await page.getByRole('button', { name: 'To the comparison' }).click()
    await page.getByRole('table', { name: /Both opinions/ }).waitFor()
    await page.waitForLoadState('networkidle')
    expect(holding(await traffic.since(), marks.genomics).join(), 'both are open now').toContain('/comparison')
  })

  test('every row is brought to its end, and both agree to the plan', async () => {
    await goTo(oncology.page, 'Consensus')
    expect(await consensusScreen(oncology.page).decideAll()).toBeGreaterThan(1)
    await consensusScreen(oncology.page).agree()
    await goTo(genomics.page, 'Consensus')
    await consensusScreen(genomics.page).agree()
    await consensusScreen(genomics.page).reached()
  })

  test('the report is adopted, signed twice with a fresh password, sealed; the bundle verifies offline', async () => {
    const { page } = genomics
    await page.getByRole('button', { name: 'To the report' }).click()
    const report = reportScreen(page)
    expect(await report.adoptAll()).toBeGreaterThan(4)
    expect(await report.checks()).toContain('none stops signing')
    await report.toSigning()
    const signing = signingScreen(page)
    await signing.choose('Authored')
    expect(genomics.complaints(), 'until here nobody complained').toEqual([])
    await signing.give('not the password')
    await signing.dialog.getByRole('alert').waitFor()
    expect(genomics.complaints().every((one) => /status of 40\d/.test(one)), 'the refused password is the one complaint of the browser').toBe(true)
    await signing.give(product.passwords.get('genomics.one') ?? '')
    await page.getByText('1 of 2 signed').waitFor()

    await oncology.page.goto(`/case/${caseId}/report?view=signing`)
    const second = signingScreen(oncology.page)
    await second.opened()
    await second.choose('Reviewed and concur')
    await second.give(product.passwords.get('oncology.one') ?? '')
    await second.sealed()
    const { bytes, fingerprint } = await second.download()
    const file = join(product.folder, 'bundle.zip')
    const broken = join(product.folder, 'broken.zip')
    await writeFile(file, bytes)
    const flipped = Buffer.from(bytes)
    flipped.writeUInt8(flipped.readUInt8(Math.floor(bytes.length / 3)) ^ 1, Math.floor(bytes.length / 3))
    await writeFile(broken, flipped)
    const codes = await Promise.all([consilium('verify', file, '--trust', fingerprint), consilium('verify', broken, '--trust', fingerprint), consilium('verify', file)])
    expect(codes.map(({ code }) => code), codes.map(({ said }) => said).join('\n')).toEqual([0, 1, 3])
  })

  test('the board holds no identifying marker in any response', async () => {
    await goTo(coordinator.page, 'Board')
    await coordinator.page.waitForURL(/\/board\//)
    const wall = await visit(browser, product)
    await signIn(wall, product, 'board')
    await wall.page.waitForLoadState('networkidle')
    await wall.page.goto(new URL(coordinator.page.url()).pathname)
    await wall.page.getByText('identity masked').waitFor()
    for (let step = 0; step < 6; step += 1) await wall.page.keyboard.press('ArrowRight')
    await wall.page.waitForLoadState('networkidle')
    const answers = await wall.traffic.since()
    expect(answers.map(({ path }) => path).join()).toContain('/api/board/')
    expect(answers.find(({ path }) => path.startsWith('/api/board/'))?.text, 'the question is there, without the name').toContain('[masked]')
    for (const marker of [patient.pseudonym, ...patient.pseudonym.split(' '), patient.localId, 'Dr Referring', 'Invented Laboratory']) expect({ marker, found: holding(answers, marker) }).toEqual({ marker, found: [] })
    expect(answers.filter(({ isApi, text }) => isApi && new RegExp(`\\b${patient.birthYear}\\b`).test(text)).map(({ path }) => path), 'the year of birth').toEqual([])
    expect(await wall.page.title()).toBe('Tumour board')
    expect(wall.complaints()).toEqual([])
  })

  test('no page complained, of errors or of the policy', () => {
    expect([coordinator, genomics, oncology].flatMap((one) => one.complaints())).toEqual([])
  })
})
