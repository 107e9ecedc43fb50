import type { FeasibilityFact } from '#src/domain/analysis.ts'
import type { Course, TreatmentLine } from '#src/domain/course.ts'
import type { Exposure } from '#src/knowledge/exposure.ts'
import { readSetting, type Requirement } from '#src/knowledge/label-setting.ts'

type State = FeasibilityFact['state']

/** The setting of a label against a course: the state, and the words that decided it or are missing. */
export type SettingState = { state: State; because: readonly string[] }

export type Patient = { course: Course; isSquamous: boolean | null; classOf: ReadonlyMap<string, string> }

/**
 * Is the setting of a label met? Every condition has to be met; one that is not met decides; what a course cannot say stays unknown, and unknown is
 * never taken for met. An empty list of treatments says nothing unless somebody has said that none was given.
 */
export function settingState(setting: string, patient: Patient): SettingState {
  const judged = readSetting(setting).map((requirement) => judge(requirement, patient))
  const failed = judged.filter((one) => one.state === 'not_met')
  if (failed.length > 0) return { state: 'not_met', because: failed.map((one) => one.because) }
  const open = judged.filter((one) => one.state === 'unknown')
  if (open.length > 0) return { state: 'unknown', because: open.map((one) => one.because) }
  return { state: 'met', because: judged.map((one) => one.because) }
}

type Judged = { state: State; because: string }
const judged = (state: State, because: string): Judged => ({ state, because })
const decided = (isMet: boolean, because: string): Judged => judged(isMet ? 'met' : 'not_met', because)

function judge(requirement: Requirement, { course, isSquamous, classOf }: Patient): Judged {
  switch (requirement.kind) {
    case 'lines': return linesState(requirement, course)
    case 'after': return afterState(requirement.anyOf, course, classOf)
    case 'naive': {
      if (!isToldOf(course)) return judged('unknown', 'earlier treatment not recorded')
      const given = course.lines.some((line) => holds(line, requirement.exposure, classOf))
      return decided(!given, `${requirement.exposure.what} ${given ? 'was' : 'was not'} given`)
    }
    case 'age': {
      if (course.ageYears === null) return judged('unknown', 'age not stated')
      return decided(course.ageYears >= requirement.least && (requirement.most === null || course.ageYears <= requirement.most), `age ${course.ageYears}`)
    }
    case 'stage': return stageState(requirement.is, course)
    case 'histology': return isSquamous === null ? judged('unknown', 'histology: squamous or not') : decided(isSquamous === requirement.isSquamous, isSquamous ? 'squamous histology' : 'nonsquamous histology')
    case 'stated': return judged('unknown', requirement.what)
  }
}

const isToldOf = (course: Course) => course.lines.length > 0 || course.untreated === true
const isForAdvanced = (line: TreatmentLine) => (line.modality === 'systemic' || line.modality === 'trial') && (line.setting === 'metastatic' || line.setting === 'locally_advanced' || line.setting === 'unknown')

function linesState({ least, most }: { least: number; most: number | null }, course: Course): Judged {
  if (!isToldOf(course)) return judged('unknown', 'earlier treatment not recorded')
  const given = course.lines.filter(isForAdvanced).length
  const because = given === 0 ? 'no line for advanced disease so far' : given === 1 ? 'one line for advanced disease so far' : `${given} lines for advanced disease so far`
  return decided(given >= least && (most === null || given <= most), because)
}

function afterState(anyOf: readonly Exposure[], course: Course, classOf: Patient['classOf']): Judged {
  if (!isToldOf(course)) return judged('unknown', 'earlier treatment not recorded')
  const given = anyOf.find((exposure) => course.lines.some((line) => holds(line, exposure, classOf)))
  return given ? judged('met', `${given.what} was given`) : judged('not_met', `${anyOf.map((one) => one.what).join(' or ')} not among the earlier treatments`)
}

const holds = (line: TreatmentLine, exposure: Exposure, classOf: Patient['classOf']) =>
  line.drugs.some((drug) => exposure.drugs.includes(drug) || exposure.classes.includes(classOf.get(drug) ?? ''))

function stageState(is: 'early' | 'advanced' | 'III', course: Course): Judged {
  const stage = /\b(IV|III|II|I|0)(?![IV])/i.exec(course.stage ?? '')?.[1]?.toUpperCase() ?? null
  const isMetastatic = stage === 'IV' || course.lines.some((line) => line.setting === 'metastatic')
  if (stage === null && !isMetastatic) return judged('unknown', 'stage not stated')
  const because = stage === null ? 'treated for metastatic disease' : `stage ${stage}`
  if (is === 'early') return decided(!isMetastatic, because)
  if (is === 'III') return decided(stage === 'III' && !isMetastatic, because)
  return isMetastatic ? judged('met', because) : stage === 'III' ? judged('unknown', 'stage III: resectable or not') : judged('not_met', because)
}
