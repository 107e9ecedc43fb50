import './mark.css'
import type { ReactNode } from 'react'

export type EffectName = 'gain' | 'loss' | 'unknown' | 'neutral' | 'fusion'

const drawings: Record<EffectName, ReactNode> = {
  gain: <path d="M8 2.5 14.5 13.5H1.5Z" fill="var(--gain)" />,
  loss: <path d="M8 13.5 14.5 2.5H1.5Z" fill="var(--loss)" />,
  unknown: (
    <>
      <rect x="1.25" y="1.25" width="13.5" height="13.5" fill="none" stroke="var(--unknown)" strokeWidth="1.5" />
      <path d="M5.4 6.3a2.6 2.6 0 1 1 4 2.1C8.4 9 8 9.2 8 10.2" fill="none" stroke="var(--unknown-text)" strokeWidth="1.9" />
      <circle cx="8" cy="12.3" r="1.15" fill="var(--unknown-text)" />
    </>
  ),
  neutral: <path d="M2 8h12" stroke="var(--unknown)" strokeWidth="2" />,
  fusion: <path d="M4 2h3v12H4zM9 2h3v12H9z" fill="var(--ink)" />,
}
const tones: Record<EffectName, string> = { gain: 'gain', loss: 'loss', unknown: 'unk', neutral: 'q', fusion: '' }
const words: Record<EffectName, string> = { gain: 'gain', loss: 'loss', unknown: 'unclear', neutral: 'neutral', fusion: 'fusion' }

/** Shape first, word second, colour third. `word` replaces the usual word ("reduced", "splice"); `isBare` leaves it to be heard only. */
export function EffectGlyph({ effect, word, isBare }: { effect: EffectName; word?: string | undefined; isBare?: boolean | undefined }) {
  const said = word ?? words[effect]
  return (
    <span className={`effect ${tones[effect]}`}>
      <svg className="icon-small" viewBox="0 0 16 16" aria-hidden="true">{drawings[effect]}</svg>
      <span className={isBare ? 'heard' : undefined}>{said}</span>
    </span>
  )
}
