import { MatchDot } from '#src/ui/parts/match-dot.tsx'

/** What the dots beside the evidence levels mean. */
export function MatchLegend() {
  return (
    <span className="match-legend">
      <span><MatchDot closeness="exact" isSameTumour /> exact</span>
      <span><MatchDot closeness="near" isSameTumour /> codon or domain</span>
      <span><MatchDot closeness="gene" isSameTumour /> gene</span>
      <span><MatchDot closeness="exact" isSameTumour={false} /> other tumour</span>
    </span>
  )
}
