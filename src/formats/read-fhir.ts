import type { Alteration, AlterationKind, Origin } from '#src/domain/alteration.ts'
import type { Biomarker } from '#src/domain/biomarker.ts'
import type { GenomeBuild } from '#src/domain/record-reading.ts'
import { alterationOf, count, fraction, positionOf } from './alteration-of.ts'
import type { OpenText } from './bytes/text.ts'
import { chromosome } from './chromosome.ts'
import { coded, listOf, quantityOf, textOf } from './fhir-values.ts'
import type { Json } from './fhir-values.ts'
import { geneNames } from './gene-names.ts'
import { clinvarName, genomicHgvs } from './genomic-hgvs.ts'
import type { GeneNames } from './gene-names.ts'
import { codingText, proteinText } from './protein-text.ts'
import type { ReadingPart } from './reading-part.ts'
import { list, note, startPart } from './reading-part.ts'
import { refuse } from './reading-refusal.ts'
import type { ReadContext } from './record-file.ts'

const LIMIT = 32 * 2 ** 20
const DEPTH = 100

/** LOINC answers of a variant (LL1971-2): only a present variant is a finding; absence and no call are kept apart. */
const absences: Readonly<Record<string, string>> = { 'LA9634-2': 'stated_absent', 'LA18198-4': 'no_call', 'LA11884-6': 'indeterminate' }
const origins: Readonly<Record<string, Origin>> = { 'LA6684-0': 'somatic', 'LA6683-2': 'germline', 'LA18195-0': 'somatic', 'LA18194-3': 'germline' }
const builds: Readonly<Record<string, GenomeBuild>> = { 'LA14029-5': 'GRCh37', 'LA26806-2': 'GRCh38' }
const zygosities: Readonly<Record<string, Alteration['zygosity']>> = { 'LA6705-3': 'homozygous', 'LA6706-1': 'heterozygous', 'LA6707-9': 'hemizygous' }

/** Brackets are counted before parsing: a parser recurses, and a thousand levels are an attack, not a record. */
function checkDepth(text: string): void {
  let depth = 0
  let inString = false
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at)
    if (inString) { if (char === 92) at++; else if (char === 34) inString = false }
    else if (char === 34) inString = true
    else if (char === 123 || char === 91) { if (++depth > DEPTH) refuse('json_too_deep', `The record is nested more than ${DEPTH} levels deep, as no clinical record is. It was not read.`) }
    else if (char === 125 || char === 93) depth--
  }
}

/** One resource, a Bundle, an array of resources, or one resource a line (NDJSON). */
function parse(text: string): Json[] {
  checkDepth(text)
  try { return [JSON.parse(text) as Json] } catch { /* one value a line is tried next */ }
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return lines.map((line, at) => {
    try { return JSON.parse(line) as Json } catch { return refuse('json_broken', `The record is broken at line ${at + 1}: it is no valid JSON. Export it again.`, { line: at + 1 }) }
  })
}

/** Every Observation, wherever it lies: Bundle entries, `contained`, and members of members. */
function observations(values: readonly Json[]): Json[] {
  const found: Json[] = []
  const waiting = values.toReversed()
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (Array.isArray(value)) { waiting.push(...listOf(value).toReversed()); continue }
    if (coded(value, 'resourceType') === 'Observation') found.push(value)
    waiting.push(...listOf(coded(value, 'contained')).toReversed(), ...listOf(coded(value, 'entry')).map((entry) => coded(entry, 'resource')).toReversed(), ...listOf(coded(value, 'parameter')).flatMap((one) => [coded(one, 'resource'), ...listOf(coded(one, 'part'))]).toReversed())
  }
  return found
}

const hasCode = (of: Json, code: string) => textOf.codes(coded(of, 'code')).includes(code)

type Components = { first: (code: string) => Json | null; all: (code: string) => Json[] }

