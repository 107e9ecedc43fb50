import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask } from '#mocks/seed/ask.ts'
import { demonstrationCases } from '#mocks/seed/cases.ts'
import { api } from '#src/contract/api.ts'
import type { ComparisonRowView } from '#src/contract/views/review-view.ts'
import type { RowDecision } from '#src/domain/comparison/row.ts'
import { canRun, hasBrowser } from '#tests/support/requirements.ts'
import { anOpinion } from '#tests/support/a-case.ts'
import { openDemonstrationSite } from './demonstration-site.ts'
import { inPageFetch } from './in-page-fetch.ts'
import { intakeScreen } from './intake-screen.ts'
import { consilium } from './product.ts'
import { reviewScreen } from './review-screen.ts'
import { signingScreen } from './signing-screen.ts'
import { openBrowser } from './visitor.ts'

/** The whole product in one browser, from static files; each test goes on where the one before ended. */
const ready = canRun('browser', hasBrowser, 8, 'no Chromium on this machine')

const coordinator = { id: 'persona-coordinator', name: 'Ines Halloran' }
const experts = { genomic_expert: { id: 'persona-genomics.one', name: 'Dr Mara Lindqvist' }, oncologist: { id: 'persona-oncology.one', name: 'Dr Amara Osei' } } as const
/** Generous: this machine may have other work. The figure itself is printed. */
const startMs = 120_000
const inTable = demonstrationCases.filter((one) => one.until !== 'intake').length

