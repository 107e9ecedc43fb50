import type { AnalysisRun } from '#src/domain/analysis.ts'
import { inWords, therapyWords, type Labels } from '#src/domain/report/names.ts'
import { sourceIds, sourceWords } from '#src/domain/report/source-ids.ts'
import type { Knowledge } from '#src/knowledge/knowledge.ts'

const directions = { sensitivity: 'supports', resistance: 'resistance to', no_benefit: 'no benefit of', inferior_to: 'inferior:', note: 'on' } as const

/**
 * Citation for people by source id, for all that the run rests on: the study by its name, what it says of which therapy and finding, and where
 * it stands. One source under several rows of the release is cited by the strongest. A source of the network is cited by the relation it shows.
 */
export function citationsOf(run: AnalysisRun, knowledge: Knowledge, labels: Labels): Record<string, string> {
  const out: Record<string, string> = {}
  const put = (sources: readonly string[], words: string) => {
    for (const id of sources.flatMap(sourceIds)) {
      if (id in out || id.startsWith('label:')) continue
      const own = id.startsWith('trial:') ? `${sourceWords(id).replace(/^study /, '')}: ${words.replace(/^[^:]{1,40}: /, '')}` : words
      out[id] = `${own.charAt(0).toUpperCase()}${own.slice(1)}${id.startsWith('recalled:') ? '; recalled, not checked against the source' : ''}.`
    }
  }
  const rows = new Map(knowledge.evidence.map(({ row }) => [row.id, row]))
  for (const e of run.evidence.toSorted((a, b) => (a.level < b.level ? -1 : a.level > b.level ? 1 : a.id < b.id ? -1 : 1))) {
    const study = studyName(rows.get(e.id)?.cluster ?? '')
    const tumour = e.tumour === 'SOLID' ? 'any solid tumour' : (knowledge.tumours.get(e.tumour)?.name ?? e.tumour)
    put(e.sources, `${study ? `${study}: ` : ''}${directions[e.direction]} ${therapyWords(labels, e.therapy)} with ${inWords(labels, e.biomarker).replaceAll(' AND ', ' and ').replaceAll(' OR ', ' or ')}${tumour ? `, ${tumour}` : ''}, level ${e.level}`)
  }
  const used = new Set([...run.interactions.flatMap((i) => i.sources), ...[...run.therapies, ...run.combinations].flatMap((t) => [...t.contributions, ...t.against].map((c) => c.source))].flatMap(sourceIds))
  const known = (sources: readonly string[]) => sources.filter((s) => sourceIds(s).some((id) => used.has(id)))
  for (const row of knowledge.feedback) put(known(row.sources), `Release of ${inWords(labels, row.released)} when ${inWords(labels, row.trigger)} is blocked`)
  for (const { row } of knowledge.lethality) put(known(row.sources), `Dependence on ${inWords(labels, row.partner)} of cells with a change of ${row.gene}`)
  for (const row of knowledge.edges) put(known(row.sources), `Signal from ${inWords(labels, row.from)} to ${inWords(labels, row.to)}`)
  return out
}

/** `CAPITELLO-291` is a study, `RAZAVI-2020` an author and a year; a cluster named by its identifier says nothing more than the identifier. */
function studyName(cluster: string): string {
  if (cluster === '' || /^(?:PMID|PMC|CIVIC|NCT)-/i.test(cluster)) return ''
  const author = /^([A-Z]{3,20})-((?:19|20)\d\d)(?:-\w{1,3})?$/.exec(cluster)
  return author ? `${(author[1] ?? '').charAt(0)}${(author[1] ?? '').slice(1).toLowerCase()} ${author[2]}` : cluster
}
