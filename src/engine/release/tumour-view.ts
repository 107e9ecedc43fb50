import type { Knowledge } from '#src/knowledge/knowledge.ts'
import { recordsOf } from './class-record.ts'
import type { ClassRecord } from './class-record.ts'
import type { EvidenceItem } from './evidence-item.ts'
import type { Regimen } from './regimen.ts'
import { matchTumour } from './tumour-match.ts'
import type { TumourMatch } from './tumour-match.ts'
import type { Weights } from './weights.ts'

/** A tumour type's view of the release, made once per type. */
export type TumourView = {
  matches: readonly TumourMatch[]
  /** Items of this tumour type or of every tumour: they are looked at even when nothing of theirs was found, to say what was not tested. */
  local: readonly number[]
  /** How each class did in this tumour type, the nearest record first. */
  priors: ReadonlyMap<string, readonly ClassRecord[]>
  /** Labels that speak of this tumour type, by regimen. */
  labels: ReadonlyMap<number, Regimen['labels']>
  /** Regimens with a label here and a class with a record here: they are listed whatever else is found. */
  known: readonly number[]
}

/** Views by tumour code, made when first asked for. */
export function tumourViews(items: readonly EvidenceItem[], regimens: readonly Regimen[], knowledge: Knowledge, weights: Weights): (code: string) => TumourView {
  const views = new Map<string, TumourView>()
  return (code) => {
    const known = views.get(code)
    if (known) return known
    const view = viewOf(code, items, regimens, knowledge, weights)
    views.set(code, view)
    return view
  }
}

function viewOf(code: string, items: readonly EvidenceItem[], regimens: readonly Regimen[], knowledge: Knowledge, weights: Weights): TumourView {
  const matches = items.map((item) => matchTumour(knowledge.tree, code, item.tumour))
  const local = matches.flatMap((match, index) => (match === 'same' || match === 'agnostic' ? [index] : []))
  const priors = recordsOf(code, knowledge, weights)
  const labels = new Map<number, Regimen['labels']>()
  for (const regimen of regimens) {
    const here = regimen.labels.filter(({ row }) => { const match = matchTumour(knowledge.tree, code, row.tumour); return match === 'same' || match === 'agnostic' || match === 'broader' })
    if (here.length > 0) labels.set(regimen.id, here)
  }
  return { matches, local, priors, labels, known: [...labels.keys()].filter((id) => regimens[id]?.classes.some((name) => priors.has(name))) }
}
