// Imported here as well, so that the one script that the test serves holds what `makePdf` loads when it first prints.
import 'pdfmake/build/pdfmake.js'
import 'pdfmake/build/vfs_fonts.js'
import { makePdf } from '#src/server/report/pdf.ts'
import { sha256Hex } from '#src/server/record/sha-256.ts'
import { verifyBundle } from '#src/server/signing/verify-bundle.ts'
import { aPrint } from '#tests/server/report/a-print.ts'

/** Runs twice: in the page, which offers the work to the test, and in a worker of the same script, which does it. */
const inWorker = typeof document === 'undefined'

async function work({ bundle, trust }: { bundle: number[]; trust: string[] }): Promise<unknown> {
  const pdf = await makePdf(await aPrint())
  const { verdict } = await verifyBundle(Uint8Array.from(bundle), { trust })
  return { pdf: await sha256Hex(pdf), bytes: pdf.length, verdict }
}

if (inWorker) {
  addEventListener('message', (event: MessageEvent<{ bundle: number[]; trust: string[] }>) => {
    void work(event.data).then((done) => postMessage(done), (error: Error) => postMessage({ error: error.stack ?? error.message }))
  })
  postMessage('ready')
} else {
  Object.assign(globalThis, {
    workInWorker: (task: unknown) => new Promise((done, failed) => {
      const worker = new Worker('/page.js', { type: 'module' })
      worker.addEventListener('error', (event) => failed(new Error(event.message)))
      worker.addEventListener('message', (event) => { if (event.data === 'ready') worker.postMessage(task); else { worker.terminate(); done(event.data) } })
    }),
  })
}
