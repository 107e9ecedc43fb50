import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'

// The one line that knows of the demonstration: without VITE_HOST=demo the branch is dropped, and no server and no mock is in the page.
if (import.meta.env.VITE_HOST === 'demo') await import('#mocks/browser.ts').then(({ startDemonstration }) => startDemonstration())

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(<App />)
