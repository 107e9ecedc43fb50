import './mark.css'

export type MatchCloseness = 'exact' | 'near' | 'gene'

const words: Record<MatchCloseness, string> = { exact: 'exact match', near: 'codon or domain match', gene: 'gene match' }

/** How close a source is to this finding: inner full, half, hollow = exact, codon or domain, gene; ring solid = same tumour, dashed = another. */
export function MatchDot({ closeness, isSameTumour }: { closeness: MatchCloseness; isSameTumour: boolean }) {
  const said = `${words[closeness]}, ${isSameTumour ? 'this tumour' : 'other tumour'}`
  return (
    <svg className="match-dot" viewBox="0 0 16 16" role="img" aria-label={said}>
      <title>{said}</title>
      <circle cx="8" cy="8" r="6.75" fill="none" stroke="currentColor" strokeWidth="1.25" strokeDasharray={isSameTumour ? undefined : '2.1 2.14'} />
      {closeness === 'exact' ? <circle cx="8" cy="8" r="4" fill="currentColor" /> : null}
      {closeness === 'near' ? <><circle cx="8" cy="8" r="3.5" fill="none" stroke="currentColor" /><path d="M8 4a4 4 0 0 0 0 8Z" fill="currentColor" /></> : null}
      {closeness === 'gene' ? <circle cx="8" cy="8" r="3.4" fill="none" stroke="currentColor" strokeWidth="1.25" /> : null}
    </svg>
  )
}
