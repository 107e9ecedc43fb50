import type { Page } from 'playwright-core'

/** The laboratory's report beside its lines: pages, passages by mouse and by keyboard, lines with their suggestions. */
export function reportBeside(page: Page) {
  const pageText = (number: number) => page.getByRole('group', { name: new RegExp(`page ${number} of \\d+\\. Up and down`) })
  const lines = page.getByRole('group', { name: /^Line \d+ of the report$/ })
  const acts = page.getByRole('group', { name: 'Add as line:' })
  return {
    lines, acts, pageText,
    open: () => page.getByRole('navigation', { name: 'Steps of the intake' }).getByRole('button', { name: 'First report' }).click(),
    shown: (number: number) => pageText(number).waitFor({ timeout: 30_000 }),
    /** As a mouse does it: pressed at the beginning of a run of text, let go at its end. */
    dragOver: async (text: string) => {
      const run = page.locator('.pdf-text span').filter({ hasText: text }).first()
      await run.scrollIntoViewIfNeeded()
      const box = await run.boundingBox()
      if (!box) throw new Error(`“${text}” has no place on the page`)
      await page.mouse.move(box.x + 1, box.y + box.height / 2)
      await page.mouse.down()
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 })
      await page.mouse.move(box.x + box.width - 0.5, box.y + box.height / 2, { steps: 4 })
      await page.mouse.up()
    },
    addAs: (kind: string) => acts.getByRole('button', { name: kind }).click(),
    line: (number: number) => page.getByRole('group', { name: `Line ${number} of the report` }),
    text: (number: number) => page.getByRole('group', { name: `Line ${number} of the report` }).getByLabel('As the report says it').inputValue(),
    /** Letters drawn on the page: dots of its canvas that are not white. */
    inkOnPage: () => page.locator('.pdf-page canvas').evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: new Uint8ClampedArray() }
      let dark = 0
      for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 128 && (data[at + 3] ?? 0) > 128) dark++
      return dark
    }),
  }
}
