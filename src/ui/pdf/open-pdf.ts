import { getDocument, PDFWorker, version, type PDFDocumentProxy } from 'pdfjs-dist'

export type PdfFailure = 'encrypted' | 'broken'
export type OpenPdf = { document: PDFDocumentProxy; close: () => void }

/** Fonts that a PDF may leave out, and decoders of scanned pages: files of this origin (vite.config.ts emits them). */
const files = `${import.meta.env.BASE_URL}assets/pdf-${version}/`
/** 50 million dots, 200 MB unpacked: a page of A4 at 700 dpi. A larger picture is left out instead of taking the tab down. */
const mostPixels = 50_000_000

/**
 * Adapter around pdf.js. Nothing is compiled or run (the library has no eval since its version 5; WebAssembly is off, so that the page's policy can
 * refuse it), no forms, no scripts, no links, and the same fonts on every machine; the bytes are copied, because the library takes what it is given. Fails with `encrypted` or `broken`.
 */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf | { failed: PdfFailure }> {
  const port = new Worker(new URL('./pdf-parser.ts', import.meta.url), { type: 'module' })
  const worker = PDFWorker.create({ port })
  const close = () => {
    worker.destroy()
    port.terminate()
  }
  const gone = new Promise<never>((_, reject) => { port.onerror = () => reject(new Error('the parser could not be started')) })
  const task = getDocument({ data: bytes.slice(), worker, standardFontDataUrl: files, useSystemFonts: false, wasmUrl: files, useWasm: false, enableXfa: false, disableWorkerRendering: true, maxImageSize: mostPixels, verbosity: 0 })
  try {
    const document = await Promise.race([task.promise, gone])
    return { document, close: () => { void task.destroy().finally(close) } }
  } catch (error) {
    close()
    return { failed: error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'broken' }
  }
}
