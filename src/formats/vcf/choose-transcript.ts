import { interestOf, mostSevere } from './consequence.ts'
import type { TranscriptEffect } from './annotation.ts'

export type ChosenEffect = { effect: TranscriptEffect; rule: string; others: TranscriptEffect[] }

type Rule = { name: string; holds: (effect: TranscriptEffect) => boolean }

/** Design 6, VEP: MANE Select → MANE Plus Clinical → PICK → canonical; severity, protein coding and length decide among the rest. */
const rules: readonly Rule[] = [
  { name: 'MANE Select', holds: (effect) => effect.mane === 'select' },
  { name: 'MANE Plus Clinical', holds: (effect) => effect.mane === 'plus_clinical' },
  { name: 'PICK', holds: (effect) => effect.pick },
  { name: 'canonical', holds: (effect) => effect.canonical },
]

const isCoding = (effect: TranscriptEffect) => effect.biotype === 'protein_coding' || effect.biotype === 'Coding' || effect.biotype === ''
const bySeverity = (a: TranscriptEffect, b: TranscriptEffect) =>
  a.rank - b.rank || Number(isCoding(b)) - Number(isCoding(a)) || Number(b.hgvsp !== '') - Number(a.hgvsp !== '') || b.proteinLength - a.proteinLength

function ofGene(effects: readonly TranscriptEffect[]): { effect: TranscriptEffect; rule: string } | null {
  for (const rule of rules) {
    const best = effects.filter(rule.holds).sort(bySeverity)[0]
    if (best) return { effect: best, rule: rule.name }
  }
  const best = [...effects].sort(bySeverity)[0]
  return best ? { effect: best, rule: 'most severe' } : null
}

/**
 * One transcript for one allele: first the transcript that stands for each gene, then the gene that is hit hardest. A read-through gene listed beside
 * the real one (`NDUFA13-YJEFN3`) loses a tie to the gene whose transcript is a reference one. Null when there is no effect on any gene.
 */
export function chooseTranscript(effects: readonly TranscriptEffect[]): ChosenEffect | null {
  const genes = new Map<string, TranscriptEffect[]>()
  for (const effect of effects) {
    if (effect.gene === '') continue
    const of = genes.get(effect.gene)
    if (of) of.push(effect)
    else genes.set(effect.gene, [effect])
  }
  let best: { effect: TranscriptEffect; rule: string } | null = null
  for (const ofOne of genes.values()) {
    const candidate = ofGene(ofOne)
    if (!candidate) continue
    if (!best || candidate.effect.rank < best.effect.rank || (candidate.effect.rank === best.effect.rank && standing(candidate.rule) < standing(best.rule))) best = candidate
  }
  if (!best) return null
  const chosen = best.effect
  return { ...best, others: effects.filter((effect) => effect !== chosen && effect.gene !== '') }
}

const standing = (rule: string) => { const at = rules.findIndex((one) => one.name === rule); return at < 0 ? rules.length : at }

/** Does any transcript see more than the chosen one? Then the finding says so, since a reader may prefer the other transcript. */
export function seenElsewhere(chosen: ChosenEffect): string {
  const others = new Set<string>()
  for (const other of chosen.others) {
    if (other.gene !== chosen.effect.gene || other.hgvsp === '' || others.size >= 3) continue
    const change = other.hgvsp.slice(other.hgvsp.indexOf(':') + 1)
    if (change !== chosen.effect.hgvsp.slice(chosen.effect.hgvsp.indexOf(':') + 1)) others.add(`${other.transcript} ${change}`)
  }
  return others.size === 0 ? '' : `; also ${[...others].join(', ')}`
}

export const isOfInterest = (effect: TranscriptEffect) => { const interest = interestOf(mostSevere(effect.terms).term); return interest !== 'silent' && interest !== 'noncoding' }
