import type { Biomarker } from '#src/domain/biomarker.ts'
import type { MeasureTest } from '#src/knowledge/expression.ts'
import type { Classified } from './tumour-alteration.ts'

/** Is a measured property as stated? `null`: it was not measured. `percent` is how closely: an equivalent test counts as a curated class. */
export type Measured = { holds: boolean; percent: number } | null

type State = { call: 'high' | 'intermediate' | 'low' | null; value: number | string | null }

/** Properties under the names that evidence uses: `MSI`, `PD-L1 TPS`, `HER2`, `CD20`, `del(17p)`. */
export type Measures = ReadonlyMap<string, State>

function keyOf(biomarker: Biomarker): string {
  if (biomarker.name === 'PD-L1') return biomarker.unit ? `PD-L1 ${biomarker.unit}` : 'PD-L1 TPS'
  if (biomarker.name === 'HLA') return String(biomarker.value ?? 'HLA')
  if (biomarker.name === 'IHC' || biomarker.name === 'OTHER' || biomarker.name === 'SIGNATURE') return biomarker.unit ?? String(biomarker.value ?? biomarker.name)
  return biomarker.name
}

const highWords: ReadonlySet<string> = new Set(['msi-h', 'msi-high', 'unstable', 'dmmr', 'deficient', 'positive', 'high', 'tmb-h', '3+', 'hrd'])
const lowWords: ReadonlySet<string> = new Set(['mss', 'msi-l', 'msi-low', 'stable', 'pmmr', 'proficient', 'negative', 'low', 'tmb-l', '0'])

function callOf(biomarker: Biomarker): State['call'] {
  if (biomarker.call !== null) return biomarker.call
  const word = typeof biomarker.value === 'string' ? biomarker.value.toLowerCase() : ''
  if (highWords.has(word)) return 'high'
  if (lowWords.has(word)) return 'low'
  // a genomic instability score of 42 or more is HRD (myChoice cut-off)
  if (biomarker.name === 'HRD' && typeof biomarker.value === 'number') return biomarker.value >= 42 ? 'high' : 'low'
  // FOLR1 positive: 75 % of cells or more (mirvetuximab soravtansine, US label 2022)
  if (biomarker.unit === 'FOLR1' && typeof biomarker.value === 'number') return biomarker.value >= 75 ? 'high' : 'low'
  return null
}

/** Reads what was measured, and what follows from an alteration: amplified ERBB2 is in-situ-hybridisation positive HER2, 17p deletion is del(17p). */
export function readMeasures(biomarkers: readonly Biomarker[], classified: readonly Classified[]): Measures {
  const measures = new Map<string, State>()
  for (const biomarker of biomarkers) {
    if (biomarker.status !== 'measured') continue
    const key = keyOf(biomarker)
    if (!measures.has(key)) measures.set(key, { call: callOf(biomarker), value: biomarker.value })
  }
  for (const one of classified) {
    if (one.alteration.category === 'arm_deletion' && one.result.confidence > 0) measures.set(`del(${one.alteration.gene})`, { call: 'high', value: 'present' })
    if (one.result.gene === 'ERBB2' && one.alteration.kind === 'amplification' && one.result.confidence > 0 && !measures.has('HER2')) measures.set('HER2', { call: 'high', value: 'amplified' })
  }
  const cMet = measures.get('c-MET')
  if (cMet && cMet.call !== null && !measures.has('MET')) measures.set('MET', cMet)
  const [er, pr] = [measures.get('ER'), measures.get('PR')]
  if (!measures.has('HR') && (er?.call === 'high' || pr?.call === 'high')) measures.set('HR', { call: 'high', value: 'positive' })
  if (!measures.has('HR') && er?.call === 'low' && pr?.call === 'low') measures.set('HR', { call: 'low', value: 'negative' })
  return measures
}

/** Tests that stand for each other where only one was done (concordance of MSI and MMR above 95 %, Luchini 2019, PMID 31056702). */
const equivalent: Readonly<Record<string, string>> = { MSI: 'MMR', MMR: 'MSI' }
export const equivalentMeasure = (name: string): string | null => equivalent[name] ?? null

/** Properties that laboratories call high or positive at the very cut-off evidence asks for: 10 mutations/Mb; 75 % of cells with claudin 18.2 (PMID 37068504). */
const calledAtCutoff: ReadonlySet<string> = new Set(['TMB', 'CLDN18.2'])

function holds(name: string, test: MeasureTest, state: State): boolean | null {
  if (test.kind === 'positive') return state.call === null ? (typeof state.value === 'number' ? state.value > 0 : null) : state.call === 'high'
  // HER2-low is HER2-negative in every label
  if (test.kind === 'negative') return state.call === null ? null : state.call === 'low' || (name === 'HER2' && state.call === 'intermediate' && state.value !== '2+')
  if (test.kind === 'low') return state.value === 'low' || state.value === '1+' ? true : state.value === '2+' || state.value === 'amplified' ? null : false
  if (test.kind === 'grade') return state.value === test.grade ? true : state.value === 'positive' || state.value === 'amplified' ? null : false
  const number = typeof state.value === 'number' ? state.value : null
  if (number !== null) return test.kind === 'at_least' ? number >= test.value : number < test.value
  if (state.call === null || !calledAtCutoff.has(name)) return null
  return test.kind === 'at_least' ? state.call === 'high' : state.call === 'low'
}

export function testMeasure(name: string, test: MeasureTest, measures: Measures, classPercent: number): Measured {
  const state = measures.get(name)
  if (state) {
    const result = holds(name, test, state)
    return result === null ? null : { holds: result, percent: 100 }
  }
  if (name.startsWith('HLA-')) {
    // `HLA-A*02` is met by `HLA-A*02:01`
    for (const key of measures.keys()) if (key.startsWith(name)) return { holds: test.kind !== 'negative', percent: 100 }
    return null
  }
  const other = equivalent[name] ? measures.get(equivalent[name]) : undefined
  const result = other ? holds(name, test, other) : null
  return result === null ? null : { holds: result, percent: classPercent }
}
