import type { Alteration } from '#src/domain/alteration.ts'
import type { GenomeBuild } from '#src/domain/record-reading.ts'
import type { OpenText } from '../bytes/text.ts'
import { geneNames } from '../names/gene-names.ts'
import { genomicHgvs } from '../names/genomic-hgvs.ts'
import { codingAgreesWithProtein } from '../names/hgvs-agreement.ts'
import type { ReadingPart } from '../reading-part.ts'
import { list, note, startPart } from '../reading-part.ts'
import { refuse } from '../reading-refusal.ts'
import type { ReadContext } from '../record-file.ts'
import { biomarkerOf } from './biomarker.ts'
import { stateConditions, stateObservations, statePatient, stateReport, stateSpecimen } from './clinical.ts'
import { componentsOf, hasCode, wordIn } from './fhir-values.ts'
import type { Json } from './fhir-values.ts'
import { fhirGenes } from './fhir-genes.ts'
import type { FhirGene } from './fhir-genes.ts'
import { genomicReports, patientsOf } from './genomic-report.ts'
import { implicationLine, isImplication } from './implication.ts'
import { addConsequence } from './molecular-consequence.ts'
import { parseFhir } from './parse-fhir.ts'
import { stateRegions } from './regions-studied.ts'
import { indexResources, referencesIn } from './resource-index.ts'
import type { ResourceIndex } from './resource-index.ts'
import { variantOf } from './variant.ts'

const LIMIT = 32 * 2 ** 20
const VARIANT = '69548-6'
const builds: Readonly<Record<string, GenomeBuild>> = { 'LA14029-5': 'GRCh37', 'LA26806-2': 'GRCh38' }

type State = { part: ReadingPart; context: ReadContext; index: ResourceIndex; genesOf: (component: Json) => FhirGene[]; findings: Map<Json, Alteration>; assemblies: Set<GenomeBuild> }

function buildsOf(observation: Json, into: Set<GenomeBuild>): void {
  const parts = componentsOf(observation)
  for (const text of [parts.words('81290-9'), `${parts.words('48013-7')}:g.1A>T`]) { const build = genomicHgvs(text).build; if (build !== 'unknown') into.add(build) }
  for (const code of parts.codes('62374-4')) { const build = Object.hasOwn(builds, code) ? builds[code] : undefined; if (build) into.add(build) }
}

function readVariant(state: State, observation: Json, sample: string | null): void {
  const { part } = state
  part.records++
  buildsOf(observation, state.assemblies)
  const finding = variantOf(observation, state.genesOf)
  if (typeof finding === 'string') {
    if (finding === 'not_stated') note(part, 'warning', 'presence_not_stated', 'A variant observation does not say whether the variant is present. It was not read as a finding; ask the laboratory, or enter it by hand.')
    return list(part, finding)
  }
  part.alterations.push({ ...finding, sample })
  const kept = part.alterations.at(-1)
  if (kept) state.findings.set(observation, kept)
  part.read++
}

/** What an observation is derived from, as far as the record holds it; a name that leads nowhere is said and kept. */
function derivedFrom(state: State, observation: Json): Json[] {
  return referencesIn(observation, 'derivedFrom').flatMap((reference) => {
    const found = state.index.resolve(reference, observation)
    if (found === null) note(state.part, 'warning', 'reference_unresolved', `An observation refers to "${reference.slice(0, 120)}", which is not in this record. What is derived from it stands alone.`)
    return found === null ? [] : [found]
  })
}

function aboutOf(state: State, sources: readonly Json[]): { gene: string | null; label: string } {
  for (const source of sources) {
    const finding = state.findings.get(source)
    if (finding) return { gene: finding.gene, label: [finding.partner === null ? finding.gene : `${finding.gene}::${finding.partner}`, finding.hgvsp ?? finding.hgvsc ?? finding.kind].join(' ') }
    const gene = componentsOf(source).all('48018-6').flatMap((one) => state.genesOf(one))[0]
    if (gene) return { gene: gene.symbol, label: gene.symbol }
  }
  return { gene: null, label: '' }
}

