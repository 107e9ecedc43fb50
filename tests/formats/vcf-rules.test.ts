import { describe, expect, it } from 'vitest'
import { bytesOf, readingOf } from '#tests/support/reading-of.ts'

type File = { version?: string; meta?: readonly string[]; samples?: readonly string[]; rows: readonly string[] }
const text = ({ version = '4.3', meta = [], samples = [], rows }: File) =>
  [`##fileformat=VCFv${version}`, '##reference=GRCh38', ...meta, ['#CHROM', 'POS', 'ID', 'REF', 'ALT', 'QUAL', 'FILTER', 'INFO', ...(samples.length > 0 ? ['FORMAT', ...samples] : [])].join('\t'), ...rows.map((row) => row.replaceAll(' ', '\t'))].join('\n').concat('\n')
const info = (id: string, number: string, type: string) => `##INFO=<ID=${id},Number=${number},Type=${type},Description="d">`
const format = (id: string, number: string, type: string) => `##FORMAT=<ID=${id},Number=${number},Type=${type},Description="d">`
/** Rule, line and column of each fault, without the questions that every file without annotation is asked. */
const faults = async (file: File) => (await readingOf({ a: text(file) })).problems.filter((problem) => !['no_gene_annotation', 'tumour_sample_unclear'].includes(problem.code)).map((problem) => `${problem.code} ${problem.line} ${problem.column}`)
const ofInfo = (declared: string, value: string, alt = 'G', version = '4.3') => faults({ version, meta: [declared], rows: [`7 1 . A ${alt} . PASS ${value}`] })
const ofSample = (declared: string, keys: string, cell: string, alt = 'G', version = '4.3') => faults({ version, meta: [declared], samples: ['S'], rows: [`7 1 . A ${alt} . PASS . ${keys} ${cell}`] })

describe('values against their declaration', () => {
  it.each([
    [info('X', '1', 'Integer'), ['X=3', 'X=-3', 'X=+3', 'X=.', 'Y=a'], ['X=a', 'X=', 'X=1.5', 'X=1,2', 'X', 'X=1-2', 'X=3 ']],
    [info('X', '1', 'Float'), ['X=3', 'X=.5', 'X=5.', 'X=1e-9', 'X=1E+9', 'X=-inf', 'X=NaN', 'X=Infinity'], ['X=1e', 'X=e5', 'X=1.2.3', 'X=infinit', 'X=-', 'X=..']],
    [info('X', '2', 'Float'), ['X=1,2', 'X=.,2', 'X=.'], ['X=1', 'X=1,2,3', 'X=1,']],
    [info('X', '0', 'Flag'), ['X', 'X=1', 'X=0'], ['X=2', 'X=yes']],
    [info('X', '1', 'Character'), ['X=a', 'X=%2C', 'X=é'], ['X=ab', 'X=']],
    [info('X', '1', 'String'), ['X=a', 'X=a,b', 'X=%41'], ['X=%', 'X=%4', 'X=50%']],
    [info('X', '.', 'Integer'), ['X=1,2,3', 'X=.'], ['X=1,b']],
  ])('INFO %s', async (declared, good, bad) => {
    for (const value of good) expect([value, await ofInfo(declared, value)]).toEqual([value, []])
    for (const value of bad) expect([value, (await ofInfo(declared, value)).length > 0]).toEqual([value, true])
  })

  it('counts a value for each ALT, for each allele, for each genotype', async () => {
    expect(await ofInfo(info('X', 'A', 'Integer'), 'X=1,2', 'G,T')).toEqual([])
    expect(await ofInfo(info('X', 'A', 'Integer'), 'X=1', 'G,T')).toEqual(['info_value_count 5 INFO'])
    expect(await ofInfo(info('X', 'R', 'Integer'), 'X=1,2,3', 'G,T')).toEqual([])
    expect(await ofInfo(info('X', 'R', 'Integer'), 'X=1,2', 'G,T')).toEqual(['info_value_count 5 INFO'])
    expect(await ofSample(format('L', 'G', 'Integer'), 'GT:L', '0/1:1,2,3')).toEqual([])
    expect(await ofSample(format('L', 'G', 'Integer'), 'GT:L', '1:1,2,3')).toEqual(['sample_value_count 5 S'])
    expect(await ofSample(format('L', 'G', 'Integer'), 'GT:L', '0/1/2:1,2,3,4,5,6,7,8,9,10', 'G,T')).toEqual([])
    expect(await ofSample(format('L', 'G', 'Integer'), 'GT:L', '.:1,2,3')).toEqual([])
    expect(await ofSample(format('L', 'G', 'Integer'), 'L', '1,2,3')).toEqual([])
    expect(await ofSample(format('L', 'A', 'Float'), 'GT:L', '0/1:0.5,0.5')).toEqual(['sample_value_count 5 S'])
    expect(await ofSample(format('L', '1', 'Integer'), 'GT:L', '0/1:x')).toEqual(['sample_value_invalid 5 S'])
  })

  it('reserved keys are checked without a declaration, as their version has them', async () => {
    expect(await ofInfo('##x=y', 'AC=1;DP=9;AF=0.5;NS=2')).toEqual([])
    expect(await ofInfo('##x=y', 'DP=-1')).toEqual(['info_value_invalid 5 INFO'])
    expect(await ofInfo('##x=y', 'CIGAR=3Q')).toEqual(['info_value_invalid 5 INFO'])
    expect(await ofSample('##x=y', 'GT:AD', '0/1:7')).toEqual(['sample_value_count 5 S'])
    expect(await ofSample('##x=y', 'GT:AD', '0/1:7', 'G', '4.2')).toEqual([])
  })
})

