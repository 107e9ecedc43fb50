/**
 * Names that laboratories have used for more than one gene (HGNC aliases and previous symbols; the first is the one meant in tumour reports as a rule). Approved symbols are
 * not listed: who writes today's symbol means it.
 */
const candidates: Readonly<Record<string, readonly string[]>> = {
  MLL2: ['KMT2D', 'KMT2B'], MLL4: ['KMT2B', 'KMT2D'], TAZ: ['WWTR1', 'TAFAZZIN'], AIM1: ['AURKB', 'CRYBG1', 'SLC45A2'], RIP1: ['RIPK1', 'RALBP1'], P14: ['CDKN2A', 'RPP14'],
}

/** Genes that a name may mean, or null when it means one. */
export const ambiguousGene = (name: string): readonly string[] | null => { const key = name.toUpperCase(); return Object.hasOwn(candidates, key) ? candidates[key] ?? null : null }
