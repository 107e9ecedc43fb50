/** Citations as links where they have an address of their own: PubMed, PubMed Central, DOI, ClinicalTrials.gov, CIViC. Others are words. What was recalled and not checked says so. */
function addressOf(source: string): string | null {
  const id = encodeURIComponent(source.slice(source.indexOf(':') + 1).trim())
  if (source.startsWith('PMID:')) return `https://pubmed.ncbi.nlm.nih.gov/${id}/`
  if (source.startsWith('PMC')) return `https://pmc.ncbi.nlm.nih.gov/articles/${encodeURIComponent(source)}/`
  if (source.startsWith('DOI:')) return `https://doi.org/${source.slice(4).trim()}`
  if (source.startsWith('NCT')) return `https://clinicaltrials.gov/study/${encodeURIComponent(source)}`
  if (source.startsWith('civic:EID')) return `https://civicdb.org/links/evidence/${encodeURIComponent(source.slice(9))}`
  return null
}

/** `label:us:osimertinib:nsclc`: a row of the release's list of approvals. */
function wordsOf(source: string): string {
  const [kind, country, drug, tumour] = source.split(':')
  return kind === 'label' && country && drug ? `${country.toUpperCase()} label of ${drug.replaceAll('-', ' + ')}${tumour ? ` (${tumour.replaceAll('-', ' ')})` : ''}` : source
}

export function SourceLinks({ sources }: { sources: readonly string[] }) {
  return (
    <>
      {sources.map((source, index) => {
        const isRecalled = source.startsWith('recalled:')
        const named = isRecalled ? source.slice(9) : source
        const address = addressOf(named)
        return (
          <span key={source}>
            {index > 0 ? ' ' : ''}{address ? <a href={address} target="_blank" rel="noreferrer">{named.replace('civic:', 'CIViC ')}</a> : wordsOf(named)}
            {isRecalled ? <span className="att"> (not checked)</span> : null}{index < sources.length - 1 ? ',' : ''}
          </span>
        )
      })}
    </>
  )
}
