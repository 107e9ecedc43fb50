import type { Page } from 'playwright-core'

/** Somebody without a mouse: goes from control to control, and only acts where the focus is. */
export function keyboardHands(page: Page) {
  /** Name of what has the focus, as it is heard: its label, else its words. */
  const heard = () => page.evaluate(() => {
    const at = document.activeElement
    if (!(at instanceof HTMLElement)) return ''
    const labelled = at.getAttribute('aria-labelledby')?.split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' ')
    const label = 'labels' in at && at.labels instanceof NodeList ? [...at.labels].map((one) => one.textContent ?? '').join(' ') : ''
    return (at.getAttribute('aria-label') ?? labelled ?? (label || at.innerText || '')).replace(/\s+/g, ' ').trim()
  })
  /** Tab (or back) until the focus is on a control of that name; says where it was when none comes. */
  const tabTo = async (name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab', most = 160) => {
    const met: string[] = []
    for (let at = 0; at < most; at++) {
      const now = await heard()
      if (name.test(now)) return
      met.push(now)
      await page.keyboard.press(key)
    }
    throw new Error(`no control ${String(name)} within ${most} tabs; met: ${[...new Set(met)].join(' | ').slice(0, 1500)}`)
  }
  return {
    heard, tabTo,
    press: async (name: RegExp) => { await tabTo(name); await page.keyboard.press('Enter') },
    type: async (name: RegExp, text: string) => { await tabTo(name); await page.keyboard.press('Control+A'); await page.keyboard.type(text) },
    /** A list of the browser: from its first line downwards until the wanted one stands there. */
    pick: async (name: RegExp, option: string) => {
      await tabTo(name)
      await page.keyboard.press('Home')
      const chosen = () => page.evaluate(() => (document.activeElement instanceof HTMLSelectElement ? document.activeElement.selectedOptions[0]?.text ?? '' : ''))
      for (let last = ''; !(await chosen()).startsWith(option);) {
        const now = await chosen()
        if (now === last) throw new Error(`${String(name)} offers nothing that begins with “${option}”; its last is “${now}”`)
        last = now
        await page.keyboard.press('ArrowDown')
      }
    },
    /** Back to the top of the page, as the skip link or a reload would. */
    fromTop: () => page.evaluate(() => { (document.activeElement as HTMLElement | null)?.blur(); getSelection()?.removeAllRanges() }),
  }
}
