import type { Browser, Page } from 'playwright-core'

/** Tasks over 50 ms on the page's main thread: by the clock, as the browser's own observer tells a page, and by the time the processor spent on them. */
export type LongTasks = { clock: number[]; processor: number[] }
type TraceEvent = { name: string; ph: string; pid: number; tid: number; tdur?: number; args?: { name?: string } }

const longMs = 50

/**
 * Watches the main thread while something is done. The observer (`longtask`) counts the time on the clock: on a machine with other work, a task of ours
 * is long because another program runs. What our own code takes is the processor's time, which the trace of the same tasks tells.
 */
export async function longTasksDuring(browser: Browser, page: Page, act: () => Promise<void>): Promise<LongTasks> {
  await page.evaluate(() => {
    const seen: number[] = []
    new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) seen.push(Math.round(duration)) }).observe({ type: 'longtask' })
    Object.assign(globalThis, { longTasks: seen })
  })
  await browser.startTracing(page, { categories: ['toplevel', 'disabled-by-default-devtools.timeline', '__metadata'] })
  await act()
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] } // Chromium's own format
  const clock = await page.evaluate(() => (globalThis as unknown as { longTasks: number[] }).longTasks) // put there above
  const mains = new Set(traceEvents.filter((one) => one.name === 'thread_name' && one.args?.name === 'CrRendererMain').map((one) => `${one.pid} ${one.tid}`))
  const tasks = traceEvents.filter((one) => one.ph === 'X' && /RunTask$/.test(one.name) && mains.has(`${one.pid} ${one.tid}`) && one.tdur !== undefined)
  if (tasks.length === 0) throw new Error('the trace holds no task of a main thread: nothing was measured')
  return { clock, processor: tasks.map((one) => Math.round((one.tdur ?? 0) / 1000)).filter((ms) => ms > longMs) }
}

/** A task made long on purpose: proof that the watch sees. Counted in work and not in time, since a busy machine gives a page little of either. */
export const blockOnPurpose = (page: Page) =>
  page.evaluate(() => new Promise<void>((done) => {
    setTimeout(() => {
      let sum = 0
      for (let at = 0; at < 3e8; at++) sum += Math.sqrt(sum + 1)
      setTimeout(done, 100, sum)
    })
  }))
