import type { Alteration } from '#src/domain/alteration.ts'
import { codingText, proteinText } from '../names/protein-text.ts'
import { codingsOf, coded, componentsOf } from './fhir-values.ts'
import type { Json } from './fhir-values.ts'
import { consequenceTerm, functionalEffect } from './sequence-ontology.ts'

/** STU3 states names and consequences in an observation of their own that is derived from the variant; it fills what the variant left open. */
export function addConsequence(into: Alteration, observation: Json): void {
  const parts = componentsOf(observation)
  const coding = codingText(parts.words('48004-6'))
  // Another transcript than the variant's own: its names are not this variant's.
  const transcript = coding.transcript ?? (parts.words('51958-7') || null)
  const isOther = into.transcript !== null && transcript !== null && withoutVersion(into.transcript) !== withoutVersion(transcript)
  if (!isOther) {
    into.hgvsc ??= coding.hgvsc
    into.hgvsp ??= proteinText(parts.words('48005-3'))
    into.transcript ??= transcript
  }
  const terms = parts.all('feature-consequence').flatMap((one) => codingsOf(coded(one, 'valueCodeableConcept')))
  into.consequence ??= terms.map((one) => consequenceTerm(one.code) ?? (/^[a-z0-9_]{4,40}$/i.test(one.display) ? one.display.toLowerCase() : null)).find((one) => one !== null) ?? null
  const effect = codingsOf(coded(parts.first('functional-effect'), 'valueCodeableConcept')).map((one) => functionalEffect(one.code) ?? one.display.replaceAll('_', ' ')).find((one) => one !== '')
  if (effect) into.asReported = `${into.asReported}; laboratory's functional effect: ${effect}`.slice(0, 800)
}

const withoutVersion = (accession: string) => accession.split('.')[0] ?? accession
