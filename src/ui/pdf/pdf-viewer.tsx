import './pdf.css'
import { Button } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { useEffect, useMemo, useRef, useState } from 'react'
import { FailedState, LoadingState } from '../parts/four-states.tsx'
import { Icon } from '../parts/icon.tsx'
import { markFound } from './found-marks.ts'
import { findIn } from './page-text.ts'
import { PdfBar, zooms, type Zoom } from './pdf-bar.tsx'
import { PdfPage, type DrawnPage } from './pdf-page.tsx'
import { usePassage } from './use-passage.ts'
import { usePdf, type PdfState } from './use-pdf.ts'

/** What can be done with a selected passage: `label` stands before the acts, `mostLetters` is how much of it is taken. */
export type PassageActs = { label: string; acts: readonly { id: string; label: string }[]; mostLetters: number; onAct: (act: string, passage: { text: string; page: number }) => void }
type PdfViewerProps = { bytes: Uint8Array; label: string; page: number; onPage: (page: number) => void; passages: PassageActs; onRetry?: () => void }

const failures = {
  encrypted: { reason: 'This PDF is protected by a password and cannot be opened.', effect: 'Its pages are not shown. Ask the laboratory for it without a password, or type what it says from paper.' },
  broken: { reason: 'This file says that it is a PDF, but it is damaged: it cannot be opened.', effect: 'Its pages are not shown. Copy or export it again and drop it anew, or type what it says from paper.' },
}

/** A PDF, page by page: drawn, with text that can be selected, searched and gone through by keyboard. A selected passage offers its acts. */
export function PdfViewer({ bytes, ...rest }: PdfViewerProps) {
  const pdf = usePdf(bytes)
  if (pdf.at === 'opening') return <LoadingState what={`the pages of ${rest.label}`} />
  if (pdf.at === 'failed') return <FailedState what={rest.label} {...failures[pdf.why]} />
  return <OpenViewer pdf={pdf} {...rest} />
}

type OpenViewerProps = Omit<PdfViewerProps, 'bytes'> & { pdf: PdfState & { at: 'open' } }

function OpenViewer({ pdf, label, page: asked, onPage, passages }: OpenViewerProps) {
  const pages = pdf.document.numPages
  const page = Math.min(pages, Math.max(1, asked))
  const [zoom, setZoom] = useState<Zoom>('width')
  const [drawn, setDrawn] = useState<DrawnPage | null>(null)
  const { ref: room, width } = useElementSize()
  const { passage, clear, onLineKey } = usePassage(drawn)
  const firstAct = useRef<HTMLButtonElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const { search, field } = useSearch(pdf.texts, drawn, page, onPage)
  const turn = (to: number) => onPage(Math.min(pages, Math.max(1, to)))
  const size = (step: 1 | -1 | 'width') => setZoom(step === 'width' ? 'width' : nextZoom(zoom, step))
  useEffect(() => { scroller.current?.scrollTo(0, 0) }, [page])
  function onKeyDown(event: KeyboardEvent) {
    if (event.altKey || event.metaKey) return
    const used = event.ctrlKey ? keyWithCtrl(event.key) : keyAlone(event)
    if (used) event.preventDefault()
  }
  const keyWithCtrl = (key: string) => (key === 'f' ? (field.current?.focus(), true) : false)
  function keyAlone(event: KeyboardEvent): boolean {
    if (onLineKey(event)) return true
    const acts: Record<string, () => void> = {
      PageDown: () => turn(page + 1), PageUp: () => turn(page - 1), Home: () => turn(1), End: () => turn(pages), '+': () => size(1), '-': () => size(-1), '0': () => size('width'),
      ...(passage === '' ? {} : { Enter: () => firstAct.current?.focus(), Escape: clear }),
    }
    acts[event.key]?.()
    return event.key in acts
  }
  // Keys of the page are its own while it has the focus, so that none of them shadows a key of the screen.
  useEffect(() => {
    drawn?.layer.addEventListener('keydown', onKeyDown)
    return () => drawn?.layer.removeEventListener('keydown', onKeyDown)
  })
  const isScan = pdf.texts !== null && pdf.texts.every((text) => text === '')
  return (
    <section className="pdf" aria-label={label}>
      <PdfBar page={page} pages={pages} onPage={turn} zoom={zoom} onZoom={size} search={search} />
      {isScan ? <p className="pdf-note att" role="status"><Icon name="warn" />This PDF holds no text, only pictures of pages: it is a scan. Nothing in it can be selected or searched; read it here and type what it says.</p>
        : pdf.texts?.[page - 1] === '' ? <p className="pdf-note q" role="status">This page holds no text: nothing on it can be selected.</p> : null}
      <div ref={scroller} className="pdf-room">
        <div ref={room} className="pdf-measure" />
        <PdfPage document={pdf.document} page={page} scale={zoom === 'width' ? null : zoom * dotsPerPoint} room={width} label={`${label}, page ${page} of ${pages}. Up and down choose a line.`} onDrawn={setDrawn} />
      </div>
      <PassageBar passage={passage} page={page} isScan={isScan} passages={passages} firstAct={firstAct} onDone={() => { clear(); drawn?.layer.focus({ preventScroll: true }) }} />
    </section>
  )
}

