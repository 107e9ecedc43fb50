import type { StatedLine } from '#src/domain/record-reading.ts'
import { numberIn } from '../names/alteration-of.ts'
import type { ReadingPart } from '../reading-part.ts'
import { note, state } from '../reading-part.ts'
import type { ReadContext } from '../record-file.ts'
import { attribute, below, textIn, type Element } from './xml-elements.ts'

/** Diagnoses as this laboratory writes them carry an age group and the organ before the name: `PEDIATRIC Bone osteosarcoma`. */
function tumourOf(diagnosis: string, context: ReadContext): string | null {
  const words = diagnosis.toLowerCase().split(/\s+/)
  for (let from = 0; from < words.length && from < 4; from++) {
    const name = words.slice(from).join(' ')
    for (const text of [name, name.replace(/ \(.{1,60}\)$/, '')]) { const code = context.tumourNamed?.(text); if (code) return code }
  }
  return null
}

const day = (text: string) => (/^[0-9]{4}-[0-9]{2}-[0-9]{2}/.test(text) ? text.slice(0, 10) : null)

/** Who, which specimen and which tumour, from the header of the report (`PMI`) and the attributes of its variant section. */
export function statedFacts(part: ReadingPart, context: ReadContext, whole: unknown, report: Element): void {
  const patient = below(whole, 'PMI')[0]
  const say = (field: Parameters<typeof state>[1], text: string, value: string | null = text) => state(part, field, value, text)
  say('patient_id', textIn(patient, 'MRN'))
  const name = textIn(patient, 'FullName')
  if (name !== '') say('patient_name', name)
  const sex = (textIn(patient, 'Gender') || attribute(report, 'gender')).toLowerCase()
  say('sex', sex, sex === 'male' || sex === 'female' ? sex : null)
  say('birth_date', textIn(patient, 'DOB'), day(textIn(patient, 'DOB')))
  const diagnosis = textIn(patient, 'SubmittedDiagnosis') || attribute(report, 'disease-ontology')
  say('tumour_type', diagnosis, tumourOf(diagnosis, context))
  say('specimen_site', textIn(patient, 'SpecSite'))
  if (/^blood$/i.test(textIn(patient, 'SpecSite'))) say('specimen_kind', textIn(patient, 'SpecSite'), 'blood')
  say('specimen_collected', textIn(patient, 'CollDate'), day(textIn(patient, 'CollDate')))
  const purity = numberIn(attribute(report, 'purity-assessment'))
  if (purity !== null && purity > 0 && purity <= 100) say('purity', `purity assessment ${purity} %`, String(purity / 100))
  say('assay', textIn(below(whole, 'Sample')[0], 'TestType') || attribute(report, 'test-type'))
  say('laboratory', 'Foundation Medicine')
}

const stances: Readonly<Record<string, StatedLine['stance']>> = { sensitizing: 'for', resistant: 'against', resistance: 'against' }

/** Therapies that the report names for its alterations, as lines: a report says more than its list of variants. What it leaves out of its own pages is left out here. */
export function therapyLines(part: ReadingPart, context: ReadContext, whole: unknown, gene: (reported: string, line: number) => string): void {
  for (const of of below(whole, 'Gene')) {
    for (const alteration of below(of, 'Alteration')) {
      for (const therapy of below(alteration, 'Therapy')) {
        if (textIn(therapy, 'Include') === 'false' && textIn(therapy, 'IncludeInSummary') !== 'true') continue
        const drug = textIn(therapy, 'GenericName') || textIn(therapy, 'Name')
        const symbol = gene(textIn(of, 'Name'), 0)
        if (drug === '' || symbol === '') continue
        const known = drug.split(/\s*(?:\+|,| and )\s*/).map((one) => context.resolveDrug?.(one) ?? null)
        const names = known.filter((one) => one !== null)
        const isKnown = names.length === known.length
        if (!isKnown) note(part, 'warning', 'term_unresolved', `The drug "${drug.slice(0, 60)}" is known by no name here. The line was kept as text; choose the drug when you take it over.`)
        const effect = textIn(therapy, 'Effect')
        const approved = textIn(therapy, 'FDAApproved').toLowerCase() === 'true' ? 'FDA approved in this tumour type' : 'not FDA approved in this tumour type'
        const text = `${symbol} ${textIn(alteration, 'Name')}: ${drug} (${[effect.toLowerCase(), approved].filter(Boolean).join(', ')})`.slice(0, 400)
        const id = `${part.file}|line|${text}`
        if (part.reportLines.some((line) => line.id === id)) continue
        part.reportLines.push({ id, file: part.file, kind: 'therapy', text, gene: symbol, therapy: isKnown ? names.toSorted() : null, stance: stances[effect.toLowerCase()] ?? 'neutral', tier: null, unresolved: isKnown ? [] : [drug] })
      }
    }
  }
}