describe('columns of a record', () => {
  it.each([
    ['chr,1 1 . A G . PASS .', 'chromosome_invalid 4 CHROM'], ['7 1 a;a A G . PASS .', 'identifier_invalid 4 ID'], ['7 1 . R G . PASS .', 'allele_ambiguous 4 REF'], ['7 1 . A R . PASS .', 'allele_ambiguous 4 ALT'],
    ['7 1 . A A . PASS .', 'allele_repeats 4 ALT'], ['7 1 . A G,G . PASS .', 'allele_repeats 4 ALT'], ['7 1 . A G -3 PASS .', 'quality_invalid 4 QUAL'], ['7 1 . A G . q;q .', 'filter_invalid 4 FILTER'], ['7 1 . A G . PASS;q .', 'filter_invalid 4 FILTER'],
    ['7 1 . A G . 0 .', 'filter_invalid 4 FILTER'], ['7 1 . A G . q;. .', 'filter_invalid 4 FILTER'], ['7 1 . A G . PASS A=1;A=2', 'info_key_twice 4 INFO'], ['7 1 . A G . PASS A=1;;B=2', 'info_key_invalid 4 INFO'], ['7 1 . A G . PASS =1', 'info_key_invalid 4 INFO'],
  ])('%s', async (row, fault) => { expect(await faults({ rows: [row] })).toContain(fault) })

  it('genotypes name alleles of the line; since 4.4 a phase mark may lead', async () => {
    for (const [cell, isSound] of [['0/1', true], ['0|1', true], ['./1', true], ['0/1/1', true], ['.', true], ['0/2', false], ['0/C', false], ['0//1', false], ['0/', false], ['', false]] as const) {
      expect([cell, (await ofSample('##x=y', 'GT', cell)).some((fault) => fault.startsWith('genotype_invalid 5 S'))]).toEqual([cell, !isSound])
    }
    expect(await ofSample('##x=y', 'GT', '/0/1')).toEqual(['genotype_invalid 5 S'])
    expect(await ofSample('##x=y', 'GT', '/0/1', 'G', '4.4')).toEqual([])
  })

  it('samples: too few, too many, more values than FORMAT, GT first, a key twice', async () => {
    const of = (row: string) => faults({ samples: ['S1', 'S2'], rows: [row] })
    expect(await of('7 1 . A G . PASS . GT 0/1')).toEqual(['too_few_columns 4 S2'])
    expect(await of('7 1 . A G . PASS . GT 0/1 0/0 0/0')).toEqual(['too_many_columns 4 FORMAT'])
    expect(await of('7 1 . A G . PASS . GT 0/1:3 0/0')).toEqual(['sample_invalid 4 S1'])
    expect(await of('7 1 . A G . PASS . DP:GT 3:0/1 3:0/0')).toEqual(['format_invalid 4 FORMAT'])
    expect(await of('7 1 . A G . PASS . GT:DP:DP 0/1:3:3 0/0:3:3')).toEqual(['format_invalid 4 FORMAT'])
  })

  it('positions ascend, chromosomes stay together, changes are stated once however they are written', async () => {
    expect(await faults({ rows: ['7 9 . A G . PASS .', '7 8 . A G . PASS .'] })).toEqual(['positions_not_in_order 5 POS'])
    expect(await faults({ rows: ['7 9 . A G . PASS .', '8 9 . A G . PASS .', '7 9 . C G . PASS .'] })).toEqual(['chromosomes_not_in_order 6 CHROM'])
    expect(await faults({ rows: ['7 9 . AT AG . PASS .', '7 10 . T G . PASS .'] })).toEqual(['record_twice 5 ALT'])
    expect(await faults({ rows: ['7 9 . A <INS> . PASS .', '7 9 . A <INS> . PASS .', '7 9 . A G[8:1[ . PASS .', '7 9 . A G[8:1[ . PASS .'] })).toEqual([])
  })

  it('bytes that are no UTF-8 are said, in the first stretch of the file for the whole of it, later for their line', async () => {
    for (const [before, line] of [[0, 1], [5000, 5004]] as const) {
      const bytes = bytesOf(text({ rows: [...Array.from({ length: before }, (_, place) => `7 ${place + 1} . A G . PASS .`), '7 9001 . A G . PASS X=a#b', '7 9002 . A G . PASS X=b'] }))
      bytes[bytes.lastIndexOf(35)] = 0xff
      const reading = await readingOf({ a: bytes })
      expect([reading.read, reading.problems.filter((problem) => problem.code === 'not_utf8').map((problem) => problem.line)]).toEqual([before + 2, [line]])
    }
  })

  it('a faulty value costs no finding: the record is read, and each fault is said with what to do', async () => {
    const reading = await readingOf({ a: text({ meta: [info('X', '1', 'Integer')], rows: ['7 1 a;a A G -3 q;q X=a', '7 2 . A G . PASS X=1'] }) })
    expect(reading).toMatchObject({ records: 2, read: 2, listed: {} })
    for (const problem of reading.problems.filter((one) => one.line === 5)) expect(problem.message).toMatch(/^Line 5: .* The record was read; compare it with the laboratory's report\.$/)
  })
})

describe('structural variants since 4.4', () => {
  const of = (row: string, version = '4.4') => faults({ version, rows: [row] })
  it.each([
    ['7 1 . A <DEL> . PASS SVLEN=5;SVCLAIM=D', []], ['7 1 . A <DEL> . PASS SVCLAIM=D', ['structural_length 4 INFO']], ['7 1 . A <DEL> . PASS SVLEN=-5;SVCLAIM=D', ['structural_length 4 INFO']],
    ['7 1 . A <DEL>,T . PASS SVLEN=5,5;SVCLAIM=D,.', ['structural_length 4 INFO']], ['7 1 . A <DUP> . PASS SVLEN=5;SVCLAIM=X', ['structural_claim 4 INFO']], ['7 1 . A <DUP> . PASS SVLEN=5;SVCLAIM=.', ['structural_claim 4 INFO']],
    ['7 1 . A <INS> . PASS SVLEN=5;CIPOS=-1', ['structural_values 4 INFO']], ['7 1 . A <INS> . PASS SVLEN=5;CIPOS=-1,1', []], ['7 1 . A <INS> . PASS SVLEN=5;EVENTTYPE=DUP', ['structural_values 4 INFO']],
    ['7 1 . A <CNV:TR> . PASS SVLEN=5', ['tandem_repeat 4 INFO']], ['7 1 . A <CNV:TR> . PASS SVLEN=5;RN=2;RUS=CA,T', []], ['7 1 . A <CNV:TR> . PASS SVLEN=5;RN=2;RUS=CA', ['tandem_repeat 4 INFO']],
  ])('%s', async (row, expected) => {
    expect(await of(row)).toEqual(expected)
    expect((await of(row, '4.2')).filter((fault) => /^(structural|tandem)/.test(fault))).toEqual([])
  })
})

describe('header lines', () => {
  it.each([
    ['##INFO=<ID=X,Number=1,Type=Text,Description="d">', 'INFO'], ['##INFO=<ID=X,Number=N,Type=String,Description="d">', 'INFO'], ['##INFO=<ID=X,Number=1,Type=String,Description=d>', 'INFO'], ['##INFO=<Number=1,Type=String,Description="d",ID=X>', 'INFO'],
    ['##FILTER=<ID=q,Description="a "b" c">', 'FILTER'], ['##ALT=<ID=FOO,Description="d">', 'ALT'], ['##contig=<ID=1,A,length=3>', 'contig'], ['##contig=<length=3>', 'contig'], ['##FORMAT=<ID=GQ,Number=1,Type=String,Description="d">', 'FORMAT'],
    ['##PEDIGREE=<Original=A>', 'PEDIGREE'], ['##META=<ID=A,Number=.,Type=Int,Values=[a, b]>', 'META'], ['##pedigreeDB=<>', 'pedigreeDB'],
  ])('%s', async (line, column) => { expect(await faults({ meta: [line], rows: ['7 1 . A G . PASS .'] })).toEqual([`header_against_specification 3 ${column}`]) })
  it.each(['##META=<ID=A,Number=.,Type=String,Values=[a, b]>', '##INFO=<ID=X,Number=1,Type=String,Description="a \\"b\\", c">', '##ALT=<ID=DEL:ME:ALU,Description="d">', '##SAMPLE=<ID=S,Genomes="a,b",Description="d">', '##pedigreeDB=<ftp://a.b/c>', '##anything=<x>'])('%s is sound', async (line) => {
    expect(await faults({ meta: [line], rows: ['7 1 . A G . PASS .'] })).toEqual([])
  })
})

describe('time grows with length, not faster', () => {
  const time = async (bytes: Uint8Array) => {
    const from = process.threadCpuUsage()
    await readingOf({ a: bytes })
    const { user, system } = process.threadCpuUsage(from)
    return (user + system) / 1000
  }
  const row = (columns: string, samples: readonly string[] = []) => text({ samples, rows: [columns] })
  it.each([
    ['a long reference', (size: number) => row(`7 1 . ${'A'.repeat(size)} G . PASS .`)],
    ['many ALT alleles', (size: number) => row(`7 1 . A ${Array.from({ length: size / 8 }, (_, at) => `G${'ACGT'.charAt(at % 4)}${'T'.repeat(at % 7)}`).join(',')} . PASS .`)],
    ['many INFO keys', (size: number) => row(`7 1 . A G . PASS ${Array.from({ length: size / 8 }, (_, at) => `K${at}=1`).join(';')}`)],
    ['INFO keys that share their ends, and so one place of the table', (size: number) => row(`7 1 . A G . PASS ${Array.from({ length: size / 24 }, (_, at) => `AAAAAAAA${String(at).padStart(6, '0')}AAAAAAAA`).join(';')}`)],
    ['one key again and again', (size: number) => row(`7 1 . A G . PASS ${'DP=1;'.repeat(size / 5)}`)],
    ['many samples', (size: number) => row(`7 1 . A G . PASS . GT:DP ${'0/1:9 '.repeat(size / 12).trim()}`, Array.from({ length: size / 12 }, (_, at) => `S${at}`))],
    ['many filters', (size: number) => row(`7 1 . A G . ${'q10;'.repeat(size / 4)} .`)],
    ['many short lines', (size: number) => text({ rows: Array.from({ length: size / 20 }, (_, at) => `7 ${at + 1} . A G . PASS .`) })],
    ['lines without a semicolon or comma', (size: number) => text({ meta: ['##INFO=<ID=CSQ,Number=.,Type=String,Description="Format: Allele|Consequence|SYMBOL">'], rows: Array.from({ length: size / 60 }, (_, at) => `7 ${at + 1} . A G . PASS CSQ=G|intron_variant|EGFR`) })],
  ])('%s', async (_, made) => {
    // A single line may be 4 MB long, so that 16 MB are reached by lines alone.
    const [small, large] = [bytesOf(made(125_000)), bytesOf(made(2_000_000))]
    await time(small)
    await time(small)
    const ratio = (await time(large)) / Math.max(await time(small), 2)
    // Sixteen times the length; quadratic work would take 256 times as long.
    expect(ratio).toBeLessThan(64)
  }, 60_000)
})
