import { useCallback, useEffect, useRef, useState } from 'react'
import { tidy } from './page-text.ts'
import type { DrawnPage } from './pdf-page.tsx'

/** What is selected on the page, by mouse or by lines with the keyboard. It stays when the focus leaves for a button, and goes with its page. */
export function usePassage(drawn: DrawnPage | null) {
  const [selected, setSelected] = useState<{ on: DrawnPage; text: string } | null>(null)
  const lines = useRef<{ on: DrawnPage; from: number; to: number } | null>(null)
  useEffect(() => {
    if (!drawn) return undefined
    const listen = () => {
      const selection = getSelection()
      if (!selection?.anchorNode || !drawn.layer.contains(selection.anchorNode)) return
      setSelected({ on: drawn, text: tidy(selection.toString()) })
    }
    document.addEventListener('selectionchange', listen)
    return () => document.removeEventListener('selectionchange', listen)
  }, [drawn])

  const clear = useCallback(() => {
    getSelection()?.removeAllRanges()
    setSelected(null)
    lines.current = null
  }, [])

  /** Up and down choose a line, with Shift more of them. True where the key was used. */
  function onLineKey(event: KeyboardEvent): boolean {
    if (!drawn || drawn.lines.length === 0 || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return false
    const step = event.key === 'ArrowDown' ? 1 : -1
    const before = lines.current?.on === drawn ? lines.current : null
    const to = Math.min(drawn.lines.length - 1, Math.max(0, before ? before.to + step : step > 0 ? 0 : drawn.lines.length - 1))
    lines.current = { on: drawn, from: event.shiftKey && before ? before.from : to, to }
    selectLines(drawn, lines.current)
    // Not only when the browser tells of the selection: the next key may be Enter.
    setSelected({ on: drawn, text: tidy(getSelection()?.toString() ?? '') })
    return true
  }
  return { passage: selected && selected.on === drawn ? selected.text : '', clear, onLineKey }
}

function selectLines({ runs, lines }: DrawnPage, { from, to }: { from: number; to: number }) {
  const [first, last] = [runs[lines[Math.min(from, to)]?.first ?? -1], runs[lines[Math.max(from, to)]?.last ?? -1]]
  if (!first || !last) return
  getSelection()?.setBaseAndExtent(first, 0, last, last.childNodes.length)
  ;(to < from ? first : last).scrollIntoView({ block: 'nearest' })
}
