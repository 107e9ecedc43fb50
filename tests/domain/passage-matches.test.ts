import { describe, expect, test } from 'vitest'
import { passageMatches } from '#src/domain/passage-matches.ts'
import { readTypedProfile } from '#src/formats/typed/typed-profile.ts'

const names = new Map([['ERBB2', ['HER2', 'HER-2', 'NEU']], ['TP53', ['P53']], ['KMT2D', ['MLL2']], ['CD274', ['PD-L1']]])
const resolveGene = (name: string) => name
const { alterations } = readTypedProfile('EGFR L858R; EGFR T790M; EML4::ALK; ERBB2 amplification; TP53 R273C; KMT2D P2354L; KIT exon 11 deletion; MET amplification; BRCA2 loss', { resolveGene }).profile
const offered = (text: string) => passageMatches(text, alterations, names).map(({ label, by, retired }) => [label, by, retired])

describe('what a passage of a report may speak of', () => {
  test.each<[string, unknown[]]>([
    ['EGFR p.L858R (VAF 31 %)', [['EGFR L858R', 'change', null]]],
    ['EGFR p.(Leu858Arg), pathogenic', [['EGFR L858R', 'change', null]]],
    ['NM_005228.5:c.2573T>G, NP_005219.2:p.Leu858Arg', [['EGFR L858R', 'change', null]]],
    ['EGFR(T790M) confers resistance.', [['EGFR T790M', 'change', null]]],
    ['EGFR mutation detected', [['EGFR L858R', 'gene', null], ['EGFR T790M', 'gene', null]]],
    ['EML4-ALK fusion, variant 3', [['EML4::ALK', 'change', null]]],
    ['HER2 amplified, trastuzumab deruxtecan', [['ERBB2 amplification', 'change', 'HER2']]],
    ['her2: amplification', [['ERBB2 amplification', 'change', 'HER2']]],
    ['MLL2 p.P2354L of unknown significance', [['KMT2D P2354L', 'change', 'MLL2']]],
    ['p53 R273C', [['TP53 R273C', 'change', 'P53']]],
    ['Deletion in exon 11 of KIT: imatinib', [['KIT exon 11 deletion', 'change', null]]],
    ['MET amplification and EGFR T790M', [['EGFR T790M', 'change', null], ['MET amplification', 'change', null]]],
  ])('%s', (text, expected) => expect(offered(text)).toEqual(expected))

  test.each(['Patient has met all criteria, neu and old', 'No actionable alteration was found', 'L859R', 'exon 1', ''])('nothing is offered for “%s”', (text) => expect(offered(text)).toEqual([]))

  test('at most eight are offered, those named exactly first', () => {
    const many = readTypedProfile(Array.from({ length: 20 }, (_, i) => `TTN R${i + 10}H`).join('; ') + '; EGFR L858R', { resolveGene }).profile.alterations
    const all = passageMatches('TTN variants, and L858R', many, new Map())
    expect(all).toHaveLength(8)
    expect(all[0]).toMatchObject({ label: 'EGFR L858R', by: 'change' })
  })

  test('a very long passage is answered at once', () => {
    const began = performance.now()
    offered('(p.('.repeat(400_000))
    offered(`${'-'.repeat(1_000_000)}EGFR`)
    expect(performance.now() - began).toBeLessThan(500)
  })
})
