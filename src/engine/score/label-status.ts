import type { AnalysisInput, Jurisdiction, LabelFact, LabelState } from '#src/domain/analysis.ts'
import type { Expression } from '#src/knowledge/expression.ts'
import type { LabelRow } from '#src/knowledge/schema.ts'
import type { TumourView } from '../release/tumour-view.ts'
import { selects } from '../release/evidence-item.ts'
import { labelStateOn } from '../release/label-state.ts'
import type { Regimen } from '../release/regimen.ts'

export type LabelStatus = { state: LabelState; withoutBiomarker: boolean; withdrawnOn: string | null }

const tumourName = (row: LabelRow) => (row.tumour.except.length > 0 ? `${row.tumour.in.join(', ')} except ${row.tumour.except.join(', ')}` : row.tumour.in.join(', '))

/** A label as it stands on a day in a tumour type; the fact it becomes is made once for each answer to its biomarker, frozen since runs share it. */
type DatedLabel = { row: LabelRow; expression: Expression; state: LabelFact['state']; isLocal: boolean; factFor: (value: 1 | 0 | -1) => LabelFact }
/** The labels of a regimen as they stand on the day of a run. */
export type LabelsOf = (regimen: Regimen) => readonly DatedLabel[]

const none: readonly DatedLabel[] = []
const dated = new WeakMap<TumourView['labels'], { date: string; of: LabelsOf }>()

/** Nothing in this depends on a patient. One day is kept per tumour type: runs of one day come together. */
export function labelsOn(date: string, view: TumourView): LabelsOf {
  const known = dated.get(view.labels)
  if (known?.date === date) return known.of
  const read: (readonly DatedLabel[] | undefined)[] = []
  const of: LabelsOf = (regimen) => (regimen.labels.length === 0 ? none : read[regimen.id] ??= datedLabels(date, regimen, view))
  dated.set(view.labels, { date, of })
  return of
}

function datedLabels(date: string, regimen: Regimen, view: TumourView): DatedLabel[] {
  const local = view.labels.get(regimen.id) ?? []
  return regimen.labels.flatMap((label): DatedLabel[] => {
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
}

type Holds = (expression: Expression) => 1 | 0 | -1
const unlabelled: LabelStatus = { state: 'investigational', withoutBiomarker: false, withdrawnOn: null }

/**
 * What the labels of a regimen say on the day of the run. `this_tumour` needs an approval in the patient's jurisdiction, for this tumour type, with
 * its biomarker met. A regimen whose last approval in that jurisdiction has ended, or that was withdrawn elsewhere and never approved here, is withdrawn.
 */
export function labelStatus(labels: readonly DatedLabel[], input: AnalysisInput, holds: Holds): LabelStatus {
  if (labels.length === 0) return unlabelled
  const { open, otherwise } = standingIn(labels, input.jurisdiction)
  let here = false
  for (const { expression, isSelecting } of open) {
    if (holds(expression) !== 1) continue
    if (!isSelecting) return forAll
    here = true
  }
  return here ? forSome : otherwise
}

const forSome: LabelStatus = { state: 'this_tumour', withoutBiomarker: false, withdrawnOn: null }
const forAll: LabelStatus = { state: 'this_tumour', withoutBiomarker: true, withdrawnOn: null }

/** Labels of a regimen where a case is read: `open` are the approvals for this tumour type, whose biomarker is asked of the findings; `otherwise` is what holds where none is met. */
type Standing = { open: readonly { expression: Expression; isSelecting: boolean }[]; otherwise: LabelStatus }
const standings = new WeakMap<readonly DatedLabel[], Map<Jurisdiction, Standing>>()

function standingIn(labels: readonly DatedLabel[], jurisdiction: Jurisdiction): Standing {
  let known = standings.get(labels)
  if (!known) { known = new Map(); standings.set(labels, known) }
  let standing = known.get(jurisdiction)
  if (!standing) { standing = readStanding(labels, jurisdiction); known.set(jurisdiction, standing) }
  return standing
}

function readStanding(labels: readonly DatedLabel[], jurisdiction: Jurisdiction): Standing {
  const approved = labels.filter(({ row, state }) => state === 'approved' && row.jurisdiction === jurisdiction)
  const open = approved.filter((one) => one.isLocal).map(({ expression }) => ({ expression, isSelecting: selects(expression) }))
  const ends = labels.filter((one) => one.state === 'withdrawn').map(({ row }) => row.to ?? '').sort()
  const ended = approved.length > 0 ? null : ends.at(-1) ?? null
  return { open, otherwise: { state: ended !== null ? 'withdrawn' : approved.length > 0 ? 'other_tumour' : 'investigational', withoutBiomarker: false, withdrawnOn: ended } }
}

/** The labels as facts for a reader: those of this tumour type, or a few of others where there are none. */
export function labelFacts(labels: readonly DatedLabel[], holds: Holds): LabelFact[] {
  const local = labels.filter((one) => one.isLocal)
  return local.length > 0 ? local.map((one) => one.factFor(holds(one.expression))) : labels.slice(0, SHOWN_ELSEWHERE).map((one) => one.factFor(-1))
}

const SHOWN_ELSEWHERE = 3

function factOf(row: LabelRow, state: LabelFact['state'], value: 1 | 0 | -1): LabelFact {
  return {
    jurisdiction: row.jurisdiction, state, tumour: tumourName(row), biomarker: row.biomarker, setting: row.setting, from: row.from, to: row.to, source: row.source,
    applies: value === 1 ? 'yes' : value === 0 ? 'unknown' : 'no',
  }
}
