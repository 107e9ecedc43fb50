import { useEffect, useState } from 'react'

const restMs = 2_000

/** False for two seconds after the value changed: what is signed or agreed to must have stood still under the eye first. */
export function useSettled(value: string): boolean {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), restMs)
    return () => clearTimeout(timer)
  }, [value])
  return settled === value
}