function componentsOf(observation: Json): Components {
  const components = listOf(coded(observation, 'component'))
  const all = (code: string) => components.filter((one) => hasCode(one, code))
  return { first: (code) => all(code)[0] ?? null, all }
}

/** Dispatch is by LOINC code, never by profile: STU2, STU3 and mCODE write the same codes under different profiles (design 6, section 1.2). */
function variantOf(observation: Json, gene: GeneNames): Alteration | string {
  const value = textOf.codes(coded(observation, 'valueCodeableConcept'))
  for (const code of value) if (Object.hasOwn(absences, code)) return absences[code] ?? 'stated_absent'
  if (coded(observation, 'dataAbsentReason') !== null) return 'no_call'
  const parts = componentsOf(observation)
  const said = (code: string) => textOf.value(parts.first(code))
  const answer = <Value>(code: string, answers: Readonly<Record<string, Value>>): Value | null => {
    for (const one of textOf.codes(coded(parts.first(code), 'valueCodeableConcept'))) if (Object.hasOwn(answers, one)) return answers[one] ?? null
    return null
  }
  const clinvar = parts.all('81252-9').map((one) => clinvarName(textOf.value(one))).find((one) => one !== null) ?? null
  const stated = parts.all('48018-6').map((one) => textOf.value(one)).filter((name) => name !== '')
  const genes = stated.length > 0 ? stated : clinvar ? [clinvar.gene] : []
  const coding = codingText(said('48004-6') || (clinvar ? `${clinvar.transcript}:${clinvar.coding}` : ''))
  const protein = proteinText(said('48005-3') || (clinvar?.protein ?? ''))
  const copies = quantityOf(parts.first('82155-3'))?.value ?? null
  const change = `${textOf.codes(coded(parts.first('48019-4'), 'valueCodeableConcept')).join(' ')} ${said('48019-4')}`.toLowerCase()
  const vaf = quantityOf(parts.first('81258-6'))
  const start = coded(coded(coded(parts.first('81254-5'), 'valueRange'), 'low'), 'value')
  const pos = positionOf(typeof start === 'number' ? String(start) : '')
  const [chrom, ref, alt] = [said('48000-4').replace(/^chromosome ?/i, ''), said('69547-8').toUpperCase(), said('69551-0').toUpperCase()]
  const words = [...genes, said('48004-6'), said('48005-3'), said('81290-9'), said('81252-9')].filter((text) => text !== '').join(' ')
  const [front, back] = genes
  if (front === undefined) return 'no_gene_annotation'
  const genomic = pos === null || chrom === '' || ref === '' || alt === '' ? genomicHgvs(said('81290-9')).genomic : { chrom: chromosome(chrom), pos, ref, alt }
  const isNamed = protein !== null || coding.hgvsc !== null || genomic !== null || said('81290-9') !== '' || copies !== null || change.trim() !== '' || back !== undefined
  if (!isNamed) return 'kind_of_change_unknown'
  return alterationOf({
    gene: gene(front, 0), partner: back === undefined || back === front ? null : gene(back, 0), kind: kindOf(change, copies, back !== undefined && back !== front, protein, genomic?.ref ?? ref, genomic?.alt ?? alt, coding.hgvsc),
    hgvsp: protein, hgvsc: coding.hgvsc, transcript: coding.transcript ?? (said('51958-7') || null), copyNumber: copies,
    genomic,
    vaf: vaf === null ? null : fraction(vaf.code === '%' || vaf.value > 1 ? vaf.value / 100 : vaf.value), altReads: count(quantityOf(parts.first('82121-5'))?.value ?? null),
    origin: answer('48002-0', origins) ?? 'unknown', zygosity: answer('53034-5', zygosities) ?? 'unknown', asReported: words.slice(0, 400),
  })
}

