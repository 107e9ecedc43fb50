import { useEffect, useState } from 'react'

/** The clock in ms since 1970, once a minute: enough for "1 d 6 h", and no more renders than that. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 60_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
