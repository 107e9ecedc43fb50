import type { Page } from 'playwright-core'
import { choose } from './visitor.ts'

/** The report: every section is the machine's until a person adopts it. */
export function reportScreen(page: Page) {
  const paper = page.getByRole('region', { name: 'Page', exact: true })
  const adoptShown = async (): Promise<number> => {
    await paper.getByRole('region').first().waitFor()
    const adopt = paper.getByRole('button', { name: 'Adopt as it stands' })
    const count = await adopt.count()
    for (let left = count; left > 0; left -= 1) {
      await adopt.first().click()
      await page.waitForFunction((before) => [...document.querySelectorAll('main button')].filter((one) => one.textContent === 'Adopt as it stands').length < before, left)
    }
    return count
  }
  return {
    adoptAll: async (): Promise<number> => {
      await choose(page, 'View of the report', 'Write')
      const clinical = await adoptShown()
      await choose(page, 'View of the report', 'Patient part')
      return clinical + await adoptShown()
    },
    checks: () => page.getByRole('region', { name: 'Checks' }).innerText(),
    toSigning: () => page.getByRole('button', { name: 'To signing' }).click(),
  }
}
