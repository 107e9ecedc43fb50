import './mark.css'

export type TierName = 'I' | 'II' | 'III' | 'IV'

/** Tier as a roman numeral, which carries the meaning in greyscale; null is "not called" and never blank. */
export function TierChip({ tier, note }: { tier: TierName | null; note?: string | undefined }) {
  const words = tier === null ? 'tier not called' : `tier ${tier}`
  return (
    <span className="tier" data-tier={tier ?? '?'} role="img" aria-label={note ? `${words}, ${note}` : words} title={note ?? words}>
      <span aria-hidden="true">{tier ?? '?'}</span>
    </span>
  )
}
