import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { importCommand } from '#src/cli/commands/import.ts'
import { studyCommand } from '#src/cli/commands/study.ts'
import { outputOf } from '#tests/support/command-output.ts'
import { tabbed } from '#tests/support/reading-of.ts'

const folder = mkdtempSync(join(tmpdir(), 'records-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string, content: string) => { const path = join(folder, name); writeFileSync(path, content); return path }

const names = ['Hugo_Symbol', 'NCBI_Build', 'Chromosome', 'Start_Position', 'Variant_Classification', 'Reference_Allele', 'Tumor_Seq_Allele2', 'Tumor_Sample_Barcode', 'HGVSp_Short', 't_alt_count', 't_ref_count']
const mutations = file('data_mutations.txt', tabbed(names, ['BRAF', 'GRCh37', 7, 140453136, 'Missense_Mutation', 'A', 'T', 'S1', 'p.V600E', 31, 69], ['TP53', 'GRCh37', 17, 5, 'Silent', 'C', 'T', 'S1', 'p.P5=', 3, 9], ['KRAS', 'GRCh37', 12, 25398285, 'Missense_Mutation', 'C', 'A', 'S2', 'p.G12C', 9, 9]))
const clinical = file('data_clinical_sample.txt', tabbed(['PATIENT_ID', 'SAMPLE_ID', 'ONCOTREE_CODE'], ['P1', 'S1', 'MEL'], ['P2', 'S2', 'LUAD'], ['P3', 'S3', 'NA']))
const broken = file('broken.vcf', '##fileformat=VCFv4.2\n##reference=GRCh38\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n7\tx\t.\tA\tG\t.\tPASS\t.\n')

describe('consilium import', () => {
  it('prints the published shape as JSON, and what was counted stands under problems too', async () => {
    const { code, out } = await outputOf(importCommand, [mutations, '--json'])
    const printed = JSON.parse(out) as Record<string, unknown> // its shape is what the next lines check
    expect(Object.keys(printed)).toEqual(['format', 'genomeBuild', 'samples', 'records', 'read', 'listed', 'alterations', 'biomarkers', 'notTested', 'tables', 'problems'])
    expect(printed).toMatchObject({ format: 'maf', genomeBuild: 'GRCh37', samples: ['S1', 'S2'], records: 3, read: 2, listed: { silent: 1 } })
    expect((printed['alterations'] as unknown[])[0]).toEqual({ gene: 'BRAF', kind: 'snv', hgvsp: 'p.V600E', hgvsc: null, genomic: { chrom: '7', pos: 140453136, ref: 'A', alt: 'T' }, vaf: 0.31, depth: 100, copyNumber: null, partner: null, origin: 'unknown', filter: null, sample: 'S1' })
    expect(printed['problems']).toContainEqual({ severity: 'warning', code: 'listed_silent', file: 'data_mutations.txt', line: null, message: '1 counted, not read: they do not change the protein.' })
    expect(code).toBe(0)
  })

  it('shows the columns of a table it does not understand, and reads it by --map, given as words or as a file', async () => {
    const table = file('befund.csv', 'Locus;A=B\nEGFR;p.L858R\n')
    const asked = await outputOf(importCommand, [table])
    expect([asked.code, asked.out]).toEqual([1, expect.stringMatching(/Columns of befund\.csv \(not understood[^]*Locus +gene +perhaps; not read by +EGFR/)])
    const mapping = file('map.json', '{"Locus":"gene","A=B":"protein"}')
    for (const map of [['--map', 'Locus=gene', '--map', 'A=B=protein'], ['--map', mapping]]) {
      const { code, out } = await outputOf(importCommand, [table, '--json', ...map])
      expect([code, JSON.parse(out)]).toMatchObject([0, { alterations: [{ gene: 'EGFR', hgvsp: 'p.L858R' }], tables: [{ understood: true }] }])
    }
    for (const map of ['Locus=colour', 'gone.json']) expect((await outputOf(importCommand, [table, '--map', map])).code).toBe(2)
  })

  it('prints sentences without --json, and reads one sample', async () => {
    const { code, out } = await outputOf(importCommand, [mutations, '--sample', 'S2'])
    expect(out).toMatch(/Records {9}3 = 1 read \+ 2 listed/)
    expect(out).toMatch(/KRAS.*p\.G12C.*50\.0 %/)
    expect(code).toBe(0)
  })

  it('exits 1 with the reason for a faulty file, a missing file; 2 without a file', async () => {
    expect(await outputOf(importCommand, [broken])).toMatchObject({ code: 1, out: expect.stringContaining('"x" is not a whole number') })
    expect(await outputOf(importCommand, [join(folder, 'nothing.vcf')])).toMatchObject({ code: 1, err: expect.stringContaining('There is no file') })
    expect((await outputOf(importCommand, [])).code).toBe(2)
  })
})

describe('consilium study', () => {
  it('gives one line a sample, analysed by its own tumour type', async () => {
    const { code, out, err } = await outputOf(studyCommand, [mutations, clinical, '--date', '2026-11-01'])
    const lines = out.trimEnd().split('\n').map((line) => JSON.parse(line) as { sample: string; tumourType: string; drivers: { gene: string }[]; therapies: { therapy: string }[] }) // one object a line
    expect(lines.map((line) => [line.sample, line.tumourType, line.drivers.map((driver) => driver.gene)])).toEqual([['S1', 'MEL', ['BRAF']], ['S2', 'LUAD', ['KRAS']]])
    expect(lines[0]?.therapies.length).toBeGreaterThan(0)
    expect(err).toMatch(/1 samples have no OncoTree code/)
    expect(code).toBe(0)
  })

  it('gives the figures of the cohort', async () => {
    const { out } = await outputOf(studyCommand, [mutations, clinical, '--summary', '--json', '--date', '2026-11-01'])
    expect(JSON.parse(out)).toMatchObject({ samples: 3, withoutTumourType: 1, all: { samples: 2, driversPerTumour: 1, withDriver: 1 }, byTumourType: { MEL: { samples: 1 }, LUAD: { samples: 1 } } })
    expect((await outputOf(studyCommand, [mutations, clinical, '--summary'])).out).toMatch(/all +2 +1\.00 +100\.0 %/)
  })

  it('refuses a date and a code that are none, and a folder without samples', async () => {
    expect((await outputOf(studyCommand, [mutations, '--date', '2026-02-30'])).code).toBe(2)
    expect((await outputOf(studyCommand, [mutations, '--tumour-type', 'NOPE'])).code).toBe(2)
    expect((await outputOf(studyCommand, [mutations])).code).toBe(1)
    expect((await outputOf(studyCommand, [mutations, '--tumour-type', 'LUAD'])).code).toBe(0)
  })
})
