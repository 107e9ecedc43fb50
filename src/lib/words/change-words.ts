import type { Alteration } from '#src/domain/alteration.ts'

export const kindWords: Record<Alteration['kind'], string> = {
  snv: 'small change', indel: 'small change', amplification: 'amplification', gain: 'copy gain', loss: 'loss of one copy', deletion: 'deletion', fusion: 'fusion', splice: 'splice change',
  rearrangement: 'rearrangement', expression: 'expression', category: 'as typed',
}

/** What changed, as experts write it: protein, else coding, else the kind in words. The gene stands beside it. */
export function changeOf(alteration: Alteration): { text: string; isNotation: boolean } {
  const { kind, hgvsp, hgvsc, gene, partner, category } = alteration
  if (kind === 'fusion' && partner) return { text: `${gene}::${partner}`, isNotation: true }
  const notation = hgvsp ?? hgvsc
  if (notation) return { text: notation, isNotation: true }
  if (kind === 'category' && category) return { text: category.replaceAll('_', ' '), isNotation: false }
  if (kind === 'snv' || kind === 'indel') return { text: alteration.asReported, isNotation: false }
  return { text: kindWords[kind], isNotation: false }
}

export const readsText = ({ altReads, depth }: Alteration) => (altReads !== null && depth !== null ? `${altReads}/${depth}` : depth !== null ? `depth ${depth}` : 'reads not stated')
