import { NumberInput } from '@mantine/core'
import type { Ref } from 'react'
import { Icon } from '../parts/icon.tsx'
import { SearchField } from '../parts/search-field.tsx'

export type Zoom = number | 'width'
export const zooms = [0.5, 0.75, 1, 1.25, 1.5, 2, 3]
type Search = { query: string; onQuery: (query: string) => void; found: number | null; at: number; onStep: (step: 1 | -1) => void; field: Ref<HTMLInputElement> }
type PdfBarProps = { page: number; pages: number; onPage: (page: number) => void; zoom: Zoom; onZoom: (step: 1 | -1 | 'width') => void; search: Search }

/** Which page, how large, and a word to look for. */
export function PdfBar({ page, pages, onPage, zoom, onZoom, search }: PdfBarProps) {
  return (
    <div className="pdf-bar" role="group" aria-label="Document">
      <span className="pdf-tools">
        <button type="button" className="icon-button" aria-label="Page before" disabled={page <= 1} onClick={() => onPage(page - 1)}><Icon name="back" /></button>
        <NumberInput aria-label="Page" min={1} max={pages} allowDecimal={false} hideControls clampBehavior="strict" value={page} onChange={(value) => { if (value !== '' && Number(value) >= 1) onPage(Number(value)) }} className="pdf-page-field" />
        <span className="small q nowrap">of {pages}</span>
        <button type="button" className="icon-button" aria-label="Next page" disabled={page >= pages} onClick={() => onPage(page + 1)}><Icon name="open" /></button>
      </span>
      <span className="pdf-tools">
        <button type="button" className="icon-button" aria-label="Smaller" disabled={zoom === zooms[0]} onClick={() => onZoom(-1)}><Icon name="minus" /></button>
        <button type="button" className="pdf-zoom small" aria-label={`Size ${zoom === 'width' ? 'as wide as there is room' : `${Math.round(zoom * 100)} percent`}; make it as wide as there is room`} aria-pressed={zoom === 'width'} onClick={() => onZoom('width')}>{zoom === 'width' ? 'Width' : `${Math.round(zoom * 100)} %`}</button>
        <button type="button" className="icon-button" aria-label="Larger" disabled={zoom === zooms.at(-1)} onClick={() => onZoom(1)}><Icon name="plus" /></button>
      </span>
      <form className="pdf-tools pdf-search" onSubmit={(event) => { event.preventDefault(); search.onStep(1) }}>
        <SearchField label="Find in the document" value={search.query} onChange={search.onQuery} inputRef={search.field} />
        {search.query.trim() === '' ? null : (
          <>
            <span className="small q nowrap" role="status">{search.found === null ? 'reading the text' : search.found === 0 ? 'not found' : `${search.at + 1} of ${search.found}`}</span>
            <button type="button" className="icon-button" aria-label="Found before" disabled={!search.found} onClick={() => search.onStep(-1)}><Icon name="back" /></button>
            <button type="submit" className="icon-button" aria-label="Next found" disabled={!search.found}><Icon name="open" /></button>
          </>
        )}
      </form>
    </div>
  )
}
