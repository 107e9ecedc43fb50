import type { TextLine } from '../bytes/text-lines.ts'
import { interestOf, mostSevere } from './consequence.ts'
import type { AnnotationReader, EffectDetail, TranscriptEffect, Weight } from './annotation.ts'

/** `rule`: where it is not what `standings` says. */
export type ChosenEffect = { effect: TranscriptEffect; rule: string | null; all: readonly TranscriptEffect[] }

/** What the entries of the line at hand say beyond their consequence. */
export type Entries = {
  standing: (effect: TranscriptEffect) => number
  weight: (effect: TranscriptEffect) => Weight
  detail: (effect: TranscriptEffect) => EffectDetail
  populationAf: (effect: TranscriptEffect) => number | null
}

/** `lineOf` gives the line at hand, so that one object serves all lines. */
export function entriesOf(reader: AnnotationReader, lineOf: () => TextLine): Entries {
  return {
    standing: (effect) => reader.standing(lineOf(), effect), weight: (effect) => reader.weight(lineOf(), effect),
    detail: (effect) => reader.detail(lineOf(), effect), populationAf: (effect) => reader.populationAf(lineOf(), effect),
  }
}

/** Does `a` stand for its gene rather than `b`, which came before? Nothing that is less severe displaces a reference transcript, so most entries are not looked at closer. */
function standsBefore(a: TranscriptEffect, b: TranscriptEffect, entries: Entries): boolean {
  const theirs = entries.standing(b)
  if (theirs === 0 && a.rank > b.rank) return false
  const own = entries.standing(a)
  if (own !== theirs) return own < theirs
  if (a.rank !== b.rank) return a.rank < b.rank
  const [first, second] = [entries.weight(a), entries.weight(b)]
  return (Number(second.isCoding) - Number(first.isCoding) || Number(second.hasProtein) - Number(first.hasProtein) || second.proteinLength - first.proteinLength) < 0
}

/** Is the gene of `a` hit harder than that of `b`? A reference transcript wins a tie against a read-through gene listed beside it (`NDUFA13-YJEFN3`). */
const hitsHarder = (a: TranscriptEffect, b: TranscriptEffect, entries: Entries) => a.rank < b.rank || (a.rank === b.rank && entries.standing(a) < entries.standing(b))

/** One transcript for one allele: first the transcript that stands for each gene, then the gene that is hit hardest. Null when there is no effect on any gene. */
export function chooseTranscript(effects: readonly TranscriptEffect[], entries: Entries): ChosenEffect | null {
  let current: TranscriptEffect | null = null
  // Most records lie in one gene; the others are remembered only when a second one comes.
  let genes: Map<string, TranscriptEffect> | null = null
  for (const effect of effects) {
    if (effect.gene === '') continue
    if (current === null) { current = effect; continue }
    if (genes === null) {
      if (effect.gene === current.gene) { if (standsBefore(effect, current, entries)) current = effect; continue }
      genes = new Map([[current.gene, current]])
    }
    const known = genes.get(effect.gene)
    if (known === undefined || standsBefore(effect, known, entries)) genes.set(effect.gene, effect)
  }
  if (genes !== null) for (const effect of genes.values()) if (current === null || effect.gene === current.gene || hitsHarder(effect, current, entries)) current = effect
  return current === null ? null : { effect: current, rule: null, all: effects }
}

const changeOf = (hgvsp: string) => hgvsp.slice(hgvsp.indexOf(':') + 1)

/** Does any transcript see more than the chosen one? Then the finding says so, since a reader may prefer the other transcript. */
export function seenElsewhere(chosen: ChosenEffect, hgvsp: string, entries: Entries): string {
  const others = new Set<string>()
  for (const other of chosen.all) {
    if (other === chosen.effect || other.gene !== chosen.effect.gene || others.size >= 3 || !entries.weight(other).hasProtein) continue
    const { transcript, hgvsp: theirs } = entries.detail(other)
    if (changeOf(theirs) !== changeOf(hgvsp)) others.add(`${transcript} ${changeOf(theirs)}`)
  }
  return others.size === 0 ? '' : `; also ${[...others].join(', ')}`
}

/** Does another transcript of any gene see a change that counts? */
export const isSeenElsewhere = (chosen: ChosenEffect) => chosen.all.some((effect) => effect !== chosen.effect && effect.gene !== '' && isOfInterest(effect))

function isOfInterest(effect: TranscriptEffect): boolean {
  const interest = interestOf(mostSevere(effect.terms).term)
  return interest !== 'silent' && interest !== 'noncoding'
}
