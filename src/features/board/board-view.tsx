import './board.css'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { BoardView as View } from '#src/contract/views/board-view.ts'
import { bindKeys } from '#src/lib/key-table.ts'
import { SchemeToggle } from '#src/ui/frame/scheme-toggle.tsx'
import { useShortcuts } from '#src/ui/keys/shortcut.ts'
import { FailedState, LoadingState } from '#src/ui/parts/four-states.tsx'
import { Icon } from '#src/ui/parts/icon.tsx'
import { boardKeys } from './board-keys.ts'
import { boardQuery } from './board-query.ts'
import { BoardTimer } from './board-timer.tsx'
import { boardText } from './refusal-texts.ts'
import { isLockedStep, reveal, stepBy, stepIds, stepNames, type Place } from './steps.ts'
import { WallStep } from './wall-steps.tsx'

const sexWords: Record<string, string> = { female: 'F', male: 'M', other: 'other sex', unknown: 'sex not stated' }

function Wall({ view, onLeave }: { view: View; onLeave: () => void }) {
  const [place, setPlace] = useState<Place>({ step: 0, block: 0 })
  const [isTiming, setIsTiming] = useState(false)
  useShortcuts(bindKeys(boardKeys, {
    ArrowRight: () => setPlace((before) => stepBy(before, 1)), ArrowLeft: () => setPlace((before) => stepBy(before, -1)), ' ': () => setPlace((before) => reveal(before, view)),
    t: () => setIsTiming((was) => !was), Escape: onLeave,
  }))
  const step = stepIds[place.step] ?? 'question'
  return (
    <div className="wall" data-density="wall">
      <header className="wall-top"><b>{view.code}</b><span>{view.tumour}</span><span>{sexWords[view.sex] ?? view.sex}, {view.ageBand}</span><span className="wall-masked"><Icon name="mask" />identity masked</span></header>
      <main className="wall-main" aria-live="polite"><WallStep step={step} view={view} block={place.block} /></main>
      <footer className="wall-foot">
        <nav aria-label="Steps">
          <ol>
            {stepIds.map((id, index) => (
              <li key={id}><button type="button" aria-current={index === place.step ? 'step' : undefined} onClick={() => setPlace({ step: index, block: 0 })}>{isLockedStep(id, view) ? <Icon name="lock" isSmall /> : null}{stepNames[id]}{isLockedStep(id, view) ? <span className="heard"> locked</span> : null}</button></li>
            ))}
          </ol>
        </nav>
        <button type="button" className="wall-next" onClick={() => setPlace(reveal(place, view))}>Next <Icon name="open" isSmall /></button>
        <BoardTimer isRunning={isTiming} onToggle={() => setIsTiming(!isTiming)} />
        <SchemeToggle />
      </footer>
    </div>
  )
}

/** One case on the wall: masked, in fixed steps, nothing else of the product in sight. */
export function BoardView({ session, onLeave }: { session: string; onLeave: () => void }) {
  const { data, error, refetch } = useQuery(boardQuery(session))
  useEffect(() => { document.title = 'Tumour board' }, []) // the title of a shared screen names nobody
  const again = () => void refetch()
  if (error?.code === 'not_found' || (error && !data)) {
    const text = error.code in boardText ? boardText[error.code as keyof typeof boardText] : boardText.unexpected // `in` has just checked
    return <FailedState what="the board" reason={text} effect="Nothing of the case is on this screen." reference={error.detail ?? undefined} onRetry={error.code === 'not_found' ? undefined : again} onContinue={undefined} />
  }
  return data ? <Wall view={data} onLeave={onLeave} /> : <LoadingState what="the board" onRetry={again} />
}
