import type { Page } from 'playwright-core'
import { choose } from './visitor.ts'

/** Row by row to an agreed plan. */
export function consensusScreen(page: Page) {
  const editor = page.getByRole('region', { name: 'Row under decision' })
  const steps = page.getByRole('region', { name: 'Rows to decide' })
  const open = () => steps.getByRole('button', { name: / open$/ })
  return {
    /** Decides every open row; a wording of an expert is taken where there is one. Answers how many were decided. */
    decideAll: async (): Promise<number> => {
      await steps.getByRole('listitem').first().waitFor()
      const count = await open().count()
      for (let left = count; left > 0; left -= 1) {
        await open().first().click()
        const oncology = editor.getByRole('button', { name: /^Take oncology/ })
        const genomics = editor.getByRole('button', { name: /^Take genomics/ })
        if (await oncology.isEnabled()) await oncology.click()
        else if (await genomics.isEnabled()) await genomics.click()
        else {
          await choose(page, 'How the row ends', 'agreed')
          await editor.getByRole('group', { name: 'What is decided' }).getByRole('button').nth(1).click()
          await editor.getByLabel(/^Agreed text/).fill('Not followed: neither of us would do it now.')
        }
        const option = editor.getByRole('group', { name: 'In the plan' })
        if (await option.count() > 0) {
          await option.getByLabel('What argues against it').fill('Infusion reactions; skin toxicity.')
          await option.getByLabel('What would change it').fill('A decline in performance status.')
          await option.getByLabel('Access route').fill('Label, available')
        }
        await editor.getByRole('button', { name: 'Record decision' }).click()
        await page.waitForFunction((before) => document.querySelectorAll('.steps .att').length < before, left)
      }
      return count
    },
    agree: async () => {
      // Who waited for the other sees the page open within the interval at which the case is asked for.
      await editor.waitFor({ timeout: 30_000 })
      await editor.getByRole('button', { name: 'Agree to the plan' }).click()
      await page.getByRole('dialog', { name: 'Agree to the plan?' }).getByRole('button', { name: 'Agree', exact: true }).click()
    },
    reached: () => editor.getByText('consensus reached').waitFor(),
  }
}
