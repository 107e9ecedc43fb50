import './mark.css'

/** Stages as small squares for a table row: done, now, to come; the name of the stage stands beside it. `at` counts from 0. */
export function StageSquares({ at, of, name }: { at: number; of: number; name: string }) {
  return (
    <span className="row">
      <span className="rail-progress" aria-hidden="true">
        {Array.from({ length: of }, (_, stage) => <i key={stage} data-at={stage < at ? 'done' : stage === at ? 'now' : 'next'} />)}
      </span>
      <span>{name}</span><span className="heard">{`stage ${at + 1} of ${of}`}</span>
    </span>
  )
}
