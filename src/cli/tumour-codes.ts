import type { Knowledge } from '#src/knowledge/knowledge.ts'

/** OncoTree codes of tumours. Level 1 are tissues (`BILIARY_TRACT`), which stand in the code column of real files and are no tumour type. */
export function tumourCodes(knowledge: Pick<Knowledge, 'tumours'>): Set<string> {
  return new Set([...knowledge.tumours.values()].filter((row) => row.level > 1).map((row) => row.code))
}