/** Screens count 96 dots to the inch, PDFs 72: 100 % is the size on paper. */
const dotsPerPoint = 96 / 72

function nextZoom(zoom: Zoom, step: 1 | -1): number {
  const from = zoom === 'width' ? 1 : zoom
  return (step > 0 ? zooms.find((one) => one > from) : zooms.findLast((one) => one < from)) ?? from
}

function useSearch(texts: readonly string[] | null, drawn: DrawnPage | null, page: number, onPage: (page: number) => void) {
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const field = useRef<HTMLInputElement>(null)
  const found = useMemo(() => (texts ? findIn(texts, query) : null), [texts, query])
  const here = found?.[at] ?? null
  const isHere = here?.page === page
  useEffect(() => {
    markFound(drawn, query, isHere ? here.at : -1)?.startContainer.parentElement?.scrollIntoView({ block: 'nearest' })
    return () => void markFound(null, '', 0)
  }, [drawn, query, isHere, here])
  const go = (to: number, among: NonNullable<typeof found>) => {
    setAt(to)
    const place = among[to]
    if (place && place.page !== page) onPage(place.page)
  }
  const step = (by: 1 | -1) => { if (found && found.length > 0) go((at + by + found.length) % found.length, found) }
  const change = (next: string) => {
    setQuery(next)
    go(0, texts ? findIn(texts, next) : [])
  }
  return { search: { query, onQuery: change, found: found?.length ?? null, at, onStep: step, field }, field }
}

type PassageBarProps = { passage: string; page: number; isScan: boolean; passages: PassageActs; firstAct: React.Ref<HTMLButtonElement>; onDone: () => void }

function PassageBar({ passage, page, isScan, passages, firstAct, onDone }: PassageBarProps) {
  const text = passage.slice(0, passages.mostLetters)
  if (isScan) return null
  return (
    <div className="pdf-passage" data-full={text !== '' || undefined}>
      <p className={text === '' ? 'small q' : undefined} aria-live="polite">
        {text === '' ? 'Select a passage: with the mouse, or in the page with ↑ ↓, Shift for more lines, Enter when it is right.' : <>“{text}”{passage.length > text.length ? <span className="att small"> cut at {passages.mostLetters} letters</span> : null}</>}
      </p>
      {text === '' ? null : (
        <span className="pdf-acts" role="group" aria-label={passages.label}>
          <b className="med">{passages.label}</b>
          {passages.acts.map((act, index) => <Button key={act.id} size="xs" ref={index === 0 ? firstAct : null} onMouseDown={(event) => event.preventDefault()} onClick={() => { passages.onAct(act.id, { text, page }); onDone() }}>{act.label}</Button>)}
        </span>
      )}
    </div>
  )
}
