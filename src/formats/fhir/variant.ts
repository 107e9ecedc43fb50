import type { Alteration, AlterationKind, Origin } from '#src/domain/alteration.ts'
import { parseProteinChange } from '#src/domain/protein-change.ts'
import { alterationOf, count, fraction, positionOf } from '../names/alteration-of.ts'
import { chromosome } from '../names/chromosome.ts'
import { codingConsequence } from '../names/coding-consequence.ts'
import { clinvarName, genomicHgvs } from '../names/genomic-hgvs.ts'
import { codingText, proteinText } from '../names/protein-text.ts'
import { readSaid } from '../typed/typed-item.ts'
import { coded, componentsOf, quantityOf, textOf } from './fhir-values.ts'
import type { Components, Json } from './fhir-values.ts'
import type { FhirGene } from './fhir-genes.ts'
import { variantState } from './variant-state.ts'
import type { NoFinding } from './variant-state.ts'

const origins: Readonly<Record<string, Origin>> = { 'LA6684-0': 'somatic', 'LA6683-2': 'germline', 'LA18195-0': 'somatic', 'LA18194-3': 'germline' }
const zygosities: Readonly<Record<string, Alteration['zygosity']>> = { 'LA6705-3': 'homozygous', 'LA6706-1': 'heterozygous', 'LA6707-9': 'hemizygous' }
/** Position given as an interval that counts from zero (LOINC 92822-6): one is added. */
const ZERO_BASED = 'LA30100-4'

const answerOf = <Value>(codes: readonly string[], answers: Readonly<Record<string, Value>>): Value | null => {
  for (const code of codes) if (Object.hasOwn(answers, code)) return answers[code] ?? null
  return null
}

/** LL2938-0 numbers the chromosomes one after the other from LA21254-0; X and Y are LA21276-3 and LA21277-1. */
function chromosomeOf(parts: Components): string {
  const named = parts.words('48000-4').replace(/^chromosome ?/i, '')
  if (named !== '' && !named.startsWith('LA')) return chromosome(named)
  const number = Number(/^LA(21[0-9]{3})-[0-9]$/.exec(parts.codes('48000-4')[0] ?? '')?.[1] ?? Number.NaN) - 21253
  return number >= 1 && number <= 22 ? String(number) : number === 23 ? 'X' : number === 24 ? 'Y' : ''
}

function placeOf(parts: Components): Alteration['genomic'] {
  const low = coded(coded(coded(parts.first('81254-5'), 'valueRange'), 'low'), 'value')
  const start = positionOf(typeof low === 'number' ? String(low) : '')
  const [chrom, ref, alt] = [chromosomeOf(parts), parts.words('69547-8').toUpperCase(), parts.words('69551-0').toUpperCase()]
  if (start === null || chrom === '' || ref === '' || alt === '') return genomicHgvs(parts.words('81290-9')).genomic
  return { chrom, pos: start + (parts.codes('92822-6').includes(ZERO_BASED) ? 1 : 0), ref, alt }
}

/** What stands as words only: `MET exon 14 skipping`, `FLT3-ITD`, in 81252-9 or in the conclusion. */
function namedInWords(parts: Components, gene: string): ReturnType<typeof readSaid> {
  for (const component of parts.all('81252-9')) {
    const text = textOf.value(component)
    const rest = text.toUpperCase().startsWith(gene.toUpperCase()) ? text.slice(gene.length).replace(/^[\s-]+/, '') : text
    const said = rest.length > 120 ? null : readSaid(rest, gene)
    if (said) return said
  }
  return null
}

