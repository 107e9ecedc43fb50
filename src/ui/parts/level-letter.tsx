import './mark.css'
import { MatchDot, type MatchCloseness } from './match-dot.tsx'

type LevelLetterProps = { level: string | null; closeness?: MatchCloseness; isSameTumour?: boolean; isQuiet?: boolean }

/** Level letter, then always the match dot. Null is a found absence and says "none". */
export function LevelLetter({ level, closeness = 'exact', isSameTumour = true, isQuiet }: LevelLetterProps) {
  if (level === null) return <span className="level qq">none</span>
  return (
    <span className="level">
      <b className={isQuiet ? 'qq' : undefined}>{level}</b>
      <MatchDot closeness={closeness} isSameTumour={isSameTumour} />
    </span>
  )
}
