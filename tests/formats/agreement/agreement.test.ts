import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { recordFiles } from '#src/cli/record-files.ts'
import type { RecordReading } from '#src/domain/record-reading.ts'
import { readRecords } from '#src/formats/read-records.ts'
import { loadKnowledge } from '#src/knowledge/load-knowledge.ts'
import { readContext } from '#src/server/intake/read-context.ts'
import { hasSharedData, sharedPath } from '#tests/support/shared-data.ts'
import { compared, manifestRows } from './manifest-facts.ts'

const present = hasSharedData('cases', 2)
const at = (path: string) => sharedPath('cases', path) ?? ''

/** Where the collection's count and ours differ, and why ours stands. A reason that no longer holds fails the test. */
const reasons: Readonly<Record<string, string>> = {
  'case/moalmanac/example_patient.rna.star.fusions.txt rows 177 178': 'STAR-Fusion writes its header behind a #; the count took the first fusion for the header',
  'maf-conformance/cbioportal/data_mutations_silent_alternative.maf variant_classes 2 1': 'one of the two silent rows names no gene and is counted under that reason',
  'maf/imtb-report/cnv.csv rows 2 3': 'a table without header; the count took its first row for one',
  'maf/imtb-report/snv.csv rows 4 5': 'a table without header; the count took its first row for one',
  'maf/imtb-report/snv.txt rows 4 5': 'a table without header; the count took its first row for one',
  'maf/imtb-report/snv_extra_column.csv rows 4 5': 'a table without header; the count took its first row for one',
  'vcf/megsap/an_somatic_cancerhotspots_in1.vcf n_samples 2 1': 'two columns of one sample name (trap 2): one name, and the problem says that they cannot be told apart',
}

