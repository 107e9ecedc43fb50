import type { Alteration } from './alteration.ts'
import { alterationLabel } from './alteration-label.ts'
import { passageWords, type PassageWords } from './passage-words.ts'
import { isSameProteinChange, parseProteinChange } from './protein-change.ts'

export type PassageMatch = { alterationId: string; label: string; gene: string; by: 'change' | 'gene'; retired: string | null }

/** More than these are no help beside a line. */
const most = 8

/**
 * Which alterations of a case a passage of the laboratory's report may speak of: those whose change it names (protein or coding change in either
 * writing, partner, exon, gain or loss in words), then those whose gene it names alone. Where a change of a gene is named, its other alterations
 * are not offered. `otherNames`: per approved symbol, previous symbols and aliases (HGNC); a match found through one of them says so. A change
 * named without its gene is offered as well, since reports put the gene in another column. Suggestions only: a person confirms each.
 */
export function passageMatches(text: string, alterations: readonly Alteration[], otherNames: ReadonlyMap<string, readonly string[]>): PassageMatch[] {
  const said = passageWords(text)
  const found = alterations.flatMap((alteration) => {
    const gene = nameIn(said, alteration.gene, otherNames)
    const isNamed = gene !== null
    const by = (isNamed && isKindSaid(said, alteration, otherNames)) || isChangeSaid(said, alteration) ? 'change' as const : isNamed ? 'gene' as const : null
    return by === null ? [] : [{ alterationId: alteration.id, label: alterationLabel(alteration), gene: alteration.gene, by, retired: gene === alteration.gene ? null : gene }]
  })
  const settled = new Set(found.filter((match) => match.by === 'change').map((match) => match.gene))
  const [exact, named] = [found.filter((match) => match.by === 'change'), found.filter((match) => match.by === 'gene' && !settled.has(match.gene))]
  return [...exact, ...named].slice(0, most)
}

/** The name under which the passage knows a gene: its symbol before any other; null when it does not name it. */
function nameIn(said: PassageWords, symbol: string, otherNames: ReadonlyMap<string, readonly string[]>): string | null {
  return [symbol, ...(otherNames.get(symbol) ?? [])].find((name) => said.words.has(name) || (/\d/.test(name) && said.upper.has(name.toUpperCase()))) ?? null
}

/** The change itself, as HGVS writes it: needs no gene beside it. */
function isChangeSaid(said: PassageWords, { hgvsp, hgvsc }: Alteration): boolean {
  const change = hgvsp === null ? null : parseProteinChange(hgvsp)
  const isProtein = change !== null && change.start !== null && said.changes.some((one) => isSameProteinChange(one, change))
  return isProtein || (hgvsc !== null && said.words.has(hgvsc))
}

/** What is said in words and means something only beside its gene: partner, exon, gain, loss. */
function isKindSaid(said: PassageWords, { kind, category, partner, exon }: Alteration, otherNames: ReadonlyMap<string, readonly string[]>): boolean {
  const says = (...parts: readonly string[]) => parts.some((part) => said.lower.includes(part))
  if (partner !== null) return nameIn(said, partner, otherNames) !== null
  if (exon !== null && said.exons.has(exon) && says('delet', 'insert', 'skip', 'mutation', 'indel')) return true
  if (kind === 'amplification' || kind === 'gain') return says('amplif', 'copy number gain', 'copy gain') || said.words.has('AMP')
  if (kind === 'deletion' || kind === 'loss') return says('delet', 'loss', 'homdel')
  if (kind === 'fusion' || category === 'fusion') return says('fusion', 'rearrange')
  if (category === 'itd') return says('itd', 'tandem dup')
  return category === 'truncating' ? says('truncat') : category === 'loss_of_function' ? says('loss') : category === 'overexpression' && says('overexpress')
}
