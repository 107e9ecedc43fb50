import type { RunDifference } from '#src/contract/views/therapies-view.ts'
import { differenceText } from './interaction-words.ts'

/** What the word just given did to my ranking, therapy by therapy, with the points that went and came. */
export function DifferenceNote({ difference, wasTakenBack }: { difference: readonly RunDifference[]; wasTakenBack: boolean }) {
  return (
    <div className="difference" role="status">
      <h4>{wasTakenBack ? 'Taken back: what that moved' : 'Recorded: what it moved in your ranking'}</h4>
      {difference.length === 0 ? <p className="small q">No therapy moved.</p> : null}
      <ul>
        {difference.map((one) => (
          <li key={one.therapy} className="small">
            {one.because.length < 2 ? <><b className="med">{differenceText(one)}</b>{one.because[0] ? <span className="q">, because {one.because[0]}</span> : null}</> : (
              <details><summary><b className="med">{differenceText(one)}</b>, because of {one.because.length} points</summary><ul className="difference-points">{one.because.map((line, index) => <li key={`${index} ${line}`} className="q">{line}</li>)}</ul></details>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
