import { defaultLimits, type ReadContext } from '#src/formats/record-file.ts'
import type { Knowledge } from '#src/knowledge/knowledge.ts'
import { geneResolver } from './gene-resolver.ts'

/** What the knowledge release lends to the readers, the same in every home and at the command line. */
export const readContext = (knowledge: Pick<Knowledge, 'genes' | 'aliases' | 'tumours'>): Pick<ReadContext, 'resolveGene' | 'limits' | 'tumourTypes'> => ({
  resolveGene: geneResolver(knowledge), limits: defaultLimits, tumourTypes: tumourCodes(knowledge),
})

/** OncoTree codes of tumours. Level 1 are tissues (`BILIARY_TRACT`), which stand in the code column of real files and are no tumour type. */
function tumourCodes(knowledge: Pick<Knowledge, 'tumours'>): Set<string> {
  return new Set([...knowledge.tumours.values()].filter((row) => row.level > 1).map((row) => row.code))
}
