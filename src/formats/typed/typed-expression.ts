import type { Biomarker } from '#src/domain/biomarker.ts'

type State = { value: string; call: 'high' | 'intermediate' | 'low' }

/** How laboratories name a stain, by the letters and digits of it, and the name that evidence uses. A marker that is not here needs the word *expression* or its gene. */
const markers: Readonly<Record<string, string>> = {
  dll3: 'DLL3', trop2: 'TROP2', tacstd2: 'TROP2', folr1: 'FOLR1', fra: 'FOLR1', 'frα': 'FOLR1', fralpha: 'FOLR1', folatereceptoralpha: 'FOLR1',
  'cldn18.2': 'CLDN18.2', 'claudin18.2': 'CLDN18.2', nectin4: 'NECTIN4', fgfr2b: 'FGFR2b', cmet: 'c-MET', her3: 'HER3', magea4: 'MAGEA4', cd117: 'KIT',
  b7h3: 'B7-H3', ceacam5: 'CEACAM5', psma: 'PSMA', gpc3: 'GPC3', sstr2: 'SSTR2', bcma: 'BCMA', gprc5d: 'GPRC5D', ror1: 'ROR1', cdh6: 'CDH6', msln: 'MSLN', mesothelin: 'MSLN',
}

const states: Readonly<Record<string, State>> = {
  '3+': { value: '3+', call: 'high' }, high: { value: 'high', call: 'high' }, strong: { value: 'high', call: 'high' }, positive: { value: 'positive', call: 'high' }, '+': { value: 'positive', call: 'high' },
  '2+': { value: '2+', call: 'intermediate' }, moderate: { value: '2+', call: 'intermediate' }, '1+': { value: '1+', call: 'intermediate' }, weak: { value: '1+', call: 'intermediate' },
  low: { value: 'low', call: 'low' }, negative: { value: 'negative', call: 'low' }, absent: { value: 'negative', call: 'low' }, '0': { value: '0', call: 'low' }, '-': { value: 'negative', call: 'low' },
}

const markerOf = (text: string): string | null => {
  const key = text.toLowerCase().replaceAll(/[ -]/g, '')
  return Object.hasOwn(markers, key) ? markers[key] ?? null : null
}
const stateOf = (text: string): State | null => (Object.hasOwn(states, text) ? states[text] ?? null : null)

/** `IHC`, `expression`, `protein` and the like say that a stain was read; more than one may stand there. */
const noun = /^(.{1,40}?)(?: (?:ihc|expression|protein|staining|h-score))+(?: (.{1,12}))?$/i

/** Receptors and PD-L1 have readers of their own; surface antigens go by their cluster number (`CD20`), not by their gene. */
const ownReaders = /^(?:ER|PR|HR|PD-?L1)$/i
const surface = /^CD[0-9]{1,3}$/i

/** The marker, its state, and whether it was said that a protein was looked at. */
function partsOf(item: string): { marker: string; state: State; isStain: boolean } | null {
  const spoken = noun.exec(item)
  const state = spoken ? (spoken[2] === undefined ? stateOf('positive') : stateOf(spoken[2].toLowerCase())) : null
  if (spoken && state) return { marker: spoken[1] ?? '', state, isStain: true }
  const over = /^(.{1,40}) (?:over-?express(?:ion|ed|ing)|high expression|expressed)$/i.exec(item)
  if (over) return { marker: over[1] ?? '', state: { value: 'positive', call: 'high' }, isStain: false }
  const weak = /^(.{1,40}) (?:low expression|under-?express(?:ion|ed))$/i.exec(item)
  if (weak) return { marker: weak[1] ?? '', state: { value: 'low', call: 'low' }, isStain: true }
  const space = item.lastIndexOf(' ')
  const plain = space > 0 ? stateOf(item.slice(space + 1).toLowerCase()) : stateOf(item.slice(-1))
  return plain ? { marker: item.slice(0, space > 0 ? space : -1), state: plain, isStain: false } : null
}

/**
 * A stain of a protein that drugs or evidence ask for: `DLL3 high`, `TROP2 3+`, `CLDN18.2 overexpression`, `MET expression high`, `EGFR expression`. A marker that is
 * no such protein is read where the word *expression* or *protein* stands with it and `resolveGene` knows it. `X overexpression` of any other gene is an alteration, and not read here. Null for anything else.
 */
export function readTypedExpression(item: string, resolveGene: (text: string) => string | null): Biomarker | null {
  const parts = item.length > 60 ? null : partsOf(item)
  if (!parts) return null
  const { marker: said, state, isStain } = parts
  // HER2 is measured under a name of its own; *low* is a class of it, not the opposite of positive
  if (/^(?:her-?2|erbb2|her2\/neu)$/i.test(said)) return state.value === 'low' ? null : biomarker('HER2', null, state, item)
  const marker = markerOf(said) ?? (!isStain || ownReaders.test(said) ? null : surface.test(said) ? said.toUpperCase() : resolveGene(said))
  // Strong staining (3+) of MET is what the c-MET test calls high (telisotuzumab vedotin, US label 2025)
  if ((marker === 'MET' || marker === 'c-MET') && (state.value === 'high' || state.value === '3+')) return biomarker('IHC', 'c-MET', { ...state, value: 'high' }, item)
  return marker === null ? null : biomarker('IHC', marker, state, item)
}

const biomarker = (name: 'IHC' | 'HER2', unit: string | null, { value, call }: State, asReported: string): Biomarker => ({ name, value, unit, cutoff: null, status: 'measured', call, asReported })
