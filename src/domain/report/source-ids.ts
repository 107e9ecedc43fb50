import type { AnalysisRun } from '../analysis.ts'

/** Prefixes under which a report cites. Ids of interactions, rows and constants of the engine look alike and are no sources. */
const prefixes = 'PMID|PMC|NCT|EUCT|doi|civic|label|trial|read|recalled|WikiPathways'
const sourceId = new RegExp(`^(?:${prefixes}):[^\\s\\][,]{1,120}$`)

const slug = (text: string) => text.trim().replace(/[\s,;[\]]{1,9}/g, '-')

/**
 * Ids of what a row names as its source, which may be several: `US label; PROfound; PMID 32343890` is `label:US`, `trial:PROfound`,
 * `PMID:32343890`. What was recalled or read without an identifier keeps its words, so that a reader sees how firm it is. Nothing for
 * constants, ids of rows and `curated`.
 */
export function sourceIds(source: string): string[] {
  const text = source.trim()
  const [prefix, rest] = [text.slice(0, text.indexOf(':')), text.slice(text.indexOf(':') + 1)]
  if (prefix === 'recalled' || prefix === 'read') return [`${prefix}:${slug(rest)}`]
  const wiki = /^WikiPathways (WP\d{1,6})/.exec(text)
  if (wiki) return [`WikiPathways:${wiki[1]}`]
  const label = /^(US|EU) label(?:$|;)/.exec(text)
  return text.split(/; ?/).flatMap((piece, index) => {
    const number = /^(PMID|PMC|NCT)[: ]?(\d{4,10})\b/.exec(piece)
    if (number) return [`${number[1]}:${number[2]}`]
    if (/^(US|EU) label$/.test(piece)) return [`label:${piece.slice(0, 2)}`]
    if (label && index > 0) return [`trial:${slug(piece)}`]
    return sourceId.test(piece) ? [piece] : []
  })
}

/** The sources in brackets, at most `most` of them: ` [PMID:1, PMID:2]`; nothing when there is none. */
export function cite(sources: readonly string[], most = 3): string {
  const ids = [...new Set(sources.flatMap(sourceIds))].slice(0, most)
  return ids.length > 0 ? ` [${ids.join(', ')}]` : ''
}

/** Any other `prefix:number` that a person puts in brackets is a source too: it is listed as it was written, never dropped. */
const unknownId = /^[A-Za-z][A-Za-z-]{1,24}:[^\s\][,]{0,80}\d[^\s\][,]{0,80}$/

/** The source that a piece of a bracket names; null for other words. `PMID 123`, as people type it, is `PMID:123`. */
export function sourceNamed(piece: string): string | null {
  const id = piece.trim().replaceAll('\\', '').replace(/^(PMID|PMC|NCT)[: ]{0,2}(?=\d)/, '$1:')
  return sourceId.test(id) || unknownId.test(id) ? id : null
}

/** Source ids that a text carries, in the order of their first mention. */
export function citedIn(markdown: string): string[] {
  const ids = [...markdown.matchAll(/\[([^[\]\n]{3,400})\]/g)].flatMap((m) => (m[1] ?? '').split(/[,;] /).flatMap((piece) => sourceNamed(piece) ?? []))
  return [...new Set(ids)]
}

/** What a source is, in words, where nobody has written a citation. */
export function sourceWords(id: string): string {
  const rest = id.slice(id.indexOf(':') + 1)
  if (id.startsWith('recalled:')) return `${rest.replaceAll('-', ' ').replace('PMID:', 'PubMed ')}; recalled, not checked against the source`
  if (id.startsWith('read:')) return `${rest.replaceAll('-', ' ')}; read in a stored passage`
  if (id.startsWith('PMID:')) return `PubMed ${rest}`
  if (id.startsWith('PMC:')) return `PubMed Central PMC${rest}`
  if (id.startsWith('civic:')) return `CIViC evidence item ${rest}`
  if (id.startsWith('label:')) return rest.startsWith('EU') ? 'European product information of the drug named where it is cited' : rest.startsWith('US') ? 'US prescribing information of the drug named where it is cited' : `label of the drug named where it is cited, ${rest}`
  if (id.startsWith('trial:')) return `study ${rest}`
  if (id.startsWith('WikiPathways:')) return `WikiPathways ${rest}`
  if (id.startsWith('NCT:')) return `ClinicalTrials.gov NCT${rest}`
  if (id.startsWith('EUCT:')) return `EU clinical trial ${rest}`
  if (id.startsWith('doi:')) return `https://doi.org/${rest}`
  return `${id}; not a source of this release, printed as it was written`
}

/** All sources that the run rests on: what a report may cite without more. */
export function sourcesOfRun(run: AnalysisRun): Set<string> {
  const therapies = [...run.therapies, ...run.combinations]
  return new Set([
    ...run.evidence.flatMap((e) => e.sources), ...run.interactions.flatMap((i) => i.sources),
    ...therapies.flatMap((t) => [...t.contributions.map((c) => c.source), ...t.against.map((r) => r.source), ...t.notes.map((r) => r.source), ...t.labels.map((l) => l.source), ...t.feasibility.map((f) => f.source)]),
  ].flatMap(sourceIds))
}