function kindOf(change: string, copies: number | null, twoGenes: boolean, protein: string | null, ref: string, alt: string, coding: string | null): AlterationKind {
  if (twoGenes) return 'fusion'
  const isCopyChange = copies !== null || /so:000174[23]|so:0001019|copy.?number|amplification/.test(change)
  if (isCopyChange && protein === null && coding === null) {
    if (change.includes('amplification') || (copies !== null && copies >= 6)) return 'amplification'
    if (copies === 0) return 'deletion'
    return change.includes('loss') || change.includes('0001743') || (copies !== null && copies < 2) ? 'loss' : 'gain'
  }
  if (ref !== '' && alt !== '' && /^[ACGT]+$/.test(`${ref}${alt}`)) return ref.length === alt.length ? 'snv' : 'indel'
  return coding !== null ? (coding.includes('>') ? 'snv' : 'indel') : protein !== null && /^p\.[A-Z*][0-9]+[A-Z*]$/.test(protein) ? 'snv' : 'indel'
}

/** TMB (94076-7) and MSI (81695-9); a value that is not there is a test without a result, not a zero. */
function biomarkerOf(observation: Json): Biomarker | null {
  if (hasCode(observation, '94076-7')) {
    const value = quantityOf(observation)?.value ?? null
    return { name: 'TMB', value, unit: 'mutations/Mb', cutoff: '10', status: value === null ? 'no_call' : 'measured', call: value === null ? null : value >= 10 ? 'high' : 'low', asReported: `94076-7 ${value ?? ''}`.trim() }
  }
  if (!hasCode(observation, '81695-9')) return null
  const said = `${textOf.codes(coded(observation, 'valueCodeableConcept')).join(' ')} ${textOf.value(observation)}`
  const call = /LA26203-2|MSI-?H/i.test(said) ? 'high' : /LA14122-8|LA26202-4|stable|MSS|MSI-?L/i.test(said) ? 'low' : null
  return { name: 'MSI', value: call === 'high' ? 'MSI-H' : call === 'low' ? 'MSS' : null, unit: null, cutoff: null, status: call === null ? 'no_call' : 'measured', call, asReported: `81695-9 ${textOf.value(observation)}`.trim() }
}

/** Reads variants and biomarkers of a FHIR R4 record (Genomics Reporting STU2 and STU3, mCODE). A record is a variant observation. */
export async function readFhir(name: string, text: OpenText, context: ReadContext): Promise<ReadingPart> {
  const part = startPart(name, 'fhir-genomics')
  const gene = geneNames(part, context)
  const all = observations(parse(await text.whole(LIMIT)))
  const assemblies = new Set<GenomeBuild>()
  for (const observation of all) {
    const marker = biomarkerOf(observation)
    if (marker) { part.biomarkers.push(marker); continue }
    if (!hasCode(observation, '69548-6')) continue
    part.records++
    const named = genomicHgvs(textOf.value(componentsOf(observation).first('81290-9'))).build
    if (named !== 'unknown') assemblies.add(named)
    for (const code of textOf.codes(coded(componentsOf(observation).first('62374-4'), 'valueCodeableConcept'))) { const build = Object.hasOwn(builds, code) ? builds[code] : undefined; if (build) assemblies.add(build) }
    const finding = variantOf(observation, gene)
    if (typeof finding === 'string') { list(part, finding); continue }
    part.alterations.push(finding)
    part.read++
  }
  if (part.records === 0 && part.biomarkers.length === 0) refuse('fhir_without_variants', 'This FHIR record holds no genetic variant and no biomarker that is read here (TMB, MSI). Drop the genomic report itself.')
  part.genomeBuild = assemblies.size === 1 ? [...assemblies][0] ?? 'unknown' : 'unknown'
  if (assemblies.size > 1) note(part, 'warning', 'genome_build_contradicts', 'The variants of this record follow different genome builds (each names its own). Genes and changes were read; do not compare positions.')
  else if (assemblies.size === 0 && part.records > 0) note(part, 'warning', 'genome_build_unknown', 'The record does not say which genome build its positions follow. State it at intake (GRCh37 or GRCh38); protein changes can be read without it.')
  return part
}
