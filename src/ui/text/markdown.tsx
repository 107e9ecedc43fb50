import './markdown.css'
import { lazy, Suspense } from 'react'

// The parser is 40 kB compressed and no first screen shows prose: it comes when the first text does.
const load = () => import('./markdown-text.tsx')
const MarkdownText = lazy(() => load().then(module => ({ default: module.MarkdownText })))

/** Fetches the parser ahead of the text, for a page that is about to show some. A failure is told by the text itself, which asks again. */
export const preloadMarkdown = () => void load().catch(() => undefined)

const widths = [92, 84, 96, 62]

/** Source is never shown as if it were the text: its marks would read as words. */
function Waiting() {
  return <div className="prose prose-waiting" role="status" aria-label="Loading the text" aria-busy="true">{widths.map(width => <i key={width} className="skeleton" style={{ width: `${width}%` }} />)}</div>
}

/** Prose written by an expert. No raw HTML, http(s) links only, no images. Until the parser is there a skeleton stands for it. */
export function Markdown({ source }: { source: string }) {
  if (source.trim() === '') return null
  return <Suspense fallback={<Waiting />}><MarkdownText source={source} /></Suspense>
}
