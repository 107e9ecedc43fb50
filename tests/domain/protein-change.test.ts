import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatProteinChange, formatProteinChangeInThreeLetters, isSameProteinChange, parseProteinChange } from '#src/domain/protein-change.ts'
import type { ProteinChange } from '#src/domain/protein-change.ts'

function read(text: string): ProteinChange {
  const change = parseProteinChange(text)
  if (!change) throw new Error(`not read: ${text}`)
  return change
}

describe('protein changes as laboratories write them', () => {
  it.each([
    ['p.Val600Glu', 'substitution', 'p.V600E'], ['p.(Val600Glu)', 'substitution', 'p.V600E'], ['V600E', 'substitution', 'p.V600E'], ['p.V600E', 'substitution', 'p.V600E'],
    ['NP_005219.2:p.(Leu858Arg)', 'substitution', 'p.L858R'], ['VAL600GLU', 'substitution', 'p.V600E'], ['v600e', 'substitution', 'p.V600E'],
    ['p.Trp24Ter', 'nonsense', 'p.W24*'], ['p.W24*', 'nonsense', 'p.W24*'], ['W24X', 'nonsense', 'p.W24*'], ['TP53:p.R213*', 'nonsense', 'p.R213*'],
    ['p.Leu858=', 'synonymous', 'p.L858='], ['p.(=)', 'synonymous', 'p.='], ['p.=', 'synonymous', 'p.='], ['L858L', 'synonymous', 'p.L858='],
    ['p.Glu746_Ala750del', 'deletion', 'p.E746_A750del'], ['E746_A750del', 'deletion', 'p.E746_A750del'], ['E746_A750delELREA', 'deletion', 'p.E746_A750del'],
    ['ΔE746-A750', 'deletion', 'p.E746_A750del'], ['W557_K558del', 'deletion', 'p.W557_K558del'], ['K550del', 'deletion', 'p.K550del'],
    ['p.Ala767_Val769dup', 'duplication', 'p.A767_V769dup'], ['A767_V769dup', 'duplication', 'p.A767_V769dup'], ['G13dup', 'duplication', 'p.G13dup'],
    ['p.His773_Val774insAsnProHis', 'insertion', 'p.H773_V774insNPH'], ['H773_V774insNPH', 'insertion', 'p.H773_V774insNPH'],
    ['H773_V774ins5', 'insertion', 'p.H773_V774ins5'], ['H773_V774insTer', 'insertion', 'p.H773_V774ins*'], ['p.Gly12_Gly13insX', 'insertion', 'p.G12_G13insX'],
    ['p.Leu747_Pro753delinsSer', 'delins', 'p.L747_P753delinsS'], ['L747_P753>S', 'delins', 'p.L747_P753delinsS'], ['V600_K601delinsE', 'delins', 'p.V600_K601delinsE'],
    ['L747_T751delLREATinsP', 'delins', 'p.L747_T751delinsP'], ['G776delinsVC', 'delins', 'p.G776delinsVC'],
    ['p.Arg97ProfsTer23', 'frameshift', 'p.R97Pfs*23'], ['p.R97Pfs*23', 'frameshift', 'p.R97Pfs*23'], ['p.Arg97fs', 'frameshift', 'p.R97fs'],
    ['R97fs*', 'frameshift', 'p.R97fs'], ['R97fs*?', 'frameshift', 'p.R97fs'], ['CALR:p.L367fs*46', 'frameshift', 'p.L367fs*46'],
    ['p.Met1ext-5', 'extension', 'p.M1ext-5'], ['p.Ter110GlnextTer17', 'extension', 'p.*110Qext*17'], ['p.*110Qext*17', 'extension', 'p.*110Qext*17'],
    ['p.Met1?', 'start_lost', 'p.M1?'], ['p.0', 'start_lost', 'p.0'], ['p.0?', 'start_lost', 'p.0'], ['M1I', 'start_lost', 'p.M1?'],
    ['X1010_splice', 'splice', 'p.X1010_splice'], ['p.?', 'unknown', 'p.?'], ['p.(Gly12Asp^Val)', 'unknown', 'p.G12?'],
  ])('%s is a %s: %s', (text, kind, canonical) => {
    expect(read(text).kind).toBe(kind)
    expect(formatProteinChange(read(text))).toBe(canonical)
  })

  it.each(['', 'p.', 'c.5266dupC', 'amplification', 'L858', 'EML4::ALK', 'E746_A740del', 'H773_V779insNPH', 'L0R', '858R', 'L858RR', 'J12K9', 'exon 19 deletion', 'p.L858R;'])(
    'refuses %s', (text) => { expect(parseProteinChange(text)).toBeNull() })

  it('writes three letters, with parentheses for a predicted change', () => {
    expect(formatProteinChangeInThreeLetters(read('L858R'), true)).toBe('p.(Leu858Arg)')
    expect(formatProteinChangeInThreeLetters(read('R97Pfs*23'), false)).toBe('p.Arg97ProfsTer23')
  })

  it('takes a duplication and the insertion that repeats it for one change', () => {
    expect(isSameProteinChange(read('A775_G776insYVMA'), read('Y772_A775dup'))).toBe(true)
    expect(isSameProteinChange(read('A767_V769dup'), read('V769_D770insASV'))).toBe(true)
    expect(isSameProteinChange(read('D770_N771insSVD'), read('A767_V769dup'))).toBe(false)
    expect(isSameProteinChange(read('G12C'), read('G12D'))).toBe(false)
    expect(isSameProteinChange(read('R97Pfs*23'), read('R97fs'))).toBe(true)
  })
})

const residue = fc.constantFrom(...'ACDEFGHIKLMNPQRSTVWY')
const position = fc.integer({ min: 2, max: 9999 })

describe('both writings name the same change', () => {
  it('reads back what it writes, in one and in three letters', () => {
    const change = fc.oneof(
      fc.tuple(residue, position, residue).map(([a, p, b]) => `${a}${p}${b}`),
      fc.tuple(residue, position, residue, fc.integer({ min: 1, max: 50 })).map(([a, p, b, d]) => `${a}${p}${b}fs*${d}`),
      fc.tuple(residue, position, residue, fc.integer({ min: 1, max: 50 }), fc.constantFrom('del', 'dup', 'delinsS', 'delinsVC')).map(([a, p, b, d, w]) => `${a}${p}_${b}${p + d}${w}`),
      fc.tuple(residue, position, residue, fc.stringMatching(/^[ACDEFGHIKLMNPQRSTVWY]{1,6}$/)).map(([a, p, b, s]) => `${a}${p}_${b}${p + 1}ins${s}`),
    )
    fc.assert(fc.property(change, (text) => {
      const first = read(text)
      expect(read(formatProteinChange(first))).toEqual(first)
      expect(read(formatProteinChangeInThreeLetters(first, true))).toEqual(first)
    }), { numRuns: 300 })
  })

  it('takes time in proportion to hostile text', () => {
    const best = (times: number) => Math.min(...Array.from({ length: 7 }, () => {
      const started = performance.now()
      parseProteinChange(`p.${'Leu'.repeat(times)}`)
      parseProteinChange(`L1_V2ins${'A'.repeat(times)}!`)
      return performance.now() - started
    }))
    // Four times the text: quadratic reading would take sixteen times as long.
    expect(best(400_000) / Math.max(best(100_000), 0.5)).toBeLessThan(10)
  })
})
