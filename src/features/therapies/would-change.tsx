import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { CellState } from '#src/ui/parts/cell-state.tsx'
import { Icon } from '#src/ui/parts/icon.tsx'
import { RefusalLine } from '#src/ui/parts/refusal-line.tsx'
import type { ExplanationView } from '#src/contract/views/therapies-view.ts'
import { explanationText } from './refusal-texts.ts'
import { explanationQuery } from './therapies-query.ts'
import { bandWords, pointsText } from './therapy-words.ts'

const bandWord = (band: string) => (band in bandWords ? bandWords[band as keyof typeof bandWords] : band) // `in` has just checked

function Answer({ explanation }: { explanation: ExplanationView }) {
  const { reruns, sameBand, low, high } = explanation.robustness
  return (
    <>
      <p className="small q">Same band in {sameBand} of {reruns} re-runs with weights × ½ to × 2; score {pointsText(low)} to {pointsText(high)}.</p>
      {explanation.wouldChange.length === 0 ? <p className="qq">None found: no single input of this case changes it.</p> : (
        <ul className="plain-list">
          {explanation.wouldChange.map((change) => (
            <li key={change.because}>
              <Icon name="open" isSmall />
              <span>{change.because}: <b className="med">{pointsText(change.before)} to {pointsText(change.after)}</b>{change.bandBefore === change.bandAfter ? ', band unchanged' : `, ${bandWord(change.bandBefore)} to ${bandWord(change.bandAfter)}`}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** What would change this option and how it holds under other weights: asked for, since it takes many re-runs. */
export function WouldChange({ caseId, run, therapy }: { caseId: string; run: string; therapy: string }) {
  const { data, error, isFetching, refetch } = useQuery(explanationQuery(caseId, run, therapy))
  return (
    <>
      <h3>What would change this</h3>
      {data ? <Answer explanation={data} /> : isFetching ? <p><CellState state="loading" of="re-runs of this option" /> <span className="small qq">working through re-runs</span></p> : (
        <div className="row wrap">
          <Button size="xs" onClick={() => void refetch()}>{error ? 'Try again' : 'Work it out'}</Button>
          <span className="small qq">{error ? '' : 'not requested yet: re-runs with other weights and without single inputs'}</span>
          {error ? <RefusalLine text={error.code in explanationText ? explanationText[error.code as keyof typeof explanationText] : explanationText.unexpected} /> : null}
        </div>
      )}
    </>
  )
}
