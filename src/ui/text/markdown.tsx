import { lazy, Suspense } from 'react'

// The parser is 40 kB compressed and no first screen shows prose: it comes when the first text does.
const MarkdownText = lazy(() => import('./markdown-text.tsx').then(module => ({ default: module.MarkdownText })))

/** Prose written by an expert. No raw HTML, http(s) links only, no images. Until the parser is there the text stands as typed. */
export function Markdown({ source }: { source: string }) {
  return <Suspense fallback={<div className="prose" style={{ whiteSpace: 'pre-wrap' }}>{source}</div>}><MarkdownText source={source} /></Suspense>
}
