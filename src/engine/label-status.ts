import type { AnalysisInput, LabelFact, LabelState } from '#src/domain/analysis.ts'
import type { Expression } from '#src/knowledge/expression.ts'
import type { LabelRow } from '#src/knowledge/schema.ts'
import type { TumourView } from './tumour-view.ts'
import { selects } from './evidence-item.ts'
import { labelStateOn } from './label-state.ts'
import type { Regimen } from './regimen.ts'

export type LabelStatus = { state: LabelState; facts: LabelFact[]; withoutBiomarker: boolean; withdrawnOn: string | null }

const tumourName = (row: LabelRow) => (row.tumour.except.length > 0 ? `${row.tumour.in.join(', ')} except ${row.tumour.except.join(', ')}` : row.tumour.in.join(', '))

/** A label as it stands on a day in a tumour type; the fact it becomes is made once for each answer to its biomarker, frozen since runs share it. */
type DatedLabel = { row: LabelRow; expression: Expression; state: LabelFact['state']; isLocal: boolean; factFor: (value: 1 | 0 | -1) => LabelFact }

const dated = new WeakMap<TumourView, { date: string; labels: Map<Regimen, readonly DatedLabel[]> }>()

/** Nothing in this depends on a patient. One day is kept per tumour type: runs of one day come together. */
function labelsOn(date: string, regimen: Regimen, view: TumourView): readonly DatedLabel[] {
  let known = dated.get(view)
  if (known?.date !== date) { known = { date, labels: new Map() }; dated.set(view, known) }
  let labels = known.labels.get(regimen)
  if (!labels) {
    const local = view.labels.get(regimen.id) ?? []
    labels = regimen.labels.flatMap((label): DatedLabel[] => {
      const { row, expression } = label
      const state = labelStateOn(row, date)
      if (state === null) return []
      const facts = new Map<number, LabelFact>()
      const factFor = (value: 1 | 0 | -1) => {
        const fact = facts.get(value) ?? Object.freeze(factOf(row, state, value))
        facts.set(value, fact)
        return fact
      }
      return [{ row, expression, state, isLocal: local.includes(label), factFor }]
    })
    known.labels.set(regimen, labels)
  }
  return labels
}

/**
 * What the labels of a regimen say on the day of the run. `this_tumour` needs an approval in the patient's jurisdiction, for this tumour type, with
 * its biomarker met. A regimen whose last approval in that jurisdiction has ended, or that was withdrawn elsewhere and never approved here, is withdrawn.
 */
export function labelStatus(regimen: Regimen, input: AnalysisInput, view: TumourView, holds: (expression: Expression) => 1 | 0 | -1): LabelStatus {
  let here = false
  let elsewhere = false
  let ended: string | null = null
  let withoutBiomarker = false
  const facts: LabelFact[] = []
  const rest: LabelFact[] = []
  for (const { row, expression, state, isLocal, factFor } of labelsOn(input.date, regimen, view)) {
    const value = isLocal ? holds(expression) : -1
    if (isLocal || rest.length < SHOWN_ELSEWHERE) (isLocal ? facts : rest).push(factFor(value))
    const mine = row.jurisdiction === input.jurisdiction
    if (state === 'approved' && mine && value === 1) { here = true; withoutBiomarker ||= !selects(expression) }
    if (state === 'approved' && mine) elsewhere = true
    if (state === 'withdrawn' && (ended === null || (row.to ?? '') > ended)) ended = row.to ?? ''
  }
  const withdrawn = ended !== null && !elsewhere
  return { state: here ? 'this_tumour' : withdrawn ? 'withdrawn' : elsewhere ? 'other_tumour' : 'investigational', facts: facts.length > 0 ? facts : rest, withoutBiomarker, withdrawnOn: withdrawn ? ended : null }
}

const SHOWN_ELSEWHERE = 3

function factOf(row: LabelRow, state: LabelFact['state'], value: 1 | 0 | -1): LabelFact {
  return {
    jurisdiction: row.jurisdiction, state, tumour: tumourName(row), biomarker: row.biomarker, setting: row.setting, from: row.from, to: row.to, source: row.source,
    applies: value === 1 ? 'yes' : value === 0 ? 'unknown' : 'no',
  }
}
