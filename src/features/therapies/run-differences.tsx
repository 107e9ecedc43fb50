import './therapies.css'
import type { TherapiesView } from '#src/contract/views/therapies-view.ts'
import { therapyName, pointsText } from './therapy-words.ts'

const scored = (points: number | null) => (points === null ? 'not in the run' : pointsText(points))

/** By how much my run differs from the base run, therapy by therapy, and by which annotation. */
export function RunDifferences({ view, onSelect }: { view: TherapiesView; onSelect: (therapy: string) => void }) {
  return (
    <div className="differences">
      <h2 className="screen-title">{view.which === 'mine' ? 'My run against the base run' : 'Reviewed run against the base run'}</h2>
      <p className="q">{view.which === 'mine' ? 'What your own annotations change. The base run has none.' : 'What the decisions of consensus change. The base run has none.'} Run <span className="mono">{view.run.slice(0, 8)}</span>, base <span className="mono">{view.baseRun.slice(0, 8)}</span>.</p>
      {view.difference.length === 0 ? <p className="state-line">No difference: {view.run === view.baseRun ? 'both are the same run, byte for byte.' : 'every therapy keeps its score and band.'}</p> : (
        <table className="difference-table">
          <thead><tr><th scope="col">Therapy</th><th scope="col" className="num">Base</th><th scope="col" className="num">{view.which === 'mine' ? 'Mine' : 'Reviewed'}</th><th scope="col">Band</th><th scope="col">Because</th></tr></thead>
          <tbody>
            {view.difference.map((one) => (
              <tr key={one.therapy}>
                <th scope="row"><button type="button" onClick={() => onSelect(one.therapy)}>{therapyName(one.therapy.split('+'))}</button></th>
                <td className="num">{scored(one.before)}</td><td className="num">{scored(one.after)}</td>
                <td>{one.bandBefore === one.bandAfter ? <span className="qq">{one.bandAfter ?? 'none'}, unchanged</span> : `${one.bandBefore ?? 'none'} to ${one.bandAfter ?? 'none'}`}</td>
                <td><ul>{one.because.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul></td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}
