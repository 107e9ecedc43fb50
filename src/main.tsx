import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'

const element = document.getElementById('root')
if (!element) throw new Error('index.html has no #root')
const root = createRoot(element)

// The one line that knows of the demonstration: without VITE_HOST=demo the branch is dropped, and no server and no mock is in the page.
if (import.meta.env.VITE_HOST === 'demo') void import('#mocks/demonstration.tsx').then(({ Demonstration }) => root.render(<Demonstration><App /></Demonstration>))
else root.render(<App />)
