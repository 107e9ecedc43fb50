import type { Alteration } from '#src/domain/alteration.ts'
import type { IntakeForm } from '#src/domain/intake.ts'
import type { Coverage, Profile } from '#src/domain/profile.ts'
import { proteinChangeKeys } from '#src/domain/protein-change-key.ts'
import type { ReadingProblem, RecordReading } from '#src/domain/record-reading.ts'
import { readTypedProfile } from '#src/formats/typed/typed-profile.ts'
import { chosenSamples } from '#src/domain/sample-choice.ts'
import type { Deps } from '../deps.ts'
import { geneResolver } from './gene-resolver.ts'

/** The molecular profile of the chosen sample: what was read, what was typed, and what the assay could have seen. */
export function profileOfIntake(deps: Pick<Deps, 'knowledge'>, form: IntakeForm, reading: RecordReading | null): { profile: Profile; problems: ReadingProblem[] } {
  const resolve = geneResolver(deps.knowledge)
  const typed = readTypedProfile(form.typedProfile, { resolveGene: (text) => { const { symbol, via } = resolve(text); return via === 'none' ? null : symbol } })
  const samples = reading ? chosenSamples(form, reading) : null
  const read = (reading?.alterations ?? []).filter((a) => samples === null || a.sample === null || samples.has(a.sample))
  return {
    problems: typed.problems,
    profile: {
      alterations: withoutRepeats([...read, ...typed.profile.alterations]),
      biomarkers: [...(reading?.biomarkers ?? []), ...typed.profile.biomarkers],
      coverage: coverageOf(deps, form, reading),
      wildType: typed.profile.wildType,
      tumourOnly: form.assay.tumourOnly ?? reading?.tumourOnly ?? null,
    },
  }
}

/** A change that is in a file and typed as well is one alteration; the one that was read carries the reads and is kept. */
function withoutRepeats(alterations: readonly Alteration[]): Alteration[] {
  const seen = new Set<string>()
  return alterations.filter((a) => {
    const names = a.hgvsp === null ? null : proteinChangeKeys(a.hgvsp)
    // A protein change under its own name, and under the name it may also have (an insertion that is a duplication); `~` meets the plain name only.
    const of = (change: string) => [a.gene, names === null ? a.kind : '', change, names === null ? `${a.exon ?? ''}|${a.genomic?.pos ?? ''}` : ''].join('|')
    const own = of(names?.own ?? a.hgvsc ?? a.partner ?? a.category ?? '')
    const others = (names?.others ?? []).map(of)
    if (seen.has(own) || seen.has(`~${own}`) || others.some((other) => seen.has(other))) return false
    for (const key of [own, ...others.map((other) => `~${other}`)]) seen.add(key)
    return true
  })
}

/** How the knowledge release writes an exome or a genome. */
const everyGene = '*'

/** An assay named by its id covers the genes of that assay; genes the records mark as not on the panel are taken out. */
function coverageOf({ knowledge }: Pick<Deps, 'knowledge'>, form: IntakeForm, reading: RecordReading | null): Coverage {
  const said = form.assay.coverage
  if (said.kind !== 'genes') return said
  const genes = said.genes.length > 0 ? said.genes : (knowledge.assays.get(said.assay ?? '')?.genes ?? [])
  if (genes.length === 0) return { kind: 'unknown' }
  if (genes.includes(everyGene)) return { kind: 'all' }
  const notTested = new Set(reading?.notTested ?? [])
  return { kind: 'genes', genes: genes.filter((g) => !notTested.has(g)), assay: said.assay }
}
