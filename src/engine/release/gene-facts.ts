import type { Effect } from '#src/domain/analysis.ts'
import type { ProteinChange } from '#src/domain/protein-change.ts'
import type { Knowledge } from '#src/knowledge/knowledge.ts'
import type { GeneMatch } from '#src/knowledge/expression.ts'
import type { VariantRow } from '#src/knowledge/schema.ts'
import type { NamedCategory } from './evidence-item.ts'
import { changeOf } from '../alteration/match-alteration.ts'
import { hasExons } from '../alteration/protein-regions.ts'

/** Matches of a gene arranged by residue: a substitution can meet a stated change or codon only where it lies. */
export type Placed<One> = { all: readonly One[]; elsewhere: readonly One[]; at: ReadonlyMap<number, readonly One[]> }

/** What the release says of a gene, read together for the classification of its alterations. */
export type GeneFacts = {
  isOncogene: boolean
  isSuppressor: boolean
  isGermline: boolean
  usualEffect: Effect
  variants: Placed<{ row: VariantRow; match: GeneMatch }>
  /** Does the same exon bring a change near a row? Only where residues of exons are known. */
  hasExons: boolean
  named: Placed<NamedCategory>
  hasItems: boolean
  node: number | null
}

function placed<One extends { match: GeneMatch }>(all: readonly One[]): Placed<One> {
  const positionOf = ({ match }: One): number | null => (match.kind === 'change' ? changeOf(match.change)?.start?.position ?? null : match.kind === 'codon' ? match.position : null)
  const positions = new Map(all.map((one) => [one, positionOf(one)]))
  const isElsewhere = (one: One) => positions.get(one) === null
  return {
    all, elsewhere: all.filter(isElsewhere),
    at: new Map([...new Set(positions.values())].flatMap((position) => (position === null ? [] : [[position, all.filter((one) => isElsewhere(one) || positions.get(one) === position)] as const]))),
  }
}

/** Those of the matches that a change could meet as stated or at its codon, in their order. */
export const matchesAt = <One>({ all, elsewhere, at }: Placed<One>, change: ProteinChange | null): readonly One[] =>
  (change?.kind === 'substitution' && change.start ? at.get(change.start.position) ?? elsewhere : all)

type Role = 'oncogene' | 'suppressor' | 'both' | 'other' | undefined

function usualEffectOf(role: Role, rows: readonly { row: VariantRow }[]): Effect {
  if (role === 'oncogene') return rows.some(({ row }) => row.effect === 'switch') ? 'switch' : 'gain'
  if (role === 'suppressor') return 'loss'
  const effects = new Set(rows.filter(({ row }) => row.effect !== 'neutral').map(({ row }) => row.effect))
  return effects.size === 1 ? ([...effects][0] ?? 'unknown') : 'unknown'
}

const nothing: Placed<never> = { all: [], elsewhere: [], at: new Map() }
const unknownGene: GeneFacts = { isOncogene: false, isSuppressor: false, isGermline: false, usualEffect: 'unknown', variants: nothing, hasExons: false, named: nothing, hasItems: false, node: null }

/** Facts by gene, read when first asked for; of genes that the release does not speak of there is nothing to keep. */
export function geneFacts(
  knowledge: Knowledge, variantsOfGene: ReadonlyMap<string, readonly { row: VariantRow; match: GeneMatch }[]>, namedOfGene: ReadonlyMap<string, readonly NamedCategory[]>,
  itemsOfGene: ReadonlyMap<string, readonly number[]>, nodeOfGene: ReadonlyMap<string, number>,
): (gene: string) => GeneFacts {
  // most genes of a large panel are in none of the tables: they are told by one look
  const known = new Map<string, GeneFacts | null>([knowledge.genes, variantsOfGene, namedOfGene, itemsOfGene, nodeOfGene].flatMap((table) => [...table.keys()].map((gene) => [gene, null] as const)))
  return (gene) => {
    const facts = known.get(gene)
    if (facts) return facts
    if (facts === undefined) return unknownGene
    const [row, rows, named, node] = [knowledge.genes.get(gene), variantsOfGene.get(gene) ?? [], namedOfGene.get(gene) ?? [], nodeOfGene.get(gene) ?? null]
    const hasItems = itemsOfGene.has(gene)
    const read: GeneFacts = {
      isOncogene: row?.role === 'oncogene' || row?.role === 'both', isSuppressor: row?.role === 'suppressor' || row?.role === 'both', isGermline: row?.germline ?? false,
      usualEffect: usualEffectOf(row?.role, rows), variants: rows.length > 0 ? placed(rows) : nothing, hasExons: hasExons(gene), named: named.length > 0 ? placed(named) : nothing, hasItems, node,
    }
    known.set(gene, read)
    return read
  }
}