describe.runIf(present)('what was counted independently', () => {
  const context = readContext(loadKnowledge())
  const read = async (path: string): Promise<RecordReading> => readRecords(await recordFiles([at(path)]), context)

  it('agrees with what is read, file by file of the manifest', async () => {
    const table = new Map<string, { files: number; facts: number; agreeing: number; reasoned: number }>()
    const open: string[] = []
    const used = new Set<string>()
    for (const row of manifestRows(at('manifest.tsv'))) {
      // Results of other programs, not records of a patient.
      if (row.file.startsWith('gold/')) continue
      const reading = await read(row.file)
      const counts = table.get(reading.format) ?? { files: 0, facts: 0, agreeing: 0, reasoned: 0 }
      table.set(reading.format, counts)
      counts.files++
      for (const { fact, expected, found } of compared(row, reading)) {
        counts.facts++
        const difference = `${row.file} ${fact} ${expected} ${found}`
        if (expected === found) counts.agreeing++
        else if (Object.hasOwn(reasons, difference)) { counts.reasoned++; used.add(difference) }
        // A table of VCF lines without the line that names its columns is refused, as nobody can say which column is which.
        else if (reading.problems.some((problem) => problem.code === 'vcf_without_header')) counts.reasoned++
        else open.push(difference)
      }
    }
    for (const [format, { files, facts, agreeing, reasoned }] of table) process.stdout.write(`agreement ${format.padEnd(16)} ${String(files).padStart(4)} files ${String(facts).padStart(4)} facts ${String(agreeing).padStart(4)} agree ${reasoned} differ with a reason\n`)
    expect(open).toEqual([])
    expect(Object.keys(reasons).filter((reason) => !used.has(reason))).toEqual([])
    expect([...table.values()].reduce((sum, { facts }) => sum + facts, 0)).toBeGreaterThan(350)
  }, 240_000)

  const kinds = (reading: RecordReading, ...wanted: string[]) => reading.alterations.filter((one) => wanted.includes(one.kind)).length
  const passed = (reading: RecordReading) => reading.alterations.filter((one) => one.filter === 'PASS').length
  const place = (reading: RecordReading, pos: number) => { const one = reading.alterations.find(({ genomic }) => genomic?.chrom === '7' && genomic.pos === pos); return `${one?.genomic?.ref}>${one?.genomic?.alt} ${one?.filter}` }
  const tso500 = (name: string) => `vcf/variantgrid/tso500__ExampleSample_2600000001__ExampleSample_${name}`

  /** Each line of the spot facts, by its file, and what of it is read. */
  const spots: Readonly<Record<string, () => Promise<readonly [unknown, unknown]>>> = {
    'case/pcgr/T001-COAD.grch38.vcf.gz': async () => { const one = await read('case/pcgr/T001-COAD.grch38.vcf.gz'); return [[place(one, 140753336), one.records, one.samples.length], ['A>T PASS', 3313, 1]] },
    'case/pcgr/T001-COAD.grch37.vcf.gz': async () => { const one = await read('case/pcgr/T001-COAD.grch37.vcf.gz'); return [[place(one, 140453136), one.records], ['A>T PASS', 3317]] },
    'case/pcgr/T001-COAD.grch38.fusions.tsv': async () => { const one = await read('case/pcgr/T001-COAD.grch38.fusions.tsv'); return [[one.records, kinds(one, 'fusion'), one.alterations.some(({ gene, partner }) => gene === 'EML4' && partner === 'ALK')], [9, 9, true]] },
    'study/nsclc_pd1_msk_2018': async () => {
      const [one, mutations] = [await read('study/nsclc_pd1_msk_2018'), await read('study/nsclc_pd1_msk_2018/data_mutations.txt')]
      const structural = one.alterations.filter(({ kind }) => kind === 'fusion' || kind === 'rearrangement')
      return [[new Set(one.clinical.map((row) => row.patient)).size, one.samples.length, mutations.records, mutations.samples.length, kinds(one, 'amplification'), kinds(one, 'deletion'), structural.length, new Set(structural.map(({ sample }) => sample)).size], [240, 240, 2517, 240, 346, 101, 51, 40]]
    },
    'study/lgg_ucsf_2014': async () => { const [one, mutations] = [await read('study/lgg_ucsf_2014'), await read('study/lgg_ucsf_2014/data_mutations_extended.txt')]; return [[new Set(one.clinical.map((row) => row.patient)).size, one.samples.length, mutations.records], [23, 61, 15155]] },
    'study/lgg_P04_timeline/data_mutations.txt': async () => [(await read('study/lgg_P04_timeline/data_mutations.txt')).records, 113],
    'study/study_various_issues': async () => [(await read('study/study_various_issues')).problems.map(({ code, line }) => `${code} ${line ?? ''}`.trim()), expect.arrayContaining(['attribute_type_wrong 3', 'value_not_a_number 536', 'value_not_a_number 540', 'patient_not_described'])],
    'vendor-xml/foundation/fmi_sample_target-gene.xml': async () => {
      const one = await read('vendor-xml/foundation/fmi_sample_target-gene.xml')
      const status = (word: string) => one.alterations.filter(({ kind, asReported }) => ['snv', 'indel', 'splice'].includes(kind) && asReported.includes(`status ${word}`)).length
      return [[status('known'), status('likely'), status('unknown'), kinds(one, 'amplification'), kinds(one, 'rearrangement'), one.alterations.filter(({ gene }) => gene === 'TP53').length, one.biomarkers.map(({ name, value }) => `${name} ${value}`).sort(), one.problems.some(({ code }) => code === 'quality_control_not_passed')], [4, 20, 24, 5, 1, 5, ['MSI MSS', 'TMB 0.73'], true]]
    },
    'vcf/variantgrid/tso500__*': async () => {
      const dna = (name: string) => read(tso500(`DNA_2600000001C__ExampleSample_DNA_2600000001C${name}`))
      const rna = (name: string) => read(tso500(`RNA_2600000001B__ExampleSample_RNA_2600000001B_${name}`))
      const [small, cnv, exons, splice, fusions] = [await dna('.hard-filtered.vcf'), await dna('.cnv.vcf'), await dna('_DragenExonCNV.vcf'), await rna('SpliceVariants.vcf'), await rna('AllFusions.csv')]
      return [[small.records, passed(small), cnv.records, cnv.read, cnv.listed['reference_block'], exons.records, splice.records, passed(splice), fusions.records, small.genomeBuild], [93, 17, 25, 16, 9, 2, 17, 2, 33, 'GRCh37']]
    },
    'tso500/sample_CombinedVariantOutput.tsv': async () => {
      const one = await read('tso500/sample_CombinedVariantOutput.tsv')
      const small = one.records - kinds(one, 'amplification')
      // 35 rows; 34 of them name a gene, which is what the fact counts, and the nameless one is listed.
      return [[one.biomarkers[0]?.value, one.biomarkers[1]?.asReported.includes('64.8'), one.alterations.filter(({ kind }) => kind === 'amplification').map(({ asReported }) => asReported.replace(' fold change', '')), small - (one.listed['no_gene_annotation'] ?? 0)], [275.6, true, ['MYCN 4.464', 'MET 2.173', 'MYC 4.76'], 34]]
    },
    'vcf/vcf2maf/test_mutect.vcf': async () => { const one = await read('vcf/vcf2maf/test_mutect.vcf'); return [[one.records, passed(one), one.samples], [500, 5, ['NORMAL', 'TUMOR']]] },
    'vcf/vcf2maf/test_delly.vcf': async () => { const one = await read('vcf/vcf2maf/test_delly.vcf'); return [[one.records, one.samples], [15, ['TUMOR', 'NORMAL']]] },
    'vcf/pvactools/input.vcf': async () => { const one = await read('vcf/pvactools/input.vcf'); return [[one.records, one.samples.length], [477, 1]] },
    'vcf/megsap/an_somatic_cancerhotspots_in1.vcf': async () => { const one = await read('vcf/megsap/an_somatic_cancerhotspots_in1.vcf'); return [[one.records, one.problems.some(({ code }) => code === 'duplicate_sample_name')], [7, true]] },
    'vcf/megsap/an_filter_dragen_somatic_in1.vcf.gz': async () => { const one = await read('vcf/megsap/an_filter_dragen_somatic_in1.vcf.gz'); return [[one.records, passed(one), one.alterations.some(({ filter }) => filter?.includes(';'))], [663, 40, true]] },
    'vcf/vstol/colo829-dna-illumina_manta_outputs__results__variants__somaticSV.vcf.gz': async () => {
      const one = await read('vcf/vstol/colo829-dna-illumina_manta_outputs__results__variants__somaticSV.vcf.gz')
      return [[one.records, passed(one)], [589, 207]]
    },
    'fhir/genomics-reporting-3.0.0/Bundle-bundle-oncologyexamples-r4.json': async () => [(await read('fhir/genomics-reporting-3.0.0/Bundle-bundle-oncologyexamples-r4.json')).alterations.map(({ gene }) => gene).sort(), ['ERBB4', 'JAK2', 'KDR']],
    'fhir/mcode-4.0.0/Bundle-mcode-patient-bundle-jenny-m.json': async () => [(await read('fhir/mcode-4.0.0/Bundle-mcode-patient-bundle-jenny-m.json')).alterations.length, 1],
    'maf/imtb-report/snv.xlsx': async () => [(await read('maf/imtb-report/snv.xlsx')).format, 'gene-table'],
    'lab-xml/ngs-bits/tumor_only_report_broken_xml.xml': async () => { const one = await read('lab-xml/ngs-bits/tumor_only_report_broken_xml.xml'); return [one.problems.map(({ code, line }) => [code, typeof line]), expect.arrayContaining([['xml_broken', 'number']])] },
    // A kind of record that is not read: refused by its name, and nothing is taken from it.
    'mtb-json/dnpm/mv64e-mtb-fake-patient.json': async () => { const one = await read('mtb-json/dnpm/mv64e-mtb-fake-patient.json'); return [[one.alterations.length, one.problems[0]?.code, one.problems[0]?.message.includes('DNPM')], [0, 'format_not_read', true]] },
  }

  it('every spot fact, each by what it says', async () => {
    const files = readFileSync(at('expected/spot_facts.tsv'), 'utf8').trimEnd().split('\n').slice(1).map((line) => line.split('\t')[0] ?? '')
    // The trial of another program's therapies against those given: no records to read.
    expect(files.filter((file) => !Object.hasOwn(spots, file))).toEqual(['gold/ipredict'])
    for (const file of files) {
      const spot = Object.hasOwn(spots, file) ? spots[file] : undefined
      if (!spot) continue
      const [found, expected] = await spot()
      expect([file, found]).toEqual([file, expected])
    }
  }, 120_000)
})
