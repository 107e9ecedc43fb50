import { readFileSync } from 'node:fs'
import type { RecordReading } from '#src/domain/record-reading.ts'
import { successorsOf } from '#src/formats/cbioportal/retired-codes.ts'
import { buildOfName } from '#src/formats/names/genome-build.ts'

export type ManifestRow = { file: string; kind: string; facts: ReadonlyMap<string, string> }

/** The collection's list of files with what its own scripts (bcftools, awk, Python) counted in each. */
export function manifestRows(path: string): ManifestRow[] {
  const [head = '', ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n')
  const names = head.split('\t')
  const column = (cells: readonly string[], name: string) => cells[names.indexOf(name)] ?? ''
  return lines.map((line) => line.split('\t')).map((cells) => ({
    file: column(cells, 'file'), kind: column(cells, 'kind'),
    facts: new Map(column(cells, 'a_correct_importer_must_read').split(';').flatMap((fact) => { const at = fact.indexOf('='); return at < 0 ? [] : [[fact.slice(0, at).trim(), fact.slice(at + 1).trim()] as const] })),
  }))
}

/** `LUAD:186|LUSC:34` */
const counts = (fact: string) => new Map(fact.split('|').map((one) => { const at = one.lastIndexOf(':'); return [one.slice(0, at), Number(one.slice(at + 1))] as const }))
const kindCount = (reading: RecordReading, kind: string) => reading.alterations.filter((one) => one.kind === kind).length

type Compared = { fact: string; expected: string; found: string }
type Compare = (fact: string, reading: RecordReading, facts: ReadonlyMap<string, string>) => [expected: string, found: string] | null

const tables = new Set(['maf', 'cbioportal', 'gene-table'])
const number = (fact: string, found: number): [string, string] => [fact, String(found)]

/** What a fact is held against in the reading; null: the fact says nothing of what is read (numbers of columns, of comment lines). */
const compares: Readonly<Record<string, Compare>> = {
  rows: (fact, reading) => (tables.has(reading.format) && reading.records > 0 ? number(fact, reading.records) : null),
  samples: (fact, reading) => (/^[0-9]+$/.test(fact) ? (tables.has(reading.format) && reading.samples.length > 0 ? number(fact, reading.samples.length) : null) : null),
  n_samples: (fact, reading) => number(fact, reading.samples.length),
  patients: (fact, reading) => (reading.format === 'cbioportal' && reading.clinical.length > 0 ? number(fact, new Set(reading.clinical.map((row) => row.patient)).size) : null),
  oncotree: (fact, reading) => {
    if (reading.clinical.length === 0) return null
    const read = Object.groupBy(reading.clinical, (row) => row.oncotree ?? '')
    const expected = new Map<string, number>()
    for (const [code, count] of counts(fact)) { const now = successorsOf(code)[0] ?? code; expected.set(now, (expected.get(now) ?? 0) + count) }
    return [[...expected].map(([code, count]) => `${code}:${count}`).join('|'), [...expected].map(([code]) => `${code}:${read[code]?.length ?? 0}`).join('|')]
  },
  variant_classes: (fact, reading) => { const silent = counts(fact).get('Silent'); return silent === undefined || reading.format !== 'maf' ? null : number(String(silent), reading.listed['silent'] ?? 0) },
  ncbi_build: (fact, reading, facts) => (facts.get('distinct_ncbi_build') === '1' && tables.has(reading.format) ? [buildOfName(fact.slice(0, fact.lastIndexOf(':'))), reading.genomeBuild] : null),
  cna_samples: (fact, reading) => number(fact, reading.samples.length),
  'cna_+2': (fact, reading) => number(fact, kindCount(reading, 'amplification')), 'cna_-2': (fact, reading) => number(fact, kindCount(reading, 'deletion')),
  records: (fact, reading) => (reading.format === 'vcf' ? number(fact, reading.records) : null),
  'TMB: Total TMB': (fact, reading) => number(fact, Number(reading.biomarkers.find((marker) => marker.name === 'TMB')?.value)),
  'MSI: Percent Unstable MSI Sites': (fact, reading) => [Number(fact) >= 20 ? 'MSI-H' : 'MSS', String(reading.biomarkers.find((marker) => marker.name === 'MSI')?.value)],
  'Gene Amplifications rows': (fact, reading) => number(fact, kindCount(reading, 'amplification')),
  'Fusions rows': (fact, reading) => (reading.format === 'tso500' ? number(fact, kindCount(reading, 'fusion')) : null),
  'Small Variants rows': (fact, reading) => number(fact, reading.records - kindCount(reading, 'amplification')),
  'Small Variants rows naming a gene': (fact, reading) => number(fact, reading.records - kindCount(reading, 'amplification') - (reading.listed['no_gene_annotation'] ?? 0)),
  'short-variant': (fact, reading) => number(fact, reading.records - kindCount(reading, 'amplification') - kindCount(reading, 'rearrangement')),
  'copy-number-alteration': (fact, reading) => number(fact, kindCount(reading, 'amplification') + kindCount(reading, 'deletion')),
  'variants(LOINC 69548-6)': (fact, reading) => (reading.format === 'fhir-genomics' ? number(fact, reading.records) : null),
  rearrangement: (fact, reading) => number(fact, kindCount(reading, 'rearrangement') + kindCount(reading, 'fusion')),
}

/** Every fact of a file that speaks of what is read, beside what was read. */
export function compared({ facts }: ManifestRow, reading: RecordReading): Compared[] {
  return [...facts].flatMap(([fact, said]) => {
    const result = Object.hasOwn(compares, fact) ? compares[fact]?.(said, reading, facts) : null
    return result ? [{ fact, expected: result[0], found: result[1] }] : []
  })
}
