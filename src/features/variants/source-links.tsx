/** Citations as links where they have an address of their own: PubMed, ClinicalTrials.gov, CIViC. Others are words. */
function addressOf(source: string): string | null {
  const id = source.slice(source.indexOf(':') + 1).trim()
  if (source.startsWith('PMID')) return `https://pubmed.ncbi.nlm.nih.gov/${encodeURIComponent(id)}/`
  if (source.startsWith('NCT')) return `https://clinicaltrials.gov/study/${encodeURIComponent(source)}`
  if (source.startsWith('EID')) return `https://civicdb.org/evidence/${encodeURIComponent(source.replace('EID', '').replace(':', ''))}`
  return null
}

export function SourceLinks({ sources }: { sources: readonly string[] }) {
  return (
    <>
      {sources.map((source) => {
        const address = addressOf(source)
        return address ? <a key={source} href={address} target="_blank" rel="noreferrer">{source}</a> : <span key={source}>{source}</span>
      })}
    </>
  )
}
