import type { Alteration } from '#src/domain/alteration.ts'
import { alterationLabel } from '#src/domain/alteration-label.ts'
import type { ClassifiedAlteration } from '#src/domain/analysis.ts'
import { parseProteinChange } from '#src/domain/protein-change.ts'
import type { ProteinChange } from '#src/domain/protein-change.ts'
import { exonOfResidue } from './protein-regions.ts'

/** One alteration with what its own text tells, read once per run. */
export type TumourAlteration = {
  alteration: Alteration
  label: string
  change: ProteinChange | null
  exon: number | null
  /** A change of sequence, not of copies, expression or joints. */
  sequence: boolean
  truncating: boolean
  /** -1 shorter, +1 longer, 0 same length or not known. */
  length: -1 | 0 | 1
  fusion: boolean
}

/** The same alteration after it was classified; only those with confidence take part in anything that follows. */
export type Classified = TumourAlteration & { result: ClassifiedAlteration; functionalClass: string | null; namedResistance: boolean }

const truncatingKinds: ReadonlySet<string> = new Set(['nonsense', 'frameshift'])
const truncatingTerms: ReadonlySet<string> = new Set(['stop_gained', 'frameshift_variant', 'splice_acceptor_variant', 'splice_donor_variant', 'start_lost', 'transcript_ablation'])
const sequenceCategories: ReadonlySet<string> = new Set([
  'oncogenic_mutation', 'truncating', 'loss_of_function', 'gain_of_function', 'exon_mutation', 'exon_deletion', 'exon_insertion', 'exon_skipping', 'itd', 'reversion',
])

function lengthOf(alteration: Alteration, change: ProteinChange | null): -1 | 0 | 1 {
  if (alteration.category === 'exon_deletion') return -1
  if (alteration.category === 'exon_insertion' || alteration.category === 'itd') return 1
  if (change === null || !change.start || !change.end) return alteration.consequence === 'inframe_deletion' ? -1 : alteration.consequence === 'inframe_insertion' ? 1 : 0
  const span = change.end.position - change.start.position + 1
  if (change.kind === 'deletion') return -1
  if (change.kind === 'insertion' || change.kind === 'duplication') return 1
  if (change.kind !== 'delins') return 0
  const net = (change.insertedLength ?? span) - span
  return net < 0 ? -1 : net > 0 ? 1 : 0
}

/** Reads the traits of an alteration. Pure; the label is the name used in interactions and reports. */
export function readAlteration(alteration: Alteration): TumourAlteration {
  const change = alteration.hgvsp === null ? null : parseProteinChange(alteration.hgvsp)
  const { kind, category, consequence } = alteration
  const exonSkipping = category === 'exon_skipping'
  return {
    alteration, label: alterationLabel(alteration), change,
    exon: alteration.exon ?? (change?.start ? exonOfResidue(alteration.gene, change.start.position) : null),
    sequence: kind === 'snv' || kind === 'indel' || kind === 'splice' || (kind === 'category' && category !== null && sequenceCategories.has(category)),
    truncating: !exonSkipping && (category === 'truncating' || (change !== null && truncatingKinds.has(change.kind)) || (consequence !== null && truncatingTerms.has(consequence) && change?.kind !== 'substitution')),
    length: lengthOf(alteration, change),
    fusion: kind === 'fusion' || kind === 'rearrangement' || alteration.partner !== null,
  }
}

export const isSubclonal = (alteration: Alteration): boolean => alteration.ccf !== null && alteration.ccf < 0.5
