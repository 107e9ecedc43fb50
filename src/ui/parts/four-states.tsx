import './four-states.css'
import { useEffect, useState, type ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { SourceList, StateFoot, type SourceState, type StateAction } from './state-parts.tsx'

// Pending data drawn as "nothing" is the most dangerous fault of this kind of software: each state has its own icon, first word and surface.

const useSecondsWaiting = () => {
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setSeconds(passed => passed + 1), 1000)
    return () => clearInterval(timer)
  }, [])
  return seconds
}

const skeletonWidths = [82, 64, 74, 52, 70, 60, 78, 56]

/** Loading: names what is awaited; "still loading" after 2 s; "Try again" after 15 s when a retry is given. Never a count. */
export function LoadingState({ what, sources = [], rows = 5, onRetry }: { what: string; sources?: readonly SourceState[]; rows?: number; onRetry?: (() => void) | undefined }) {
  const seconds = useSecondsWaiting()
  const answered = sources.filter(source => source.at === 'answered').length
  const said = sources.length > 0 ? `${answered} of ${sources.length} sources` : what
  return (
    <div className="state" data-state="loading" aria-busy="true">
      <div className="state-head" role="status"><i className="ring" /><b>{seconds < 2 ? 'Loading' : 'Still loading'}</b> <span>{said}{seconds < 2 ? '' : <span aria-hidden="true">{`, ${seconds} s`}</span>}</span></div>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="state-row" aria-hidden="true"><i className="skeleton" /><i className="skeleton" style={{ width: `${skeletonWidths[row % skeletonWidths.length]}%` }} /><i className="skeleton" /></div>
      ))}
      {sources.length > 0 ? <div className="state-body"><SourceList sources={sources} /></div> : null}
      {sources.length > 0 || (onRetry && seconds >= 15)
        ? <StateFoot actions={onRetry && seconds >= 15 ? [{ label: 'Try again', onAct: onRetry, icon: 'retry' }] : []} prints={sources.length > 0 ? 'No count is shown until all have answered.' : undefined} />
        : null}
    </div>
  )
}

type FailedStateProps = { what: string; reason: string; effect: string; reference?: string | undefined; sources?: readonly SourceState[]; onRetry?: (() => void) | undefined; onContinue?: (() => void) | undefined }

/** Failed: what failed, what it does to the answer, retry, and continue without (printed as not consulted). */
export function FailedState({ what, reason, effect, reference, sources = [], onRetry, onContinue }: FailedStateProps) {
  const actions: StateAction[] = []
  if (onRetry) actions.push({ label: 'Try again', onAct: onRetry, icon: 'retry' })
  if (onContinue) actions.push({ label: 'Continue without', onAct: onContinue })
  return (
    <div className="state" data-state="failed">
      <div className="state-head" role="alert"><Icon name="late" /><b>Failed</b> <span>{what}</span></div>
      <div className="state-body">
        <p>{reason}</p>
        <h4>What it does to the answer</h4><p>{effect}</p>
        <SourceList sources={sources} />
        {reference ? <p className="small qq" style={{ paddingTop: 'var(--space-2)' }}>Reference <span className="mono">{reference}</span>. Nothing was recorded.</p> : null}
      </div>
      <StateFoot actions={actions} prints={onContinue ? '“Continue without” prints: not consulted.' : undefined} />
    </div>
  )
}

type NotTestedStateProps = { what?: string; reason: string; effect: string; closesGap?: ReactNode; actions?: readonly StateAction[] }

/** Not tested: hatched; never counted as negative. */
export function NotTestedState({ what = 'no result exists', reason, effect, closesGap, actions = [] }: NotTestedStateProps) {
  return (
    <div className="state" data-state="not-tested">
      <div className="state-head"><Icon name="untested" /><b>Not tested</b> <span>{what}</span></div>
      <div className="state-body">
        <div className="hatched state-block"><span>not tested</span></div>
        <p>{reason}</p>
        <h4>What it does to the answer</h4><p>{effect}</p>
        {closesGap ? <><h4>What would close the gap</h4><p>{closesGap}</p></> : null}
      </div>
      <StateFoot actions={actions} prints="Prints under “Limits”: not tested." />
    </div>
  )
}

type NoneFoundStateProps = { searched: string; of: ReactNode; sources?: readonly SourceState[]; nearest?: ReactNode; actions?: readonly StateAction[]; prints?: string }

/** None found: everything asked has answered. `searched` is "5 of 5 sources answered"; `of` ends the sentence "0 …". */
export function NoneFoundState({ searched, of, sources = [], nearest, actions = [], prints }: NoneFoundStateProps) {
  return (
    <div className="state" data-state="none-found">
      <div className="state-head" role="status"><Icon name="search" /><b>None found</b> <span>{searched}</span></div>
      <div className="state-body">
        <p className="figure">0</p><p className="q">{of}</p>
        <SourceList sources={sources} />
        {nearest ? <><h4>Nearest</h4><p>{nearest}</p></> : null}
      </div>
      <StateFoot actions={actions} prints={prints} />
    </div>
  )
}
