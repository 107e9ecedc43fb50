import { useState } from 'react'
import { startOver } from './start-over.ts'

/** On every page of the demonstration, printed too: nobody may take it for a real record. */
export function DemonstrationStrip() {
  const [isAsked, setIsAsked] = useState(false)
  return (
    <aside className="demonstration-strip" aria-label="Demonstration">
      <b>Demonstration</b>
      <span>Invented patients. Everything stays in this browser. Not for the care of anyone.</span>
      <span className="right row">
        {isAsked
          ? <><span>Delete everything done here?</span><button type="button" onClick={startOver}>Delete and start over</button><button type="button" onClick={() => setIsAsked(false)}>Keep</button></>
          : <button type="button" onClick={() => setIsAsked(true)}>Start over</button>}
      </span>
    </aside>
  )
}
