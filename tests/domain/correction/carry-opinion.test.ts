import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Alteration } from '#src/domain/alteration.ts'
import { carryOpinion } from '#src/domain/correction/carry-opinion.ts'
import { compareProfiles } from '#src/domain/correction/profile-difference.ts'
import { emptyOpinion, type Opinion } from '#src/domain/opinion.ts'
import { readTypedProfile } from '#src/formats/typed/typed-profile.ts'

const profile = (text: string) => readTypedProfile(text, { resolveGene: (gene) => gene.toUpperCase() }).profile
const compare = (before: string, after: string) => compareProfiles(profile(before), profile(after))
const at = (one: Partial<Alteration>): Alteration => ({ ...(profile('KRAS G12D').alterations[0] as Alteration), ...one }) // the profile above holds one

describe('what a corrected file changes', () => {
  it('names every alteration once: added, removed, changed or unchanged', () => {
    const difference = compare('EGFR L858R VAF 40%; TP53 R273C; MET amplification', 'EGFR L858R VAF 12%; MET amplification; KRAS G12C')
    expect(difference).toMatchObject({ added: [{ label: 'KRAS G12C' }], removed: [{ label: 'TP53 R273C' }], changed: [{ label: 'EGFR L858R', fields: [{ field: 'vaf', before: '0.4', after: '0.12' }] }], unchanged: 1 })
  })

  it('the same change under another name is the same alteration: a stop distance, a duplication, a corrected class of copies, a corrected protein name at one place', () => {
    expect(compare('CALR L367fs', 'CALR L367fs*46')).toMatchObject({ added: [], removed: [] })
    expect(compare('ERBB2 amplification', 'ERBB2 gain')).toMatchObject({ added: [], removed: [], changed: [{ fields: [{ field: 'kind', before: 'amplification', after: 'gain' }] }] })
    const place = { chrom: '7', pos: 55191822, ref: 'T', alt: 'G' }
    const renamed = compareProfiles({ alterations: [at({ id: 'a', gene: 'EGFR', hgvsp: 'p.L813R', genomic: place })], biomarkers: [] }, { alterations: [at({ id: 'b', gene: 'EGFR', hgvsp: 'p.L858R', genomic: place })], biomarkers: [] })
    expect([renamed.carried, renamed.changed[0]?.fields[0]]).toEqual([{ a: 'b' }, { field: 'hgvsp', before: 'p.L813R', after: 'p.L858R' }])
  })

  it('another residue, the other direction of copies, and a germline finding are other alterations', () => {
    expect(compare('KRAS G12D', 'KRAS G12V')).toMatchObject({ added: [{ label: 'KRAS G12V' }], removed: [{ label: 'KRAS G12D' }], carried: {} })
    expect(compare('ERBB2 amplification', 'ERBB2 deletion').removed).toHaveLength(1)
    expect(compare('germline BRCA2 loss', 'BRCA2 loss').removed).toHaveLength(1)
  })

  it('biomarkers that moved', () => { expect(compare('TMB 4; MSS', 'TMB 14; MSS').biomarkers).toEqual([{ name: 'TMB', before: '4 mutations/Mb', after: '14 mutations/Mb' }]) })
})

const genes = ['KRAS', 'EGFR', 'TP53', 'MET', 'BRAF', 'ALK']
const finding = fc.tuple(fc.constantFrom(...genes), fc.constantFrom('G12D', 'L858R', 'R175H', 'amplification', 'V600E', 'R97fs'), fc.constantFrom('', ' VAF 10%', ' VAF 40%')).map(([gene, change, vaf]) => `${gene} ${change}${change === 'amplification' ? '' : vaf}`)
const readings = fc.array(fc.array(finding, { maxLength: 8 }).map((list) => profile(list.join('; '))), { minLength: 2, maxLength: 4 })
const opinionOn = (alterations: readonly Alteration[]): Opinion => ({
  ...emptyOpinion('genomic_expert'),
  drivers: alterations.map((one, i) => ({ alterationId: one.id, gene: one.gene, call: 'driver', effect: 'gain', tier: 'I', note: `word ${i}` })),
  interactions: alterations.map((one, i) => ({ interactionId: `interaction ${one.id}`, verdict: 'confirm', note: `relation ${i}` })),
})

describe('an opinion over any number of corrections', () => {
  it('nothing is lost, nothing doubled: every word stands on an alteration that is there, or is kept as of the earlier file; carried twice is carried once', () => {
    fc.assert(fc.property(readings, (rounds) => {
      const first = rounds[0]
      const last = rounds.at(-1)
      if (!first || !last) return
      const corrections = rounds.slice(1).map((next, i) => ({ round: i + 2, difference: compareProfiles(rounds[i] ?? first, next) }))
      const present = { alterationIds: new Set(last.alterations.map((one) => one.id)), interactionIds: new Set(last.alterations.map((one) => `interaction ${one.id}`)) }
      const said = opinionOn(first.alterations)
      const carried = carryOpinion(said, corrections, present)
      const words = (opinion: Opinion) => [...opinion.drivers.map((one) => one.note), ...opinion.interactions.map((one) => one.note), ...opinion.ofEarlierFile.map((one) => (one.kind === 'driver' ? one.text.split('; ').at(-1) : one.text.slice('confirm: '.length)))].sort()
      expect(words(carried)).toEqual(words(said))
      expect(carried.drivers.every((one) => present.alterationIds.has(one.alterationId)) && carried.interactions.every((one) => present.interactionIds.has(one.interactionId))).toBe(true)
      expect(new Set(carried.drivers.map((one) => one.alterationId)).size).toBe(carried.drivers.length)
      expect(carryOpinion(carried, corrections, present)).toEqual(carried)
    }), { numRuns: 300 })
  })

  it('every alteration of both readings is told once', () => {
    fc.assert(fc.property(readings, ([before, after]) => {
      if (!before || !after) return
      const { added, removed, changed, unchanged, carried } = compareProfiles(before, after)
      expect(Object.keys(carried).length + removed.length).toBe(before.alterations.length)
      expect(new Set(Object.values(carried)).size + added.length).toBe(after.alterations.length)
      expect(changed.length + unchanged).toBe(Object.keys(carried).length)
    }), { numRuns: 300 })
  })
})
