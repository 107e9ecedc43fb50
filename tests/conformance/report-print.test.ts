import { describe, expect, test } from 'vitest'
import { makePdf } from '#src/server/report/pdf.ts'
import { sha256Hex } from '#src/server/record/sha-256.ts'
import { makeBundle } from '#src/server/signing/bundle.ts'
import { aPrint } from '#tests/server/report/a-print.ts'
import { sealedCase } from '#tests/server/signing/sealed-case.ts'
import { openInBrowser } from '#tests/support/browser-page.ts'
import { canRun, hasBrowser } from '#tests/support/requirements.ts'

const ready = canRun('browser', hasBrowser, 1, 'no Chromium on this machine')

describe.skipIf(!ready)('in a worker of a browser', () => {
  test('the report is printed and a bundle is verified as in Node, the print to the byte', async () => {
    const { keys, input } = await sealedCase()
    const task = { bundle: [...(await makeBundle(keys, input))], trust: [keys.fingerprint] }
    const { page, close } = await openInBrowser('tests/conformance/report-print-page.ts')
    try {
      await page.waitForFunction(() => 'workInWorker' in globalThis)
      // Guaranteed by report-print-page.ts, which puts it on the global object.
      const done = await page.evaluate((given) => (globalThis as unknown as { workInWorker: (t: unknown) => Promise<unknown> }).workInWorker(given), task)
      const own = await makePdf(await aPrint())
      expect(done).toEqual({ pdf: await sha256Hex(own), bytes: own.length, verdict: 'valid' })
    } finally {
      await close()
    }
  })
})
