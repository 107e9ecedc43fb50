import { useState } from 'react'
import type { ReadingProblem } from '#src/domain/record-reading.ts'
import { Icon } from '#src/ui/parts/icon.tsx'

const atFirst = 4

/** What could not be read, or was read with a doubt: where, what, and what to do. */
export function ProblemList({ problems, isFileNamed }: { problems: readonly ReadingProblem[]; isFileNamed: boolean }) {
  const [isAll, setIsAll] = useState(false)
  const sorted = problems.toSorted((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'))
  if (problems.length === 0) return null
  return (
    <ul className="problems">
      {sorted.slice(0, isAll ? undefined : atFirst).map((problem, index) => (
        <li key={`${problem.code} ${problem.line} ${index}`} className={problem.severity === 'error' ? 'res' : 'att'}>
          <Icon name={problem.severity === 'error' ? 'late' : 'warn'} isSmall />
          <span><span className="qq">{[isFileNamed ? problem.file : '', problem.line === null ? '' : `line ${problem.line}`, problem.column ?? ''].filter(Boolean).join(', ')} </span><span className="q">{problem.message}</span></span>
        </li>
      ))}
      {problems.length > atFirst ? <li><button type="button" className="gate-undo" onClick={() => setIsAll(!isAll)}>{isAll ? 'Show fewer' : `Show all ${problems.length}`}</button></li> : null}
    </ul>
  )
}
