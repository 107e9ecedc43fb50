import type { GenomeBuild } from '#src/domain/record-reading.ts'
import type { ReadingPart } from '../reading-part.ts'
import { note, state } from '../reading-part.ts'
import { coded, codingsOf, componentsOf, hasCode, listOf, wordIn } from './fhir-values.ts'
import type { Json } from './fhir-values.ts'
import type { FhirGene } from './fhir-genes.ts'
import type { ResourceIndex } from './resource-index.ts'

const builds: Readonly<Record<string, GenomeBuild>> = { 'LA14029-5': 'GRCh37', 'LA26806-2': 'GRCh38' }

const elsewhere = 'What was tested is given as a file of regions (BED), which is not part of this record. Name the assay at intake, so that what was not tested is not taken for negative.'

const extensionsEnding = (of: Json, name: string) => listOf(coded(of, 'extension')).filter((one) => wordIn(one, 'url').endsWith(name))

/**
 * What was looked at, so that *negative* and *not tested* stay apart: the regions an observation names (53041-0, STU2 and mCODE) and those of a genomic
 * study (Procedure, STU3). Regions that lie in a file of their own are said, for then the assay must be named. Returns the builds the studies follow.
 */
export function stateRegions(part: ReadingPart, index: ResourceIndex, observations: readonly Json[], genesOf: (component: Json) => FhirGene[]): GenomeBuild[] {
  const genes = new Set<string>()
  for (const observation of observations) {
    if (!hasCode(observation, '53041-0') && !hasCode(observation, 'region-studied')) continue
    for (const component of componentsOf(observation).all('48018-6')) for (const gene of genesOf(component)) genes.add(gene.symbol)
  }
  const found: GenomeBuild[] = []
  for (const study of index.ofType('Procedure')) {
    const assemblies = extensionsEnding(study, '/genomic-study-analysis-genome-build').flatMap((extension) => codingsOf(coded(extension, 'valueCodeableConcept')))
    for (const { code } of assemblies) { const build = Object.hasOwn(builds, code) ? builds[code] : undefined; if (build) found.push(build) }
    for (const regions of extensionsEnding(study, '/genomic-study-analysis-regions')) {
      for (const studied of listOf(coded(regions, 'extension')).filter((one) => wordIn(one, 'url') === 'studied')) {
        if (wordIn(coded(studied, 'valueReference'), 'reference') !== '') { note(part, 'warning', 'regions_in_another_file', elsewhere); continue }
        for (const gene of genesOf(studied)) genes.add(gene.symbol)
      }
    }
  }
  const list = [...genes].sort().join(', ')
  if (list !== '') state(part, 'genes_tested', list, `${genes.size} genes named as studied`)
  return found
}
