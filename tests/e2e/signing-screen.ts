import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'

/** Two slots, one text; each signature with a fresh password. */
export function signingScreen(page: Page) {
  const dialog = page.getByRole('dialog', { name: /^Confirm (with your password|your signature)$/ })
  /** Null where there is none: in the demonstration. */
  const give = async (password: string | null) => {
    if (password !== null) await dialog.getByLabel(/^Your password/).fill(password)
    await dialog.getByRole('button', { name: /^Sign revision/ }).click()
  }
  return {
    dialog,
    opened: () => page.getByRole('region', { name: 'Signing' }).waitFor(),
    /** Chooses the meaning and comes to the password. */
    choose: async (meaning: string) => {
      await page.getByRole('radio', { name: meaning, exact: true }).click()
      await page.getByRole('checkbox', { name: /no conflict of interest/ }).click()
      await page.getByRole('article').getByRole('button', { name: /^Sign revision/ }).click()
      await dialog.waitFor()
    },
    give,
    sealed: () => page.getByRole('heading', { name: 'Final. The report is sealed' }).waitFor(),
    /** The bundle as a person would keep it, and the fingerprint that the screen tells to give to others. */
    download: async (): Promise<{ bytes: Buffer; fingerprint: string }> => {
      const coming = page.waitForEvent('download')
      await page.getByRole('button', { name: 'Verify bundle' }).click()
      const path = await (await coming).path()
      const fingerprint = /--trust ([0-9a-f]{64})/.exec(await page.getByRole('region', { name: 'Signing' }).innerText())?.[1] ?? ''
      return { bytes: await readFile(path), fingerprint }
    },
  }
}
