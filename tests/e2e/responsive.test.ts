import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPdf } from '#tests/support/a-pdf.ts'
import { canRun, hasBrowser } from '#tests/support/requirements.ts'
import { openDemonstrationSite } from './demonstration-site.ts'
import { intakeScreen } from './intake-screen.ts'
import { blockOnPurpose, longTasksDuring } from './long-tasks.ts'
import { reportBeside } from './report-beside.ts'
import { openBrowser } from './visitor.ts'

/** A file of 100,000 records is read in the browser itself, and the page goes on answering: no task over 50 ms on its main thread. */
const ready = canRun('browser', hasBrowser, 3, 'no Chromium on this machine')
const records = 100_000
const startMs = 120_000

/** 100,000 records of an exome, one in a hundred annotated as a change of a protein; about 12 MB. */
function bigVcf(): string {
  const lines = ['##fileformat=VCFv4.2', '##reference=GRCh38', '##INFO=<ID=ANN,Number=.,Type=String,Description="Functional annotations: \'Allele | Annotation | Annotation_Impact | Gene_Name | Gene_ID | Feature_Type | Feature_ID | Transcript_BioType | Rank | HGVS.c | HGVS.p | cDNA.pos / cDNA.length | CDS.pos / CDS.length | AA.pos / AA.length | Distance | ERRORS / WARNINGS / INFO\'">',
    '##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">', '##FORMAT=<ID=AD,Number=R,Type=Integer,Description="Depth by allele">', '#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tTUMOR']
  for (let at = 0; at < records; at++) {
    const isChange = at % 100 === 0
    const place = 1 + (at % 900)
    const info = isChange ? `ANN=T|missense_variant|MODERATE|GENE${at % 977}|ENSG${at}|transcript|NM_${100000 + at}.1|protein_coding|3/12|c.${place * 3}C>T|p.Arg${place}Cys|${place}/3000|${place}/2700|${place}/900||` : 'ANN=T|intron_variant|MODIFIER|TTN|ENSG1|transcript|NM_1.1|protein_coding|3/12|c.10+55C>T||||||'
    lines.push(`chr${1 + (at % 22)}\t${1000 + at * 20}\t.\tC\tT\t99\tPASS\t${info}\tGT:AD\t0/1:${80 + (at % 40)},${20 + (at % 30)}`)
  }
  return `${lines.join('\n')}\n`
}

describe.skipIf(!ready)('the page while a large file is read in the browser', () => {
  let site: Awaited<ReturnType<typeof openDemonstrationSite>>
  let browser: Browser
  let page: Page
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'consilium-large-'))
    await writeFile(join(folder, 'exome.vcf'), bigVcf())
    site = await openDemonstrationSite()
    browser = await openBrowser()
    page = await (await browser.newContext({ baseURL: site.url, viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' })).newPage()
    page.setDefaultTimeout(30_000)
    await page.goto('/')
    await page.getByRole('button', { name: /Ines Halloran/ }).click({ timeout: startMs })
    await intakeScreen(page).start()
    await page.waitForLoadState('networkidle')
  })
  afterAll(async () => {
    await browser?.close()
    site?.close()
    await rm(folder, { recursive: true, force: true })
  })

  test(`no task over 50 ms while ${records.toLocaleString('en')} records are sent, read and shown, and what is typed meanwhile appears`, async () => {
    let [typed, seconds] = [0, '']
    const isRead = page.locator('ul[aria-label="Files of this intake"] > li[data-state="read"]').filter({ hasText: 'exome.vcf' })
    const { clock, processor } = await longTasksDuring(browser, page, async () => {
      const began = Date.now()
      await page.locator('.drop-records input[type=file]').setInputFiles(join(folder, 'exome.vcf'))
      await page.getByLabel('Typed findings').click()
      while ((await isRead.count()) === 0 && Date.now() - began < 120_000) {
        await page.keyboard.type('x')
        typed++
        await page.waitForTimeout(150)
      }
      seconds = ((Date.now() - began) / 1000).toFixed(1)
      await page.getByRole('region', { name: 'What was read' }).getByText(`${records} records`).waitFor()
    })
    expect(await page.getByLabel('Typed findings').inputValue(), 'every letter is there').toBe('x'.repeat(typed))
    const said = (ms: readonly number[]) => (ms.length === 0 ? 'none' : `${ms.join(', ')} ms`)
    process.stdout.write(`${records} records read in ${seconds} s in the browser, ${typed} letters typed meanwhile; tasks over 50 ms on the main thread: ${said(processor)} (by the clock of this machine, which may do other work: ${said(clock)})\n`)
    expect(processor).toEqual([])
  })

  test('the first report is shown in the demonstration as on a server, and a passage becomes a line', async () => {
    const report = Buffer.from(aPdf([['EGFR p.Leu858Arg was found'], ['No fusion of ALK']]))
    await page.locator('.drop-records input[type=file]').setInputFiles({ name: 'report.pdf', mimeType: 'application/pdf', buffer: report })
    expect(await intakeScreen(page).answerOn('report.pdf')).toContain('PDF document')
    const beside = reportBeside(page)
    await beside.open()
    await beside.shown(1)
    expect(await beside.inkOnPage()).toBeGreaterThan(200)
    await beside.dragOver('EGFR p.Leu858Arg')
    await beside.addAs('Finding')
    await expect.poll(() => beside.text(1)).toBe('EGFR p.Leu858Arg was found')
  })

  test('the watch sees a task that blocks', async () => {
    const { clock, processor } = await longTasksDuring(browser, page, () => blockOnPurpose(page))
    expect([clock.length > 0, processor.length > 0]).toEqual([true, true])
  })
})
