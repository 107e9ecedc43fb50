import { useEffect } from 'react'

// A CSS string in quotes; the page margin boxes read it from the root element.
const quoted = (text: string) => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`

/** What every printed page carries in its margin: case code and version on the left, DRAFT or FINAL on the right. Page x of y is always there. */
export function PrintRunning({ text, status }: { text: string; status: string }) {
  useEffect(() => {
    const { style } = document.documentElement
    style.setProperty('--print-running', quoted(text))
    style.setProperty('--print-status', quoted(status))
    return () => {
      style.removeProperty('--print-running')
      style.removeProperty('--print-status')
    }
  }, [text, status])
  return null
}
