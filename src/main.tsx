import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'

// A constant of the build: in the production page this branch, and with it every server and mock, is not there.
if (import.meta.env.VITE_HOST === 'demo') {
  const { startDemonstration } = await import('#mocks/browser.ts')
  await startDemonstration()
}

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(<App />)
