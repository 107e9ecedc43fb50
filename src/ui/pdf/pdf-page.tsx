import { TextLayer, type PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { linesOf, type TextLine } from './page-text.ts'

/** What is on the page once it is drawn: its lines, and the element of each run. */
export type DrawnPage = { layer: HTMLElement; runs: readonly HTMLElement[]; lines: readonly TextLine[] }
type PdfPageProps = { document: PDFDocumentProxy; page: number; /** Width in px, or null: as wide as there is room. */ scale: number | null; room: number; label: string; onDrawn: (drawn: DrawnPage | null) => void }

/** More dots than this on one canvas, and browsers on small machines draw nothing. */
const mostDots = 16_000_000

/** One page: drawn on a canvas, with its real text over it, which can be selected, searched and heard. */
export function PdfPage({ document: pdf, page, scale, room, label, onDrawn }: PdfPageProps) {
  const frame = useRef<HTMLDivElement>(null)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    const box = frame.current
    if (!box || room === 0) return undefined
    let isGone = false
    let stop = () => {}
    setFailed(false)
    onDrawn(null)
    draw().catch(() => { if (!isGone) setFailed(true) })
    async function draw() {
      const proxy = await pdf.getPage(page)
      if (isGone || !box) return
      const natural = proxy.getViewport({ scale: 1 })
      const viewport = proxy.getViewport({ scale: scale ?? room / natural.width })
      const density = Math.min(devicePixelRatio, Math.sqrt(mostDots / (viewport.width * viewport.height)))
      const [canvas, layer] = [document.createElement('canvas'), document.createElement('div')]
      canvas.width = Math.floor(viewport.width * density)
      canvas.height = Math.floor(viewport.height * density)
      layer.className = 'pdf-text'
      layer.tabIndex = 0
      layer.setAttribute('role', 'group')
      layer.setAttribute('aria-label', label)
      const task = proxy.render({ canvas, viewport, transform: [density, 0, 0, density, 0, 0], annotationMode: 0 })
      const content = await proxy.getTextContent()
      const text = new TextLayer({ textContentSource: content, container: layer, viewport })
      stop = () => { task.cancel(); text.cancel() }
      if (isGone) return stop()
      await Promise.all([task.promise, text.render()])
      if (isGone) return
      // Size and scale are told to the text in the units that its own rules count in.
      box.style.setProperty('--total-scale-factor', String(viewport.scale))
      box.style.width = `${Math.floor(viewport.width)}px`
      box.style.height = `${Math.floor(viewport.height)}px`
      const hadFocus = box.contains(document.activeElement)
      box.replaceChildren(canvas, layer)
      if (hadFocus) layer.focus({ preventScroll: true })
      const runs = content.items.flatMap((item) => ('str' in item ? [{ text: item.str, y: Number(item.transform[5]), height: item.height }] : []))
      // The page answers keys from the moment it is seen.
      flushSync(() => onDrawn({ layer, runs: text.textDivs, lines: linesOf(runs) }))
    }
    return () => {
      isGone = true
      stop()
    }
  }, [pdf, page, scale, room, label, onDrawn])
  return (
    <>
      {failed ? <p className="pdf-note res" role="alert">Page {page} could not be drawn. Open the original file, and type what it says.</p> : null}
      {/* Paper is light in both schemes. */}
      <div ref={frame} className="pdf-page" data-mantine-color-scheme="light" hidden={failed} />
    </>
  )
}
