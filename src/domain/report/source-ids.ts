import type { AnalysisRun } from '../analysis.ts'

/** `PMID:34567890`, `NCT:…`, `LABEL:…`: a prefix, a colon, no space. Names of the engine's own constants are no sources of a claim. */
const isSourceId = (text: string): boolean => /^[A-Z][A-Za-z0-9_-]{1,20}:[^\s\],;]{1,80}$/.test(text)

/** The sources in brackets, at most `most` of them: ` [PMID:1, PMID:2]`; nothing when there is none. */
export function cite(sources: readonly string[], most = 3): string {
  const ids = [...new Set(sources.filter(isSourceId))].slice(0, most)
  return ids.length > 0 ? ` [${ids.join(', ')}]` : ''
}

/** Source ids that a text carries, in the order of their first mention. */
export function citedIn(markdown: string): string[] {
  const ids = [...markdown.matchAll(/\[([^[\]\n]{3,400})\]/g)].flatMap((m) => (m[1] ?? '').split(/[,;] /).map((s) => s.trim()))
  return [...new Set(ids.filter(isSourceId))]
}

/** All sources that the run rests on: what a report may cite without more. */
export function sourcesOfRun(run: AnalysisRun): Set<string> {
  const therapies = [...run.therapies, ...run.combinations]
  return new Set([
    ...run.evidence.flatMap((e) => e.sources), ...run.interactions.flatMap((i) => i.sources),
    ...therapies.flatMap((t) => [...t.contributions.map((c) => c.source), ...t.against.map((r) => r.source), ...t.notes.map((r) => r.source), ...t.labels.map((l) => l.source), ...t.feasibility.map((f) => f.source)]),
  ].filter(isSourceId))
}
