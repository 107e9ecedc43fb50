import { CalendarDate } from './calendar-date.ts'
import { ageYearsFrom } from './age-years.ts'
import type { IntakeForm, OriginalReportLine } from './intake.ts'
import type { StatedFact, StatedField, StatedLine } from './record-reading.ts'

/** A fact of the records that the form lacks or has otherwise; a person takes it over. */
export type Suggestion = { id: string; field: StatedField; value: string; said: string; file: string; differsFromForm: boolean }

/** The form as one fact leaves it, or null where the fact cannot stand in it. `today` is the date by which an age is counted. */
type Setter = (form: IntakeForm, value: string, today: string) => IntakeForm | null
type Offer = { now: (form: IntakeForm) => string | null; set: Setter }

const specimen = (form: IntakeForm, change: Partial<IntakeForm['specimen']>): IntakeForm => ({ ...form, specimen: { ...form.specimen, ...change } })
const stages = /^(0|I{1,3}|IV)[A-D]?[1-3]?$/

const offers: Partial<Record<StatedField, Offer>> = {
  patient_id: { now: (form) => form.identity.localId, set: (form, value) => ({ ...form, identity: { ...form.identity, localId: value.slice(0, 40) } }) },
  sex: { now: (form) => (form.identity.sex === 'unknown' ? null : form.identity.sex), set: (form, value) => (value === 'female' || value === 'male' || value === 'other' ? { ...form, identity: { ...form.identity, sex: value } } : null) },
  birth_date: {
    now: (form) => (form.identity.birthYear === null ? null : String(form.identity.birthYear)),
    set: (form, value, today) => {
      const birthYear = Number(value.slice(0, 4))
      if (birthYear < 1900 || birthYear > 2100) return null
      return { ...form, identity: { ...form.identity, birthYear }, course: { ...form.course, ageYears: form.course.ageYears ?? ageYearsFrom(value, today) } }
    },
  },
  tumour_type: { now: (form) => form.tumourType, set: (form, value) => ({ ...form, tumourType: value }) },
  stage: { now: (form) => form.course.stage, set: (form, value) => (stages.test(value) ? { ...form, course: { ...form.course, stage: value } } : null) },
  ecog: { now: (form) => (form.course.ecog === null ? null : String(form.course.ecog)), set: (form, value) => (/^[0-4]$/.test(value) ? { ...form, course: { ...form.course, ecog: Number(value) } } : null) },
  specimen_site: { now: (form) => form.specimen.site || null, set: (form, value) => specimen(form, { site: value.slice(0, 120) }) },
  specimen_kind: {
    now: (form) => (form.specimen.kind === 'unknown' ? null : form.specimen.kind),
    set: (form, value) => (value === 'primary' || value === 'metastasis' || value === 'recurrence' || value === 'blood' ? specimen(form, { kind: value }) : null),
  },
  specimen_collected: { now: (form) => form.specimen.collected, set: (form, value) => { const date = CalendarDate.safeParse(value); return date.success ? specimen(form, { collected: date.data }) : null } },
  purity: { now: (form) => (form.specimen.purity === null ? null : String(form.specimen.purity)), set: (form, value) => { const purity = Number(value); return purity >= 0 && purity <= 1 ? specimen(form, { purity }) : null } },
  assay: { now: (form) => form.assay.name || null, set: (form, value) => ({ ...form, assay: { ...form.assay, name: value.slice(0, 120) } }) },
  laboratory: {
    now: (form) => form.assay.laboratory || null,
    set: (form, value) => ({ ...form, assay: { ...form.assay, laboratory: value.slice(0, 120) }, originalReport: { ...form.originalReport, laboratory: form.originalReport.laboratory || value.slice(0, 120) } }),
  },
  report_date: { now: (form) => form.originalReport.date, set: (form, value) => { const date = CalendarDate.safeParse(value); return date.success ? { ...form, originalReport: { ...form.originalReport, date: date.data } } : null } },
  genes_tested: {
    now: (form) => (form.assay.coverage.kind === 'unknown' ? null : form.assay.coverage.kind === 'all' ? 'all' : form.assay.coverage.genes.join(', ')),
    set: (form, value) => ({ ...form, assay: { ...form.assay, coverage: { kind: 'genes', genes: value.split(', '), assay: null } } }),
  },
}

const isHeld = (field: StatedField, now: string, value: string) => now === value || (field === 'birth_date' && value.startsWith(now))

/** Facts that can be taken over, each value once; what the form already holds is not offered. */
export function suggestionsOf(stated: readonly StatedFact[], form: IntakeForm): Suggestion[] {
  const offered = new Set<string>()
  return stated.flatMap((fact): Suggestion[] => {
    const offer = offers[fact.field]
    if (!offer || fact.value === null || offered.has(`${fact.field}|${fact.value}`)) return []
    const now = offer.now(form)
    if (now !== null && isHeld(fact.field, now, fact.value)) return []
    offered.add(`${fact.field}|${fact.value}`)
    return [{ id: fact.id, field: fact.field, value: fact.value, said: fact.said, file: fact.file, differsFromForm: now !== null }]
  })
}

/** What a person takes over: facts into their fields, stated lines into the original report under that person's name. Null: something that is not offered was asked for. */
export function takenOver(form: IntakeForm, ids: readonly string[], offer: { stated: readonly StatedFact[]; lines: readonly StatedLine[] }, by: { personId: string; today: string }): IntakeForm | null {
  const facts = new Map(offer.stated.map((fact) => [fact.id, fact]))
  const lines = new Map(offer.lines.map((line) => [line.id, line]))
  return ids.reduce<IntakeForm | null>((now, id) => {
    if (now === null) return null
    const line = lines.get(id)
    if (line) return withLine(now, line, by.personId)
    const fact = facts.get(id)
    return fact?.value === undefined || fact.value === null ? null : offers[fact.field]?.set(now, fact.value, by.today) ?? null
  }, form)
}

function withLine(form: IntakeForm, line: StatedLine, capturedBy: string): IntakeForm {
  const { lines } = form.originalReport
  if (lines.some((one) => one.id === line.id)) return form
  const taken: OriginalReportLine = { id: line.id, kind: line.kind, text: line.text.slice(0, 400), page: null, gene: line.gene, therapy: line.therapy, stance: line.stance, tier: line.tier?.slice(0, 20) ?? null, capturedBy, alterationIds: [] }
  return { ...form, originalReport: { ...form.originalReport, lines: [...lines, taken] } }
}
