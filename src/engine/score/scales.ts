import type { Band, Level } from '#src/domain/analysis.ts'
import type { Matched } from '../reading/match-evidence.ts'
import { clinicalLevels } from '../release/weights.ts'
import type { Weights } from '../release/weights.ts'

/** What speaks for the word LOW: only curated evidence of level A to C against the therapy. */
export type BandFacts = { score: number; against: readonly { level: Level; same: boolean }[]; standardOfCare: boolean }
export type BandResult = { band: Band; caution: boolean; protectedFromLow: boolean }

/**
 * The band of a score (cut-offs of Digital Drug Assignment, Petak 2021). A negative score without curated clinical evidence is no more than a caution.
 * An approval without biomarker protects from LOW: an engine of biomarkers does not advise against standard of care, unless level A or B in this tumour says so.
 */
export function bandOf(facts: BandFacts, weights: Weights): BandResult {
  const { bands } = weights
  const plain = (band: Band): BandResult => ({ band, caution: false, protectedFromLow: false })
  if (facts.score >= bands.high) return plain('HIGH')
  if (facts.score >= bands.moderate) return plain('MODERATE')
  if (facts.score >= bands.weak) return plain('WEAK')
  if (facts.score === 0) return plain('NONE')
  if (!facts.against.some((one) => clinicalLevels.has(one.level))) return { band: 'NONE', caution: true, protectedFromLow: false }
  if (facts.standardOfCare && !facts.against.some((one) => one.same && (one.level === 'A' || one.level === 'B'))) return { band: 'NONE', caution: false, protectedFromLow: true }
  return plain('LOW')
}

/** AMP/ASCO/CAP 2017 (PMID 27993330), from our level and how the tumour type meets. */
export function ampTier(best: Matched | null): string | null {
  if (!best) return null
  const here = best.tumour === 'same' || best.tumour === 'agnostic' || best.tumour === 'broader'
  const { level } = best.item
  if (level === 'D' || level === 'E') return 'II-D'
  if (!here || level === 'C') return 'II-C'
  return level === 'A' ? 'I-A' : 'I-B'
}

/** ESCAT (PMID 30137196), approximately: trial design is not in the rows, so the letter is the best that the level allows. */
export function escatTier(best: Matched | null, mechanismOnly: boolean, computed: boolean): string | null {
  if (computed) return 'V'
  if (!best) return mechanismOnly ? 'IV-B' : null
  const here = best.tumour === 'same' || best.tumour === 'agnostic' || best.tumour === 'broader'
  const { level } = best.item
  if (level === 'D' || level === 'E') return 'IV-A'
  if (!here) return 'III-A'
  if (best.verdict.match < 90) return 'III-B'
  if (level === 'A') return best.tumour === 'agnostic' ? 'I-C' : 'I-A'
  return level === 'B' ? 'I-B' : 'II-B'
}
