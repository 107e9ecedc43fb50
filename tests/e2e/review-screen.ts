import type { Locator, Page } from 'playwright-core'
import { choose } from './visitor.ts'

type Therapy = { drugs: readonly string[]; level: string; mark: string; realistic: 'yes' | 'no' }

/** One expert's own opinion: written, kept, committed. */
export function reviewScreen(page: Page) {
  const opinion = page.getByRole('region', { name: 'Your opinion', exact: true })
  /** The lines of one item, each with its groups and its note. Names may repeat (two relations of the same pair), so a line is found by its place. */
  const lines = (group: RegExp) => opinion.getByRole('listitem').filter({ has: page.getByRole('group', { name: group }) })
  const pick = (line: Locator, group: RegExp, option: string) => line.getByRole('group', { name: group }).getByRole('button', { name: option, exact: true }).click()
  return {
    opinion,
    opened: () => opinion.waitFor(),
    adequacy: async (note: string) => {
      await choose(page, 'Are the data adequate for the question?', 'adequate')
      await page.getByLabel('Note on adequacy').fill(note)
    },
    /** Every alteration that is asked: a driver of this tier. Answers how many there were. */
    callDrivers: async (note: string): Promise<number> => {
      const asked = lines(/^Call of /)
      const count = await asked.count()
      for (let at = 0; at < count; at += 1) {
        await pick(asked.nth(at), /^Call of /, 'driver')
        await pick(asked.nth(at), /tier of /, 'II')
        await asked.nth(at).getByRole('textbox', { name: /^Note on / }).fill(note)
      }
      return count
    },
    confirmInteractions: async (note: string): Promise<number> => {
      const asked = lines(/^Your word on /)
      const count = await asked.count()
      for (let at = 0; at < count; at += 1) {
        await pick(asked.nth(at), /^Your word on /, 'confirm')
        await asked.nth(at).getByRole('textbox', { name: /^Why, / }).fill(note)
      }
      return count
    },
    germline: async (note: string) => {
      await choose(page, 'Possible germline finding', 'none suspected')
      await page.getByLabel('Note on germline').fill(note)
    },
    addTherapy: async ({ drugs, level, mark, realistic }: Therapy) => {
      await page.getByRole('button', { name: 'Add a therapy' }).click()
      const names = opinion.getByLabel('Drugs of this therapy').last()
      await names.click()
      for (const drug of drugs) {
        await page.keyboard.type(drug)
        await page.keyboard.press('Enter')
      }
      await page.keyboard.press('Escape')
      const name = drugs.toSorted().join(' + ')
      await choose(page, `Possible: ${name}`, 'yes')
      await choose(page, `Realistic: ${name}`, realistic)
      await choose(page, `Worth considering next: ${name}`, 'yes')
      await choose(page, `Evidence level: ${name}`, level)
      await opinion.getByLabel('For, in your words').last().fill(`therapy ${mark}`)
      await opinion.getByLabel('What argues against it').last().fill(`infusion reactions ${mark}`)
    },
    avoid: async (drug: string, reason: string) => {
      await page.getByRole('button', { name: 'Add what not to do' }).click()
      await opinion.getByLabel('Drugs not to give').last().click()
      await page.keyboard.type(drug)
      await page.keyboard.press('Enter')
      await page.keyboard.press('Escape')
      await opinion.getByLabel('Because').last().fill(reason)
    },
    addTest: async (test: string, reason: string) => {
      await page.getByRole('button', { name: 'Add a test' }).click()
      await opinion.getByRole('textbox', { name: 'Test', exact: true }).last().fill(test)
      await opinion.getByLabel('What it would decide').last().fill(reason)
    },
    plan: (text: string) => opinion.getByRole('textbox', { name: 'Plan', exact: true }).fill(text),
    closing: async (confidence: string, mind: string) => {
      await choose(page, 'Confidence from 0 to 100', confidence)
      await opinion.getByRole('textbox', { name: 'What would change my mind' }).fill(mind)
      await choose(page, 'Conflict of interest in this case', 'I have none')
    },
    saved: () => opinion.getByText(/^Saved \d\d:\d\d/).waitFor(),
    /** Ctrl+Enter, then the dialog that says what freezes. */
    commit: async () => {
      await page.keyboard.press('Control+Enter')
      const dialog = page.getByRole('dialog', { name: 'Commit your opinion?' })
      await dialog.getByRole('button', { name: 'Commit', exact: true }).click()
      await page.getByRole('region', { name: 'Your committed opinion' }).waitFor()
    },
  }
}