describe.skipIf(!ready)('the demonstration in a browser', () => {
  let site: Awaited<ReturnType<typeof openDemonstrationSite>>
  let browser: Browser
  let context: BrowserContext
  let page: Page
  let caseId = ''
  const complaints: string[] = []

  beforeAll(async () => {
    site = await openDemonstrationSite()
    browser = await openBrowser()
    context = await browser.newContext({ baseURL: site.url, viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })
    await context.addInitScript(() => document.addEventListener('securitypolicyviolation', (event) => console.error(`policy: ${event.effectiveDirective} refused ${event.blockedURI}`)))
    page = await openTab()
  })
  afterAll(async () => {
    await browser?.close()
    site?.close()
  })

  async function openTab(): Promise<Page> {
    const tab = await context.newPage()
    tab.setDefaultTimeout(20_000)
    tab.on('console', (message) => { if (message.type() === 'error') complaints.push(`${tab.url()}: ${message.text()}`) })
    tab.on('pageerror', (error) => complaints.push(`${tab.url()}: ${error.message}`))
    return tab
  }
  const saysDemonstration = async (at: Page) => expect(await at.getByRole('complementary', { name: 'Demonstration' }).innerText(), at.url()).toContain('Invented patients')
  const switchTo = async (name: string) => {
    await page.getByRole('button', { name: /, menu$/ }).click()
    await page.getByRole('button', { name: new RegExp(`^${name}`) }).click()
    await page.getByRole('button', { name: `${name}, menu` }).waitFor()
  }
  const menuOf = (name: string) => page.getByRole('button', { name: `${name}, menu` })
  const reloaded = async () => {
    await page.reload()
    await page.getByRole('button', { name: /, menu$/ }).waitFor({ timeout: startMs })
  }
  const playing = async (who: { id: string }) => {
    await ask(inPageFetch(page), api.takePersona, { params: {}, body: { personId: who.id } })
    return inPageFetch(page)
  }

  test('it says how far it is while it starts, and then asks who one is', async () => {
    const began = Date.now()
    await page.goto('/')
    await page.getByRole('heading', { name: /^Loading the demonstration|^Preparing the demonstration/ }).waitFor()
    await saysDemonstration(page)
    const failed = page.getByRole('heading', { name: 'The demonstration could not start' })
    const comes = async (name: string | RegExp) => {
      await page.getByRole('heading', { name }).or(failed).waitFor({ timeout: startMs })
      expect(await failed.isVisible() ? await page.locator('main').innerText() : 'it starts').toBe('it starts')
    }
    await comes(new RegExp(`^Preparing the demonstration: [1-9] of ${demonstrationCases.length} cases$`))
    await comes('Who are you today?')
    process.stdout.write(`demonstration ready after ${((Date.now() - began) / 1000).toFixed(1)} s, ${demonstrationCases.length} cases played\n`)
  })

  test('the coordinator sees all cases, and takes another in by typed findings, over a reload', async () => {
    await page.getByRole('button', { name: new RegExp(coordinator.name) }).click()
    await menuOf(coordinator.name).waitFor()
    expect((await ask(inPageFetch(page), api.worklist, { params: {} })).rows).toHaveLength(inTable)
    const intake = intakeScreen(page)
    await intake.start()
    await intake.typeFindings('EGFR L858R')
    await intake.fillPatient({ pseudonym: 'Solvej Ankarstrand', localId: 'LOC-77120', birthYear: '1947' })
    await page.getByText(/^Saved \d\d:\d\d/).waitFor()
    await page.waitForLoadState('networkidle')
    await reloaded()
    await menuOf(coordinator.name).waitFor()
    await saysDemonstration(page)
    await page.getByRole('navigation', { name: 'Steps of the intake' }).getByRole('button', { name: 'Patient and tumour' }).click()
    expect(await page.getByLabel('Pseudonym or name').inputValue(), 'nothing typed is lost').toBe('Solvej Ankarstrand')
    await intake.fillAssay()
    await intake.fillQuestion('First line for a common EGFR change: what next?')
    await intake.fillPeople(new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10))
    caseId = await intake.takeIn()
    await page.getByText('LUAD').first().waitFor()
  })

  test('the genomic expert writes an opinion; person and draft survive a reload; it is committed', async () => {
    await switchTo(experts.genomic_expert.name)
    await page.goto(`/case/${caseId}/review`)
    const review = reviewScreen(page)
    await review.opened()
    await review.adequacy('purity is enough')
    expect(await review.callDrivers('seen in the reads')).toBeGreaterThan(0)
    await review.saved()
    await page.waitForLoadState('networkidle')
    await reloaded()
    await menuOf(experts.genomic_expert.name).waitFor()
    await review.opened()
    expect(await page.getByLabel('Note on adequacy').inputValue(), 'the draft is kept').toBe('purity is enough')
    await review.confirmInteractions('agreed')
    await review.germline('none')
    await review.addTherapy({ drugs: ['osimertinib'], level: 'A', mark: 'of the genomic expert', realistic: 'yes' })
    await review.closing('70', 'a second biopsy')
    await review.saved()
    await review.commit()
  })

  test('a second tab finds the same cases, plays another person, and leaves the first tab its own', async () => {
    const other = await openTab()
    await other.goto(`/case/${caseId}/overview`)
    await other.getByText('LUAD').first().waitFor({ timeout: startMs })
    await saysDemonstration(other)
    await ask(inPageFetch(other), api.takePersona, { params: {}, body: { personId: coordinator.id } })
    await other.reload()
    await other.getByRole('button', { name: `${coordinator.name}, menu` }).waitFor({ timeout: startMs })
    expect((await ask(inPageFetch(other), api.worklist, { params: {} })).rows, 'seeded once').toHaveLength(inTable + 1)
    await other.close()
    await reloaded()
    await menuOf(experts.genomic_expert.name).waitFor()
  })

  test('the oncologist commits, every row is decided, both agree and adopt', async () => {
    const params = { caseId }
    const oncology = await playing(experts.oncologist)
    const draft = await ask(oncology, api.myOpinion, { params })
    const saved = await ask(oncology, api.saveOpinion, { params, body: { version: draft.version, opinion: anOpinion('oncologist', draft.asked, 'of the oncologist') } })
    await ask(oncology, api.commitOpinion, { params, body: { commandId: 'commit-oncology', version: saved.version } })
    await page.goto(`/case/${caseId}/comparison`)
    await page.getByRole('table', { name: /Both opinions/ }).waitFor({ timeout: startMs })
    for (const row of (await ask(oncology, api.comparison, { params })).rows.filter((one) => one.needsDecision)) {
      await ask(oncology, api.decideRow, { params: { caseId, row: row.id }, body: { commandId: `decide-${row.id}`.slice(0, 80), version: row.version, decision: decisionOn(row) } })
    }
    for (const who of [experts.oncologist, experts.genomic_expert]) await ask(await playing(who), api.agreeConsensus, { params, body: { commandId: `agree-${who.id}` } })
    const { sections } = await ask(inPageFetch(page), api.report, { params })
    for (const section of sections.filter((one) => one.kind === 'text')) {
      await ask(await playing(section.part === 'patient' ? experts.oncologist : experts.genomic_expert), api.adoptSection, {
        params: { caseId, section: section.id }, body: { commandId: `adopt-${section.id}`, version: section.version, markdown: section.markdown },
      })
    }
  })

  test('both sign on the screen, and the bundle verifies as intact, demonstration', async () => {
    for (const [who, meaning] of [[experts.genomic_expert, 'Authored'], [experts.oncologist, 'Reviewed and concur']] as const) {
      await playing(who)
      await page.goto(`/case/${caseId}/report?view=signing`)
      const signing = signingScreen(page)
      await signing.choose(meaning)
      expect(await signing.dialog.innerText()).toContain('Demonstration: no password.')
      expect(await signing.dialog.getByRole('textbox').count(), 'nothing is asked that does not exist').toBe(0)
      await signing.give(null)
      await page.getByText(who === experts.oncologist ? 'Final. The report is sealed' : '1 of 2 signed').first().waitFor()
    }
    const { bytes } = await signingScreen(page).download()
    const folder = await mkdtemp(join(tmpdir(), 'consilium-bundle-'))
    try {
      const file = join(folder, 'bundle.zip')
      await writeFile(file, bytes)
      const { code, said } = await consilium('verify', file)
      expect(said).toContain('Intact, demonstration')
      expect(code).toBe(1)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })

  test('every place of a case says demonstration', async () => {
    for (const place of ['overview', 'variants', 'network', 'therapies', 'review', 'comparison', 'consensus', 'report', 'history']) {
      await page.goto(`/case/${caseId}/${place}`)
      await page.getByRole('navigation', { name: 'Case' }).waitFor({ timeout: startMs })
      await page.waitForLoadState('networkidle')
      await saysDemonstration(page)
    }
  })

  test('nothing was refused by the policy of the page, and nothing was complained about', () => {
    expect(complaints).toEqual([])
  })
})

function decisionOn(row: ComparisonRowView): RowDecision {
  const stance = row.oncologist?.stance ?? row.genomic_expert?.stance ?? 'against'
  const option = { drugs: row.subject.split(' + '), possible: 'yes', realistic: 'yes', worthConsidering: 'yes', priority: 1, level: 'B', use: 'off_label', against: 'Infusion reactions', access: 'Available', wouldChange: 'Performance status' } as const
  return { row: row.id, outcome: 'agreed', stance, text: `Agreed on ${row.subject}`, reason: 'none', dissent: '', option: row.kind === 'therapy' && stance === 'for' ? { ...option, drugs: [...option.drugs] } : null }
}