function readDerived(state: State, observations: readonly Json[]): void {
  for (const observation of observations) {
    if (hasCode(observation, 'molecular-consequence')) {
      for (const source of derivedFrom(state, observation)) { const finding = state.findings.get(source); if (finding) addConsequence(finding, observation) }
    }
  }
  for (const observation of observations) if (isImplication(observation)) state.part.reportLines.push(implicationLine(state.part, state.context, observation, aboutOf(state, derivedFrom(state, observation))))
  for (const { gene, hgvsc, hgvsp } of state.findings.values()) {
    if (codingAgreesWithProtein(hgvsc, hgvsp) === false) note(state.part, 'warning', 'names_disagree', `${gene} ${hgvsc} and ${hgvsp} do not name the same change. Both were kept; check which one the laboratory means.`)
  }
}

const kindsRead = [VARIANT, 'molecular-consequence', '53041-0', 'region-studied', '89247-1', '89243-0', '31206-6']

/** Observations of other kinds are counted in one sentence, so that nothing vanishes without a word. */
function sayOthers(part: ReadingPart, observations: readonly Json[]): void {
  const others = observations.filter((one) => !kindsRead.some((code) => hasCode(one, code)) && !isImplication(one) && biomarkerOf(one) === null)
  if (others.length > 0) note(part, 'warning', 'observations_not_read', `${others.length} observations of other kinds (genotypes, measurements, findings that are no variant) lie in this record and were not read as findings.`)
}

/** Reads a FHIR R4 record (Genomics Reporting STU2 and STU3, mCODE): variants, biomarkers, implications, and what it says of patient, tumour and specimen. A record is a variant observation. */
export async function readFhir(name: string, text: OpenText, context: ReadContext): Promise<ReadingPart> {
  const part = startPart(name, 'fhir-genomics')
  const index = indexResources(parseFhir(await text.whole(LIMIT)))
  const state: State = { part, context, index, genesOf: fhirGenes(part, context, geneNames(part, context)), findings: new Map(), assemblies: new Set() }
  const reports = genomicReports(part, index)
  const { belongs, sampleOf, patients } = patientsOf(part, index, reports, context)
  const observations: Json[] = []
  for (const observation of index.ofType('Observation')) {
    const whose = belongs(observation)
    if (whose === 'ours') observations.push(observation)
    else if (hasCode(observation, VARIANT)) { part.records++; list(part, whose) }
  }
  for (const observation of observations) {
    const marker = biomarkerOf(observation)
    if (marker) part.biomarkers.push(marker)
    else if (hasCode(observation, VARIANT)) readVariant(state, observation, sampleOf(observation))
  }
  readDerived(state, observations)
  for (const build of stateRegions(part, index, observations, state.genesOf)) state.assemblies.add(build)
  for (const patient of patients) statePatient(part, patient)
  if (patients.length <= 1) {
    stateConditions(part, context, index, index.ofType('Condition'))
    stateObservations(part, observations)
    const named = [...reports, ...state.findings.keys()].flatMap((one) => referencesIn(one, 'specimen').map((reference) => index.resolve(reference, one)))
    for (const specimen of named.some((one) => one !== null) ? new Set(named) : index.ofType('Specimen')) if (specimen !== null) stateSpecimen(part, specimen)
    for (const report of reports) stateReport(part, index, report)
  }
  sayOthers(part, observations)
  const saysNothing = part.records === 0 && part.biomarkers.length === 0 && part.reportLines.length === 0 && !part.stated.some((fact) => clinicalFields.has(fact.field))
  if (saysNothing) {
    const first = wordIn(index.all[0] ?? null, 'resourceType')
    const begins = first === '' ? '' : ` (it begins with a ${first})`
    refuse('fhir_without_variants', `This FHIR record holds no genetic variant, no biomarker and nothing of the tumour that is read here${begins}. Drop the genomic report itself.`)
  }
  closeBuild(part, state.assemblies)
  return part
}

/** A patient alone is no record of a tumour. */
const clinicalFields = new Set(['tumour_type', 'stage', 'ecog', 'genes_tested'])

function closeBuild(part: ReadingPart, assemblies: ReadonlySet<GenomeBuild>): void {
  part.genomeBuild = assemblies.size === 1 ? [...assemblies][0] ?? 'unknown' : 'unknown'
  if (assemblies.size > 1) note(part, 'warning', 'genome_build_contradicts', 'The variants of this record follow different genome builds (each names its own). Genes and changes were read; do not compare positions.')
  else if (assemblies.size === 0 && part.records > 0) note(part, 'warning', 'genome_build_unknown', 'The record does not say which genome build its positions follow. State it at intake (GRCh37 or GRCh38); protein changes can be read without it.')
}
