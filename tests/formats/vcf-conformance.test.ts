import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readRecords } from '#src/formats/read-records.ts'
import { defaultLimits } from '#src/formats/record-file.ts'
import { hasSharedData, sharedPath } from '#tests/support/shared-data.ts'

const present = hasSharedData('cases', 26)
const at = (file: string) => sharedPath('cases', file) ?? ''
const index = () => readFileSync(at('vcf-conformance/ebi_index.tsv'), 'utf8').trimEnd().split('\n').slice(1).map((line) => line.split('\t')).map(([file = '', version = '', expected = '']) => ({ file, version, expected }))
const read = (file: string) => readRecords([{ name: 'file', bytes: new Uint8Array(readFileSync(at(file))) }], { resolveGene: (symbol) => ({ symbol, via: 'none' }), limits: defaultLimits })

/** What a person is asked of a sound file, too: no fault of it. */
const questions = new Set(['genome_build_unknown', 'no_gene_annotation', 'tumour_sample_unclear'])

/** Where our verdict differs from the collection's, and why. */
const exceptions: Readonly<Record<string, string>> = {
  'vcf-conformance/ebi/v4.3/failed/failed_meta_contig_003.vcf': 'The contig is called 1.*; the grammar of VCF 4.3 (1.4.7) allows an asterisk behind the first character, and the HLA contigs of GRCh38 have one (HLA-A*01:01:01:01).',
  'vcf-conformance/ebi/v4.4/failed/failed_meta_contig_003.vcf': 'As in 4.3: the asterisk is allowed behind the first character.',
  'vcf-conformance/ebi/v4.4/passed/passed_body_alt.vcf': 'Its line 12 holds the likelihood "-0r.58", which is no number: we say so, the collection lets undeclared keys pass.',
}

describe.runIf(present)('the conformance collection', () => {
  it('every file has the expected verdict or a written reason; every fault names rule, line and column', async () => {
    const files = index()
    expect(files).toHaveLength(489)
    const differing: string[] = []
    for (const { file, expected } of files) {
      const reading = await read(file)
      const faults = reading.problems.filter((problem) => !questions.has(problem.code))
      const isBad = /failed|non_readable/.test(expected)
      if (isBad !== faults.length > 0) differing.push(file)
      for (const fault of faults.filter((one) => one.code !== 'format_not_read')) expect([file, fault.code, typeof fault.line, typeof fault.column]).toEqual([file, fault.code, 'number', 'string'])
      expect([file, reading.records]).toEqual([file, reading.read + Object.values(reading.listed).reduce((sum, count) => sum + count, 0)])
    }
    expect(differing.sort()).toEqual(Object.keys(exceptions).sort())
  }, 60_000)

  it.each([
    ['v4.1/failed/failed_body_alt_000.vcf', 'allele_ambiguous', 4, 'ALT'], ['v4.1/failed/failed_body_chrom_002.vcf', 'chromosome_invalid', 4, 'CHROM'], ['v4.1/failed/failed_body_duplicated_001.vcf', 'record_twice', 6, 'ALT'],
    ['v4.1/failed/failed_body_duplicated_002.vcf', 'record_twice', 5, 'ALT'], ['v4.1/failed/failed_body_info_000.vcf', 'info_value_count', 4, 'INFO'], ['v4.1/failed/failed_body_info_010.vcf', 'info_value_invalid', 4, 'INFO'],
    ['v4.1/failed/failed_body_info_033.vcf', 'info_value_invalid', 5, 'INFO'], ['v4.1/failed/failed_body_sample_004.vcf', 'sample_value_count', 5, 'HG00096'], ['v4.1/failed/failed_body_sample_008.vcf', 'sample_value_invalid', 5, 'HG00096'],
    ['v4.1/failed/failed_body_samples_ploidy_001.vcf', 'sample_value_count', 4, 'HG00096'], ['v4.1/failed/failed_body_contiguous_001.vcf', 'chromosomes_not_in_order', 9, 'CHROM'], ['v4.1/failed/failed_header_001.vcf', 'format_without_samples', 2, 'FORMAT'],
    ['v4.1/failed/failed_meta_001.vcf', 'header_against_specification', 3, 'ALT'], ['v4.1/failed/failed_meta_pedigreedb_002.vcf', 'header_against_specification', 3, 'pedigreeDB'], ['v4.3/failed/failed_body_no_newline_001.vcf', 'no_line_end', 4, 'HG00097'],
    ['v4.3/failed/failed_meta_meta_001.vcf', 'header_against_specification', 3, 'META'], ['v4.3/failed/failed_body_filter_005.vcf', 'filter_invalid', 4, 'FILTER'], ['v4.4/failed/failed_body_invalid_SV_1.vcf', 'structural_length', 13, 'INFO'],
    ['v4.4/failed/failed_body_invalid_SV_4.vcf', 'tandem_repeat', 21, 'INFO'], ['v4.4/failed/failed_body_invalid_CNVTR_4.vcf', 'tandem_repeat', 21, 'INFO'], ['v4.4/failed/failed_body_invalid_info_count.vcf', 'structural_values', 13, 'INFO'],
    ['v4.4/failed/failed_body_invalid_format_1.vcf', 'format_invalid', 21, 'FORMAT'], ['v4.4/failed/failed_body_invalid_format_2.vcf', 'structural_length', 15, 'INFO'], ['v4.4/failed/failed_body_invalid_sample_PSL.vcf', 'phase_set_invalid', 16, 'HG00096'],
  ])('%s: %s at line %i, %s', async (file, code, line, column) => {
    const { problems } = await read(`vcf-conformance/ebi/${file}`)
    expect(problems.find((problem) => problem.code === code)).toMatchObject({ code, line, column })
  })

  it('reads all of them one after another below 300 MB of memory', () => {
    const script = `import { readFileSync } from 'node:fs'
      import { readRecords } from '#src/formats/read-records.ts'
      import { defaultLimits } from '#src/formats/record-file.ts'
      for (const file of JSON.parse(process.argv[1])) await readRecords([{ name: 'file', bytes: new Uint8Array(readFileSync(file)) }], { resolveGene: (symbol) => ({ symbol, via: 'none' }), limits: defaultLimits })
      console.log(process.resourceUsage().maxRSS)`
    const kilobytes = Number(execFileSync(process.execPath, ['--input-type=module', '-e', script, JSON.stringify(index().map(({ file }) => at(file)))], { encoding: 'utf8' }))
    expect(kilobytes).toBeGreaterThan(10_000)
    expect(kilobytes).toBeLessThan(300 * 1024)
  }, 60_000)
})
