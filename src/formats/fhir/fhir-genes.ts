import type { GeneNames } from '../names/gene-names.ts'
import type { ReadingPart } from '../reading-part.ts'
import { note } from '../reading-part.ts'
import type { ReadContext } from '../record-file.ts'
import { codingsOf, coded, wordIn } from './fhir-values.ts'
import type { Json } from './fhir-values.ts'

const HGNC = 'http://www.genenames.org'

/** A gene of a component `48018-6`: its symbol, and how it was found (`HGNC:3236`, or nothing when the name itself was looked up). */
export type FhirGene = { symbol: string; by: string }

/**
 * The HGNC id goes first, then the name (approved symbol, previous symbol, alias: `geneNames` says which). An id without a name that the knowledge
 * does not hold stays as written; an id and a name of two genes are said, and the id counts.
 */
export function fhirGenes(part: ReadingPart, context: ReadContext, gene: GeneNames): (component: Json) => FhirGene[] {
  return (component) => {
    const concept = coded(component, 'valueCodeableConcept')
    const codings = codingsOf(concept)
    const found = (codings.length > 0 ? codings : [{ system: '', code: '', display: '' }]).flatMap(({ system, code, display }): FhirGene[] => {
      const name = display || wordIn(concept, 'text') || wordIn(component, 'valueString')
      const id = system === HGNC || code.startsWith('HGNC:') ? (code.startsWith('HGNC:') ? code : /^[0-9]{1,6}$/.test(code) ? `HGNC:${code}` : '') : ''
      const byId = id === '' ? null : context.geneById?.(id) ?? null
      if (byId === null) { const reported = name || code; return reported === '' ? [] : [{ symbol: gene(reported, 0), by: '' }] }
      const named = name === '' ? byId : context.resolveGene(name).symbol
      if (named !== byId && context.resolveGene(name).via !== 'none') note(part, 'warning', 'gene_id_contradicts', `The record gives ${id} (${byId}) and calls it ${name.slice(0, 30)}. The number counts; check which gene the laboratory means.`)
      return [{ symbol: byId, by: id }]
    })
    return found.filter((one, at) => found.findIndex((other) => other.symbol === one.symbol) === at)
  }
}
