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
  const text = seconds === 0 && !isRunning ? '8 min: t starts' : `${clock(seconds)}${over > 0 ? `, ${clock(over)} over` : isRunning ? ' of 8 min' : ''}${isRunning ? '' : ', stopped'}`
  return <button type="button" className="wall-timer" aria-keyshortcuts="t" aria-pressed={isRunning} onClick={onToggle}>{text}</button>
}
