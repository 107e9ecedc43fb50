import { noOverrides } from '#src/domain/analysis.ts'
import type { AnalysisInput } from '#src/domain/analysis.ts'
import type { Coverage } from '#src/domain/profile.ts'
import type { ReadingProblem } from '#src/domain/record-reading.ts'
import { readTypedProfile } from '#src/formats/typed/typed-profile.ts'
import type { Knowledge } from '#src/knowledge/knowledge.ts'

export type Settings = Pick<AnalysisInput, 'mode' | 'date' | 'jurisdiction'>

/** Approved symbol of a typed gene name, or null for one the release does not hold. */
export function symbolResolver({ genes, aliases }: Pick<Knowledge, 'genes' | 'aliases'>): (text: string) => string | null {
  return (text) => {
    const upper = text.toUpperCase()
    return genes.has(text) ? text : genes.has(upper) ? upper : aliases.get(upper) ?? null
  }
}

export function coverageOf(text: string, resolve: (text: string) => string | null): Coverage {
  if (text.trim().toLowerCase() === 'all') return { kind: 'all' }
  return { kind: 'genes', genes: text.split(/[,;\s]+/).filter(Boolean).map((gene) => resolve(gene) ?? gene.toUpperCase()).sort(), assay: null }
}

/** A typed profile as the engine's input; `covered` is a text or a list of genes, and without it only what the profile names counts as looked at. */
export function typedInput({ tumourType, profile, covered }: { tumourType: string; profile: string; covered: unknown }, settings: Settings, knowledge: Pick<Knowledge, 'genes' | 'aliases'>): { input: AnalysisInput; problems: ReadingProblem[] } {
  const resolveGene = symbolResolver(knowledge)
  const typed = readTypedProfile(profile, { resolveGene })
  const coverage = typeof covered === 'string' ? coverageOf(covered, resolveGene) : Array.isArray(covered) ? coverageOf(covered.join(','), resolveGene) : typed.profile.coverage
  return { input: { ...settings, tumourType, profile: { ...typed.profile, coverage }, course: null, overrides: noOverrides }, problems: typed.problems }
}
