import { useEffect, useState } from 'react'

const meant = 8 * 60 // minutes a case gets in a usual tumour board, in seconds
const clock = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`

/** Seconds this case has been on the wall; the caller starts and stops it. */
export function BoardTimer({ isRunning, onToggle }: { isRunning: boolean; onToggle: () => void }) {
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    if (!isRunning) return
    const timer = setInterval(() => setSeconds((passed) => passed + 1), 1000)
    return () => clearInterval(timer)
  }, [isRunning])
  const over = seconds - meant
  return <button type="button" className="wall-timer" aria-keyshortcuts="t" aria-pressed={isRunning} onClick={onToggle}>{clock(seconds)} of 8 min{over > 0 ? `, ${clock(over)} over` : ''}{isRunning ? '' : seconds === 0 ? ', t starts' : ', stopped'}</button>
}