/** Dispatch is by LOINC code, never by profile: STU2, STU3 and mCODE write the same codes under different profiles. */
export function variantOf(observation: Json, genesOf: (component: Json) => FhirGene[]): Alteration | NoFinding | 'no_gene_annotation' | 'kind_of_change_unknown' {
  const state = variantState(observation)
  if (state !== 'present') return state
  const parts = componentsOf(observation)
  const clinvar = parts.all('81252-9').map((one) => clinvarName(textOf.value(one))).find((one) => one !== null) ?? null
  const stated = parts.all('48018-6').flatMap((one) => genesOf(one).slice(0, 1))
  const genes = stated.length > 0 ? stated : clinvar ? genesOf({ valueString: clinvar.gene }) : []
  const [front, back] = genes
  if (front === undefined) return 'no_gene_annotation'
  const coding = codingText(parts.words('48004-6') || (clinvar ? `${clinvar.transcript}:${clinvar.coding}` : ''))
  const protein = proteinText(parts.words('48005-3') || (clinvar?.protein ?? ''))
  const copies = quantityOf(parts.first('82155-3'))?.value ?? null
  const change = `${parts.codes('48019-4').join(' ')} ${parts.words('48019-4')}`.toLowerCase()
  const genomic = placeOf(parts)
  const partner = back === undefined || back.symbol === front.symbol ? null : back.symbol
  const isNamed = protein !== null || coding.hgvsc !== null || genomic !== null || parts.words('81290-9') !== '' || copies !== null || partner !== null
  const said = isNamed ? null : namedInWords(parts, front.symbol)
  if (!isNamed && said === null && change.trim() === '') return 'kind_of_change_unknown'
  const vaf = quantityOf(parts.first('81258-6'))
  const limit = vaf === null || vaf.comparator === '' ? '' : `VAF ${vaf.comparator}${vaf.value} ${vaf.code}`
  const words = [...genes.map((one) => (one.by === '' ? one.symbol : `${one.symbol} (${one.by})`)), ...['48004-6', '48005-3', '81290-9', '81252-9', '81291-7'].map(parts.words), limit]
  return alterationOf({
    gene: front.symbol, partner, kind: kindOf(change, copies, partner !== null, protein, genomic, coding.hgvsc), hgvsp: protein, hgvsc: coding.hgvsc, transcript: coding.transcript ?? (parts.words('51958-7') || null),
    consequence: consequenceIn(parts, coding.hgvsc, protein), copyNumber: copies, genomic,
    // `<0.01` is a limit, not a fraction; a value above 1 can only be a percentage.
    vaf: vaf === null || vaf.comparator !== '' ? null : fraction(vaf.code === '%' || vaf.value > 1 ? vaf.value / 100 : vaf.value), altReads: count(quantityOf(parts.first('82121-5'))?.value ?? null),
    origin: answerOf(parts.codes('48002-0'), origins) ?? 'unknown', zygosity: answerOf(parts.codes('53034-5'), zygosities) ?? 'unknown', asReported: words.filter((text) => text.trim() !== '').join(' ').slice(0, 400),
    ...(said ?? {}),
  })
}

/** STU2 holds the consequence among the variant's own components (48006-1), in words or as a term. */
function consequenceIn(parts: Components, coding: string | null, protein: string | null): string | null {
  const own = parts.words('48006-1').toLowerCase().replaceAll(' ', '_')
  if (own.endsWith('_variant') || own === 'stop_gained') return own
  const read = coding === null ? null : codingConsequence(coding)
  if (read?.consequence) return read.consequence
  const kind = protein === null ? undefined : parseProteinChange(protein)?.kind
  return kind === 'substitution' ? 'missense_variant' : kind === 'nonsense' ? 'stop_gained' : kind === 'frameshift' ? 'frameshift_variant' : null
}

function kindOf(change: string, copies: number | null, twoGenes: boolean, protein: string | null, genomic: Alteration['genomic'], coding: string | null): AlterationKind {
  if (twoGenes) return 'fusion'
  const isCopyChange = copies !== null || /so:000174[23]|so:0001019|copy.?number|amplification/.test(change)
  if (isCopyChange && protein === null && coding === null) {
    if (change.includes('amplification') || (copies !== null && copies >= 6)) return 'amplification'
    if (copies === 0) return 'deletion'
    return change.includes('loss') || change.includes('0001743') || (copies !== null && copies < 2) ? 'loss' : 'gain'
  }
  const read = coding === null ? null : codingConsequence(coding)
  if (read?.kind === 'splice') return 'splice'
  if (genomic !== null && /^[ACGT]+$/.test(`${genomic.ref}${genomic.alt}`)) return genomic.ref.length === genomic.alt.length ? 'snv' : 'indel'
  return coding !== null ? (coding.includes('>') ? 'snv' : 'indel') : protein !== null && /^p\.[A-Z*][0-9]+[A-Z*]$/.test(protein) ? 'snv' : 'indel'
}
