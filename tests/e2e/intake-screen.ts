import type { Locator, Page } from 'playwright-core'
import type { Dropped } from './fixtures.ts'
import { choose } from './visitor.ts'

/** Taking a case in: files dropped, the form filled by mouse and keyboard. */
export function intakeScreen(page: Page) {
  const files = page.getByRole('list', { name: 'Files of this intake' })
  const file = (name: string): Locator => files.locator(':scope > li').filter({ hasText: name })
  const step = (name: string) => page.getByRole('navigation', { name: 'Steps of the intake' }).getByRole('button', { name }).click()
  const type = async (label: string, text: string) => {
    await page.getByLabel(label).first().click()
    await page.keyboard.type(text)
  }
  return {
    file,
    start: async () => {
      await page.getByRole('button', { name: 'New case' }).click()
      await page.getByRole('heading', { name: 'Records', exact: true }).waitFor()
    },
    /** As a mouse does it: the files fall on the zone. */
    drop: async (dropped: readonly Dropped[]) => {
      const transfer = await page.evaluateHandle((list) => {
        const data = new DataTransfer()
        for (const { name, base64 } of list) data.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name))
        return data
      }, dropped.map(({ name, bytes }) => ({ name, base64: bytes.toString('base64') })))
      const zone = page.getByText('Drop the records here')
      for (const event of ['dragenter', 'dragover', 'drop']) await zone.dispatchEvent(event, { dataTransfer: transfer })
      await transfer.dispose()
    },
    /** What the screen says of one file once it has been read. */
    answerOn: async (name: string): Promise<string> => {
      await file(name).locator('[data-icon], svg').first().waitFor()
      await page.waitForFunction((wanted) => [...document.querySelectorAll('ul[aria-label="Files of this intake"] > li[data-state]')].some((one) => one.textContent.includes(wanted) && one.getAttribute('data-state') !== 'reading'), name)
      return file(name).innerText()
    },
    remove: async (name: string) => {
      await file(name).getByRole('button', { name: /^Remove/ }).click()
      await file(name).waitFor({ state: 'detached' })
    },
    alterations: async (): Promise<number> => Number(/(\d+) alterations/.exec(await page.getByRole('region', { name: 'What was read' }).innerText())?.[1]),
    gate: (name: string) => page.getByRole('region', { name: 'Ready check' }).getByRole('listitem').filter({ hasText: name }),
    typeFindings: (text: string) => type('Typed findings', text),
    fillPatient: async ({ pseudonym, localId, birthYear }: { pseudonym: string; localId: string; birthYear: string }) => {
      await step('Patient and tumour')
      await page.getByLabel('Pseudonym or name').click()
      // From here by the keyboard alone, as somebody who types records does.
      await page.keyboard.type(pseudonym)
      await page.keyboard.press('Tab')
      await page.keyboard.type(localId)
      await page.keyboard.press('Tab')
      await page.keyboard.type('female')
      await page.keyboard.press('Tab')
      await page.keyboard.type(birthYear)
      await page.keyboard.press('Tab')
      await page.keyboard.type('LUAD')
      await page.getByRole('option', { name: /\(LUAD\)$/ }).waitFor()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
    },
    fillAssay: async () => {
      await step('Specimen and assay')
      await type('Site', 'liver, core biopsy')
      await page.getByLabel('Kind', { exact: true }).selectOption('metastasis')
      await type('Collected', '2026-10-21')
      await type('Purity, share of tumour cells 0 to 1', '0.5')
      await type('Name as the laboratory writes it', 'Large panel')
      await page.getByLabel('Laboratory', { exact: true }).fill('Invented Laboratory')
      await page.getByLabel('What it covers').selectOption('all')
      await choose(page, 'Normal tissue sequenced too?', 'No, tumour only')
    },
    fillQuestion: async (question: string) => {
      await step('Question')
      await type('What should the second opinion answer?', question)
      await page.getByLabel('Why it is asked').selectOption('resistant_disease')
      await type('Asked by', 'Dr Referring, Invented Hospital')
    },
    fillCourse: async () => {
      await step('Course')
      await page.getByRole('button', { name: 'Add a line' }).click()
      await type('Drugs', 'osimertinib')
      await page.keyboard.press('Enter')
      await page.getByLabel('Best response').selectOption('partial_response')
      await page.getByLabel('Stopped for').selectOption('progression')
      await page.getByLabel('ECOG').selectOption('1')
    },
    fillFirstReport: async () => {
      await step('First report')
      await page.getByLabel('Laboratory', { exact: true }).fill('Invented Laboratory')
      await type('Date of the report', '2026-11-01')
      await page.getByRole('button', { name: 'Add a line' }).click()
      await page.getByLabel('Kind', { exact: true }).selectOption('therapy')
      await type('As the report says it', 'Osimertinib: approved for this alteration')
      await type('Therapy', 'osimertinib')
      await page.keyboard.press('Enter')
      await choose(page, 'It speaks', 'For')
    },
    fillPeople: async (due: string) => {
      await step('Consent and experts')
      await choose(page, 'Consent to a second opinion', 'Given')
      // The people come from the server after the step is shown.
      await page.getByLabel('Genomic expert').locator('option').filter({ hasText: 'Dr Mara Lindqvist' }).waitFor({ state: 'attached' })
      const name = async (slot: string, person: string) => page.getByLabel(slot, { exact: false }).selectOption({ label: (await page.getByLabel(slot).locator('option').allInnerTexts()).find((text) => text.startsWith(person)) ?? person })
      await name('Genomic expert', 'Dr Mara Lindqvist')
      await name('Oncologist', 'Dr Amara Osei')
      await type('Due', due)
    },
    /** Answers the id of the case. */
    takeIn: async (): Promise<string> => {
      await page.getByText('All gates pass.').waitFor()
      await page.getByRole('button', { name: 'Take the case in' }).click()
      await page.waitForURL(/\/case\/[^/]+\/overview/)
      return /\/case\/([^/]+)\//.exec(page.url())?.[1] ?? ''
    },
  }
}
