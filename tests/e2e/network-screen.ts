import type { Page } from 'playwright-core'
import { choose } from './visitor.ts'

/** Interactions beside the map: disputed after one's own commitment, the difference to the run is told at once. */
export function networkScreen(page: Page) {
  const panel = page.getByRole('region', { name: 'Interactions' })
  return {
    opened: () => panel.getByRole('button', { name: /therap|against|for / }).first().waitFor(),
    /** Disputes the first interaction that speaks against a therapy; answers what the screen says of the change. */
    dispute: async (because: string): Promise<string> => {
      await panel.getByRole('button', { name: /\bagainst \w/ }).first().click()
      await choose(page, 'My word on this interaction', 'Dispute')
      await panel.getByLabel('Because').fill(because)
      await panel.getByRole('button', { name: /^Save (my word|the change)$/ }).click()
      const told = panel.getByRole('status').filter({ hasText: /^Recorded/ })
      await told.waitFor()
      return told.innerText()
    },
  }
}
