import { defaultLimits, type ReadContext } from '#src/formats/record-file.ts'
import type { Knowledge } from '#src/knowledge/knowledge.ts'
import { geneResolver } from './gene-resolver.ts'

type Lent = Pick<Knowledge, 'genes' | 'aliases' | 'tumours' | 'drugNames'>

/** What the knowledge release lends to the readers, the same in every home and at the command line. */
export const readContext = (knowledge: Lent): Pick<ReadContext, 'resolveGene' | 'limits' | 'tumourTypes' | 'tumourNamed' | 'geneById' | 'resolveDrug'> => {
  const tumours = [...knowledge.tumours.values()].filter((row) => row.level > 1)
  const byName = new Map([...tumours.flatMap((row) => row.synonyms.map((name) => [name.toLowerCase(), row.code] as const)), ...tumours.map((row) => [row.name.toLowerCase(), row.code] as const)])
  const byId = new Map([...knowledge.genes.values()].flatMap((row) => (row.hgnc === null ? [] : [[row.hgnc, row.symbol] as const])))
  return {
    resolveGene: geneResolver(knowledge), limits: defaultLimits, geneById: (hgnc) => byId.get(hgnc) ?? null, resolveDrug: (name) => knowledge.drugNames.get(name.trim().toLowerCase()) ?? null,
    // OncoTree codes of tumours. Level 1 are tissues (`BILIARY_TRACT`), which stand in the code column of real files and are no tumour type.
    tumourTypes: new Set(tumours.map((row) => row.code)), tumourNamed: (name) => byName.get(name.trim().toLowerCase()) ?? null,
  }
}
