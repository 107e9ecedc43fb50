import type { StatedLine } from '#src/domain/record-reading.ts'
import type { ReadingPart } from '../reading-part.ts'
import { note } from '../reading-part.ts'
import type { ReadContext } from '../record-file.ts'
import { coded, codingsOf, componentsOf, conceptWords, hasCode, textOf, wordIn } from './fhir-values.ts'
import type { Json } from './fhir-values.ts'

const stances: Readonly<Record<string, StatedLine['stance']>> = {
  'LA6677-4': 'for', 'LA9661-5': 'for', '399223003': 'for', 'LA6676-6': 'against', 'LA9660-7': 'against', 'LA9662-3': 'against', '444734003': 'against',
}
/** The form holds no longer text. */
const TEXT = 400
const TIER = 20

const implications = ['therapeutic-implication', 'diagnostic-implication', 'predicted-therapeutic-implication']
export const isImplication = (observation: Json): boolean => implications.some((code) => hasCode(observation, code)) && !['entered-in-error', 'cancelled'].includes(wordIn(observation, 'status'))

/**
 * A therapeutic or diagnostic implication as a line of the laboratory's report: what it says of which alteration, for or against. Drugs that are written as
 * text and known by no name stay unresolved and are asked. `about`: gene and label of the alteration it is derived from.
 */
export function implicationLine(part: ReadingPart, context: ReadContext, observation: Json, about: { gene: string | null; label: string }): StatedLine {
  const parts = componentsOf(observation)
  const values = (code: string) => parts.all(code).map((one) => coded(one, 'valueCodeableConcept'))
  const isTherapeutic = !hasCode(observation, 'diagnostic-implication')
  const answers = [...values('therapeutic-implication'), ...values('predicted-therapeutic-implication')]
  const [drugs, trials] = [values('51963-7').map(conceptWords).filter((text) => text !== ''), values('associated-therapy').map(conceptWords).filter((text) => text !== '')]
  const known = drugs.map((drug) => ({ drug, name: context.resolveDrug?.(drug) ?? null }))
  const unresolved = known.filter((one) => one.name === null).map((one) => one.drug.slice(0, 80))
  for (const drug of unresolved) note(part, 'warning', 'term_unresolved', `The drug "${drug.slice(0, 60)}" is known by no name here. The line was kept as text; choose the drug when you take it over.`)
  const isTrial = trials.some((text) => /^(NCT[0-9]{8}|20[0-9]{2}-[0-9]{6})/.test(text)) || answers.flatMap(codingsOf).some((one) => one.code === '399223003' || one.code === '444734003')
  const significance = [...values('53037-8'), ...values('condition-inheritance')].map(conceptWords).filter((text) => text !== '')
  const context2 = values('81259-4').map(conceptWords).filter((text) => text !== '')
  const level = values('93044-6').map(conceptWords).find((text) => text !== '') ?? ''
  const subject = isTherapeutic ? [...drugs, ...trials].join(' + ') || 'therapy not named in the record' : significance.join(', ') || 'significance not named in the record'
  const text = [
    about.label === '' ? '' : `${about.label}:`, subject, isTherapeutic && answers.length > 0 ? `(${answers.map(conceptWords).join(', ')})` : '', context2.length > 0 ? `in ${context2.join(', ')}` : '',
    level.length > TIER ? `[${level}]` : '', textOf.value(parts.first('conclusion-string')),
  ].filter((piece) => piece !== '').join(' ').slice(0, TEXT)
  return {
    id: `${part.file}|line|${text}`, file: part.file, kind: isTrial ? 'trial' : isTherapeutic ? 'therapy' : 'finding', text, gene: about.gene,
    therapy: drugs.length > 0 && unresolved.length === 0 ? known.flatMap((one) => (one.name === null ? [] : [one.name])).sort() : null,
    stance: answers.flatMap(codingsOf).map((one) => (Object.hasOwn(stances, one.code) ? stances[one.code] : undefined)).find((one) => one !== undefined) ?? 'neutral',
    tier: level !== '' && level.length <= TIER ? level : null, unresolved,
  }
}
