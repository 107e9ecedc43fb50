import type { Alteration } from '#src/domain/alteration.ts'
import type { Knowledge } from '#src/knowledge/knowledge.ts'

/** Names under which older reports know the genes of these alterations: previous symbols and aliases of the knowledge release. */
export function otherGeneNames({ genes }: Pick<Knowledge, 'genes'>, alterations: readonly Alteration[]): ReadonlyMap<string, readonly string[]> {
  const symbols = new Set(alterations.flatMap(({ gene, partner }) => (partner ? [gene, partner] : [gene])))
  return new Map([...symbols].map((symbol) => [symbol, genes.get(symbol)?.aliases ?? []]))
}
