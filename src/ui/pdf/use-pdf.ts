import { useEffect, useState } from 'react'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { openPdf, type PdfFailure } from './open-pdf.ts'
import { tidy } from './page-text.ts'

export type PdfState = { at: 'opening' } | { at: 'failed'; why: PdfFailure } | { at: 'open'; document: PDFDocumentProxy; /** Text of every page, once all are read. */ texts: readonly string[] | null }

/** Opens a PDF and reads the text of its pages one after another, for the search and to know a scan. Closed when it goes; another document is another hook (give its viewer a key). */
export function usePdf(bytes: Uint8Array): PdfState {
  const [state, setState] = useState<PdfState>({ at: 'opening' })
  useEffect(() => {
    let isGone = false
    let close = () => {}
    void openPdf(bytes).then(async (opened) => {
      if ('failed' in opened) return isGone ? undefined : setState({ at: 'failed', why: opened.failed })
      if (isGone) return opened.close()
      close = opened.close
      setState({ at: 'open', document: opened.document, texts: null })
      const texts: string[] = []
      for (let page = 1; page <= opened.document.numPages && !isGone; page++) texts.push(await textOf(opened.document, page))
      if (!isGone) setState({ at: 'open', document: opened.document, texts })
    })
    return () => {
      isGone = true
      close()
    }
  }, [bytes])
  return state
}

/** A page that cannot be read has no text; what is wrong with it shows where it is drawn. */
async function textOf(document: PDFDocumentProxy, page: number): Promise<string> {
  try {
    const { items } = await (await document.getPage(page)).getTextContent()
    return tidy(items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? ' ' : ''}` : '')).join(''))
  } catch {
    return ''
  }
}
