import { describe, expect, it } from 'vitest'
import { noOverrides } from '#src/domain/analysis.ts'
import type { AnalysisInput, AnalysisRun } from '#src/domain/analysis.ts'
import { analyse } from '#src/engine/analyse.ts'
import { withWeights } from '#src/engine/release/knowledge-index.ts'
import { robustness } from '#src/engine/questions/robustness.ts'
import { weights } from '#src/engine/release/weights.ts'
import { wouldChange } from '#src/engine/questions/would-change.ts'
import { anInput, index } from '#tests/support/a-run.ts'

function varied(path: readonly string[], factor: string) {
  const copy = structuredClone(weights)
  let at: Record<string, unknown> = copy
  for (const name of path.slice(0, -1)) at = at[name] as Record<string, unknown> // paths come from the report itself
  const last = path.at(-1) ?? ''
  const value = at[last] as number
  const top = path.includes('gate') ? 1000 : Number.POSITIVE_INFINITY
  at[last] = Math.min(top, factor === 'half' ? Math.floor(value / 2) : value * 2)
  return copy
}

function placeIn(run: AnalysisRun, therapy: string) {
  const ranked = run.therapies.filter((one) => one.label !== 'withdrawn')
  const at = ranked.findIndex((one) => one.therapy === therapy)
  return { rank: at < 0 ? null : at + 1, first: ranked[0]?.therapy ?? null, score: ranked[at]?.score ?? null, band: ranked[at]?.band ?? null }
}

const disabling = (input: AnalysisInput, id: string): AnalysisInput => ({ ...input, overrides: { ...input.overrides, disabledEvidence: [...input.overrides.disabledEvidence, id] } })
const cases = [
  ['LUAD', 'EGFR L858R; EGFR T790M; MET amplification; TP53 R273C', 'osimertinib'], ['COADREAD', 'BRAF V600E; MSI-H; PIK3CA H1047R', 'cetuximab+encorafenib'], ['BRCA', 'ER+; HER2-; PIK3CA H1047R; ESR1 D538G; PTEN loss', 'alpelisib+fulvestrant'],
] as const

describe('robustness scores again only what a variation touches', () => {
  it.each(cases)('%s, %s: every place is the one that a whole run gives', (tumour, profile, therapy) => {
    const input = anInput(tumour, profile)
    const disputed = analyse(input, index).interactions.slice(0, 1).map((one) => one.id)
    for (const one of [input, { ...input, overrides: { ...noOverrides, disputedInteractions: disputed } }]) {
      const { variations } = robustness(one, therapy, index)
      expect(variations.length).toBeGreaterThan(40)
      for (const { kind, what, factor, ...place } of variations) {
        const whole = kind === 'weight' ? analyse(one, withWeights(index, varied(what.split('.'), factor))) : analyse(disabling(one, what), index)
        expect({ what, factor, ...place }).toEqual({ what, factor, ...placeIn(whole, therapy) })
      }
    }
  })
})

describe('what would change a band is scored for the therapy alone', () => {
  it.each(cases)('%s, %s: score and band are those of a whole run', (tumour, profile, therapy) => {
    const input = anInput(tumour, profile)
    const base = analyse(input, index)
    const tipping = wouldChange(input, therapy, index)
    expect(tipping.length).toBeGreaterThan(0)
    const bandWithout = (changed: AnalysisInput) => analyse(changed, index).therapies.find((one) => one.therapy === therapy)
    for (const { alterationId, label } of base.alterations.filter((one) => one.confidence > 0)) {
      const after = bandWithout({ ...input, overrides: { ...noOverrides, rejectedDrivers: [alterationId] } })
      const now = base.therapies.find((one) => one.therapy === therapy)
      const told = tipping.filter((one) => one.change === 'without_alteration' && one.what === label)
      expect(told.map(({ score, band }) => ({ score, band }))).toEqual(after?.band === now?.band ? [] : [{ score: after?.score ?? null, band: after?.band ?? 'NONE' }])
    }
    for (const { change, what, score, band } of tipping.filter((one) => one.change !== 'without_alteration')) {
      const after = change === 'without_evidence' ? bandWithout(disabling(input, what)) : change === 'without_interaction' ? bandWithout({ ...input, overrides: { ...noOverrides, disputedInteractions: [what] } })
        : bandWithout({ ...input, profile: { ...input.profile, wildType: [...input.profile.wildType, what] } })
      expect({ what, score, band }).toEqual({ what, score: after?.score ?? null, band: after?.band ?? 'NONE' })
    }
  })
})
