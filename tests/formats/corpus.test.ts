import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { recordFiles } from '#src/cli/record-files.ts'
import type { RecordReading } from '#src/domain/record-reading.ts'
import { readRecords } from '#src/formats/read-records.ts'
import { defaultLimits } from '#src/formats/record-file.ts'
import { minimalAllele } from '#src/formats/vcf/allele.ts'
import { hasSharedData, sharedPath } from '#tests/support/shared-data.ts'

const present = hasSharedData('cases', 10)
const at = (...parts: string[]) => sharedPath('cases', ...parts) ?? ''
const read = async (paths: readonly string[], sample: string | null = null): Promise<RecordReading> =>
  readRecords(await recordFiles(paths), { resolveGene: (symbol) => ({ symbol, via: 'none' }), limits: defaultLimits, sample })
const tsv = (path: string) => {
  const bytes = readFileSync(path)
  const [names = '', ...lines] = (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('utf8').trimEnd().split('\n')
  return lines.map((line) => { const cells = line.split('\t'); return Object.fromEntries(names.split('\t').map((name, place) => [name, cells[place] ?? ''])) })
}
const listedSum = (reading: RecordReading) => Object.values(reading.listed).reduce((sum, count) => sum + count, 0)
const files = (folder: string): string[] => readdirSync(folder).flatMap((name) => { const path = join(folder, name); return statSync(path).isDirectory() ? files(path) : [path] })
/** Data lines of a VCF, counted without our reader. */
const dataLines = (path: string) => { const bytes = readFileSync(path); return (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('latin1').split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#')).length }

describe.runIf(present)('real files', () => {
  it('every file of the collection is answered: no crash, records = read + listed, a refusal is a sentence', async () => {
    const all = ['vcf', 'vcf-conformance', 'maf', 'maf-conformance', 'case', 'tso500', 'lab-xml', 'mtb-json', 'phenopacket', 'vendor-xml', 'study', 'fhir'].flatMap((folder) => files(at(folder)))
    expect(all.length).toBeGreaterThan(900)
    for (const path of all) {
      const reading = await read([path])
      expect(reading.records, path).toBe(reading.read + listedSum(reading))
      for (const problem of reading.problems) expect(problem.message, path).toMatch(/^[A-Z0-9"].{15,}[.:!…)]$/s)
    }
  }, 120_000)

  it('every VCF of the manifest: as many records as bcftools and the manifest count, the build its header states', async () => {
    const rows = tsv(at('manifest.tsv')).filter((row) => /^(vcf|gvcf)/.test(row['kind'] ?? '') && (row['file'] ?? '').startsWith('vcf/') && /records=\d+/.test(row['a_correct_importer_must_read'] ?? ''))
    expect(rows.length).toBeGreaterThan(50)
    for (const row of rows) {
      const reading = await read([at(row['file'] ?? '')])
      const said = Number(/records=(\d+)/.exec(row['a_correct_importer_must_read'] ?? '')?.[1])
      if (!reading.problems.some((problem) => problem.code === 'vcf_without_header')) expect([row['file'], reading.records]).toEqual([row['file'], said])
      if (row['genome_build']?.endsWith('(header)')) expect([row['file'], reading.genomeBuild]).toEqual([row['file'], row['genome_build'].slice(0, 6)])
      if (row['genome_build'] === 'not stated in header') expect([row['file'], reading.genomeBuild]).toEqual([row['file'], 'unknown'])
    }
  }, 60_000)

  it('alleles, filters and minimal forms equal the independently computed tables', async () => {
    for (const counts of tsv(at('expected', 'vcf_counts.tsv'))) {
      const path = at(counts['file'] ?? '')
      const reading = await read([path])
      expect([counts['file'], reading.records]).toEqual([counts['file'], Number(counts['records'])])
    }
    const tables = readdirSync(at('expected')).filter((name) => name.startsWith('variants__'))
    const vcfs = new Map([...files(at('vcf')), ...files(at('case'))].map((path) => [`variants__${path.slice(at().length + 1).replaceAll('/', '_').replaceAll('-', '_')}.tsv.gz`, path]))
    let compared = 0
    for (const name of tables) {
      const path = [...vcfs].find(([key]) => key.replaceAll('-', '_') === name.replaceAll('-', '_'))?.[1]
      expect(path, name).toBeDefined()
      const reading = await read([path ?? ''])
      const kept = new Map(reading.alterations.map((one) => [`${one.genomic?.chrom}:${one.genomic?.pos}:${one.genomic?.ref}>${one.genomic?.alt}`, one.filter]))
      const isAnnotated = reading.alterations.some((one) => one.gene !== '')
      for (const row of tsv(at('expected', name))) {
        const chrom = (row['chrom'] ?? '').replace(/^chr/, '')
        const minimal = minimalAllele(Number(row['pos']), row['ref'] ?? '', row['alt'] ?? '')
        if (/^[ACGTNacgtn]+$/.test(`${row['ref']}${row['alt']}`)) expect([name, minimal.pos, minimal.ref, minimal.alt]).toEqual([name, Number(row['min_pos']), row['min_ref'], row['min_alt']])
        const found = kept.get(`${chrom}:${minimal.pos}:${minimal.ref}>${minimal.alt}`)
        if (found !== undefined) { expect([name, row['pos'], found]).toEqual([name, row['pos'], row['filter']]); compared++ }
        // A plain VCF keeps every allele but those that its tumour does not carry or that are no allele at all.
        else if (!isAnnotated) expect([name, row['pos'], reading.listed]).toEqual([name, row['pos'], expect.objectContaining({ [/[^ACGTN[\]<>.,:=A-Za-z0-9_]/i.test(row['alt'] ?? '') || row['alt'] === 'I' ? 'unreadable_line' : 'not_in_the_tumour_sample']: expect.any(Number) })])
      }
    }
    expect(compared).toBeGreaterThan(5500)
  }, 60_000)

  it('spot facts: BRAF V600E of the colon case on both builds; Delly, Manta, duplicate columns, joined filters', async () => {
    const has = (reading: RecordReading, pos: number) => reading.alterations.find((one) => one.genomic?.chrom === '7' && one.genomic.pos === pos)
    expect(has(await read([at('case/pcgr/T001-COAD.grch38.vcf.gz')]), 140753336)).toMatchObject({ genomic: { ref: 'A', alt: 'T' }, filter: 'PASS', vaf: 0.314815 })
    expect(has(await read([at('case/pcgr/T001-COAD.grch37.vcf.gz')]), 140453136)).toMatchObject({ genomic: { ref: 'A', alt: 'T' }, filter: 'PASS' })
    const mutect = await read([at('vcf/vcf2maf/test_mutect.vcf')])
    expect([mutect.records, mutect.samples, mutect.tumourSamples, mutect.alterations.filter((one) => one.filter === 'PASS').length]).toEqual([500, ['NORMAL', 'TUMOR'], ['TUMOR'], 5])
    const delly = await read([at('vcf/vcf2maf/test_delly.vcf')])
    expect([delly.records, delly.samples, delly.tumourSamples]).toEqual([15, ['TUMOR', 'NORMAL'], ['TUMOR']])
    const twice = await read([at('vcf/megsap/an_somatic_cancerhotspots_in1.vcf')])
    expect([twice.records, twice.problems.map((problem) => problem.code)]).toEqual([7, expect.arrayContaining(['duplicate_sample_name'])])
    expect(twice.alterations.filter((one) => one.gene === 'TERT').map((one) => one.hgvsc)).toEqual(['c.-146C>T'])
    const dragen = await read([at('vcf/megsap/an_filter_dragen_somatic_in1.vcf.gz')])
    expect([dragen.records, dragen.alterations.filter((one) => one.filter === 'PASS').length, dragen.alterations.some((one) => one.filter?.includes(';'))]).toEqual([663, 40, true])
    const manta = await read([at('vcf/vstol/colo829-dna-illumina_manta_outputs__results__variants__somaticSV.vcf.gz')])
    expect([manta.records, manta.alterations.filter((one) => one.genomic?.alt.includes('[') || one.genomic?.alt.includes(']')).length, manta.alterations.filter((one) => one.filter === 'PASS').length]).toEqual([589, 458, 207])
  }, 30_000)

  it('HCC1395 annotated by VEP: 1,470 records, the tumour by its header, changes as annotated', async () => {
    const reading = await read([at('vcf/pvactools/annotated.expression.vcf.gz')])
    expect(reading).toMatchObject({ records: 1470, genomeBuild: 'GRCh38', tumourSamples: ['HCC1395_TUMOR_DNA'] })
    expect(reading.read).toBeGreaterThan(400)
    expect(reading.alterations.every((one) => one.gene !== '' && one.vaf !== null)).toBe(true)
    const other = await read([at('vcf/pvactools/input.vcf')])
    expect([other.records, other.samples]).toEqual([477, ['H_NJ-HCC1395-HCC1395']])
  })

  it('the lung study: patients, tumour types, mutations, calls and structural variants as counted apart', async () => {
    const reading = await read([at('study/nsclc_pd1_msk_2018')])
    const count = (is: (one: RecordReading['alterations'][number]) => boolean) => reading.alterations.filter(is).length
    expect(reading.samples).toHaveLength(240)
    expect(new Set(reading.clinical.map((row) => row.patient)).size).toBe(240)
    expect(Object.groupBy(reading.clinical, (row) => row.oncotree ?? '')).toMatchObject({ LUAD: { length: 186 }, LUSC: { length: 34 }, NSCLC: { length: 13 }, LUNE: { length: 7 } })
    expect([count((one) => one.kind === 'amplification'), count((one) => one.kind === 'deletion')]).toEqual([346, 101])
    const structural = reading.alterations.filter((one) => one.kind === 'fusion' || one.kind === 'rearrangement')
    expect([structural.length, new Set(structural.map((one) => one.sample)).size]).toEqual([51, 40])
    const mutations = await read([at('study/nsclc_pd1_msk_2018/data_mutations.txt')])
    expect([mutations.records, mutations.samples.length]).toEqual([2517, 240])
  })

  it('case facts: every mutation, call and structural variant of sixteen samples', async () => {
    type Fact = { study: string; sample: string; patient: string; oncotree: string; tmb: string | null; n_mutations: number; mutations: { gene: string; protein: string; class_: string; start: string; ref: string; alt: string; t_alt: string }[]; amplified: string[]; deep_deleted: string[]; n_sv: number }
    const facts = JSON.parse(readFileSync(at('expected', 'case_facts.json'), 'utf8')) as Fact[] // written by the collection, shape as listed here
    expect(facts).toHaveLength(16)
    for (const fact of facts) {
      const reading = await read([at('study', fact.study)], fact.sample)
      expect(reading.clinical.find((row) => row.sample === fact.sample)).toMatchObject({ patient: fact.patient, oncotree: fact.oncotree })
      for (const mutation of fact.mutations) {
        const same = reading.alterations.find((one) => one.gene === mutation.gene && one.genomic?.pos === Number(mutation.start) && one.genomic.ref === mutation.ref && one.genomic.alt === mutation.alt)
        const isOutside = ['Silent', 'Intron', 'IGR', 'RNA', "3'UTR", "5'UTR", "3'Flank", "5'Flank", 'lincRNA'].includes(mutation.class_) && !(mutation.gene === 'TERT')
        if (isOutside) { expect([fact.sample, mutation.gene, same]).toEqual([fact.sample, mutation.gene, undefined]); continue }
        expect(same, `${fact.sample} ${mutation.gene} ${mutation.protein}`).toBeDefined()
        if (mutation.protein !== '') expect([mutation.gene, same?.hgvsp]).toEqual([mutation.gene, mutation.protein === '*719*' ? 'p.*719=' : mutation.protein])
        if (mutation.t_alt !== '') expect([mutation.gene, same?.altReads]).toEqual([mutation.gene, Number(mutation.t_alt)])
      }
      const genes = (kind: string) => reading.alterations.filter((one) => one.kind === kind).map((one) => one.gene).sort()
      expect([fact.sample, genes('amplification'), genes('deletion')]).toEqual([fact.sample, [...fact.amplified].sort(), [...fact.deep_deleted].sort()])
      expect([fact.sample, reading.alterations.filter((one) => one.kind === 'fusion' || one.kind === 'rearrangement').length]).toEqual([fact.sample, fact.n_sv])
      if (fact.tmb !== null) expect(reading.biomarkers.find((marker) => marker.name === 'TMB')?.value).toBeCloseTo(Number(fact.tmb), 6)
    }
  }, 60_000)

  it('TCGA and laboratory MAFs: as many rows as the file holds, silent rows counted, no build where none is stated', async () => {
    for (const row of tsv(at('manifest.tsv')).filter((one) => /\.maf(\.gz)?$/.test(one['file'] ?? '') && (one['file'] ?? '').startsWith('maf/'))) {
      const reading = await read([at(row['file'] ?? '')])
      expect([row['file'], reading.records]).toEqual([row['file'], Number(row['rows'])])
      const silent = Number(/Silent:(\d+)/.exec(row['a_correct_importer_must_read'] ?? '')?.[1] ?? NaN)
      if (!Number.isNaN(silent)) expect([row['file'], reading.listed['silent']]).toEqual([row['file'], silent])
      if ((row['file'] ?? '').includes('MC3')) expect(reading.genomeBuild).toBe('unknown')
    }
  }, 60_000)

  it('laboratory reports: TSO500, Foundation XML, FHIR bundles', async () => {
    for (const name of ['sample_CombinedVariantOutput.tsv', 'sample_CombinedVariantOutput_blanks.tsv']) {
      const tso500 = await read([at('tso500', name)])
      expect([tso500.biomarkers.map((marker) => marker.value), tso500.alterations.filter((one) => one.kind === 'amplification').map((one) => one.gene)]).toEqual([[275.6, 'MSI-H'], ['MYCN', 'MET', 'MYC']])
      const data = readFileSync(at('tso500', name), 'utf8')
      expect(tso500.records).toBe(3 + data.slice(data.indexOf('[Small Variants]')).split('\n').slice(2).filter((line) => line.trim() !== '').length)
    }
    const foundation = await read([at('vendor-xml/foundation/fmi_sample_target-gene.xml')])
    const status = (word: string) => foundation.alterations.filter((one) => one.asReported.includes(`status ${word}`) && ['snv', 'indel', 'splice'].includes(one.kind)).length
    expect([foundation.records, status('known'), status('likely'), status('unknown')]).toEqual([54, 4, 20, 24])
    expect(foundation.alterations.filter((one) => one.kind === 'amplification').map((one) => [one.gene, one.asReported.includes('equivocal')])).toEqual([['CDK4', false], ['CCND3', true], ['MYC', false], ['PIM1', true], ['RAD21', true]])
    expect(foundation.alterations.filter((one) => one.gene === 'TP53')).toHaveLength(5)
    expect(foundation.alterations.find((one) => one.gene === 'NF1' && one.kind === 'rearrangement')?.genomic?.chrom).toBe('17')
    expect(foundation.biomarkers.map((marker) => [marker.name, marker.value, marker.call])).toEqual([['MSI', 'MSS', 'low'], ['TMB', 0.73, 'low']])
    expect(foundation.problems.map((problem) => problem.code)).toContain('quality_control_not_passed')
    const oncology = await read([at('fhir/genomics-reporting-3.0.0/Bundle-bundle-oncologyexamples-r4.json')])
    expect(oncology.alterations.map((one) => one.gene).sort()).toEqual(['ERBB4', 'JAK2', 'KDR'])
    expect((await read([at('fhir/mcode-4.0.0/Bundle-mcode-patient-bundle-jenny-m.json')])).alterations).toHaveLength(1)
    const misnamed = await read([at('maf/imtb-report/snv.xlsx')])
    expect([misnamed.format, misnamed.records]).toEqual(['gene-table', 4])
  })

  it('bad VCFs get an answer that names the fault', async () => {
    const broken = files(at('vcf-conformance')).filter((path) => path.includes('/failed/'))
    let named = 0
    for (const path of broken) {
      const reading = await read([path])
      if (reading.problems.some((problem) => !['genome_build_unknown', 'no_gene_annotation', 'tumour_sample_unclear'].includes(problem.code))) named++
      expect([path, reading.records <= dataLines(path)]).toEqual([path, true])
    }
    expect(named).toBeGreaterThan(230)
    const sound = files(at('vcf-conformance')).filter((path) => path.includes('/passed/'))
    for (const path of sound) expect([path, (await read([path])).problems.filter((problem) => problem.severity === 'error')]).toEqual([path, []])
  }, 60_000)
})
