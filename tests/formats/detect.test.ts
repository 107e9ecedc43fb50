import { describe, expect, it } from 'vitest'
import { bytesOf, readingOf, tabbed } from '#tests/support/reading-of.ts'

const format = async (content: string | Uint8Array, name = 'dropped') => { const reading = await readingOf({ [name]: content }); return { format: reading.format, codes: reading.problems.map((problem) => problem.code), said: reading.problems[0]?.message ?? '' } }

describe('a file is recognised by its content, never by its name', () => {
  it.each([
    ['a VCF called report.xlsx', 'report.xlsx', '##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n', 'vcf'],
    ['a VCF without its first line', 'a.txt', '#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n1\t1\t.\tA\tG\t.\tPASS\t.\n', 'vcf'],
    ['a MAF called x.vcf', 'x.vcf', tabbed(['Hugo_Symbol', 'Variant_Classification', 'HGVSp_Short', 'NCBI_Build'], ['KRAS', 'Missense_Mutation', 'p.G12C', '37']), 'maf'],
    ['copy number', 'x', tabbed(['Hugo_Symbol', 'S1'], ['MET', 2]), 'cbioportal'],
  ])('%s', async (_, name, content, expected) => { expect((await format(content, name)).format).toBe(expected) })

  it.each([
    ['PDF', '%PDF-1.7\n…', /PDF/],
    ['a workbook', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), /CSV/],
    ['an old workbook', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0), /CSV/],
    ['BAM', Uint8Array.of(0x42, 0x41, 0x4d, 1, 0, 0), /reads/],
    ['BCF', 'BCF\u0002', /VCF text/],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47), /picture/],
    ['xz', Uint8Array.of(0xfd, 0x37, 0x7a, 0x58, 0x5a), /gzip/],
    ['a contact card', 'BEGIN:VCARD\nVERSION:4.0\nEND:VCARD\n', /contact card/],
    ['ORANGE', '{"sampleId":"X","purple":{},"linx":{}}', /ORANGE/],
    ['a phenopacket', '{"id":"1","subject":{},"phenotypicFeatures":[]}', /phenopacket/],
    ['DNPM', '{"patient":{},"episodesOfCare":[],"ngsReports":[]}', /DNPM/],
    ['cBioPortal\'s web service', '[{"hugoGeneSymbol":"KRAS"}]', /Download the study/],
    ['BEDPE', '##fileformat=BEDPE\n#CHROM_A\tSTART_A\n', /BEDPE/],
    ['GSvar', '##x\n#chr\tstart\tend\tref\tobs\n', /GSvar/],
    ['German NGS report', '<?xml version="1.0"?><SomaticNgsReport/>', /NGS report/],
    ['a web page', '<!DOCTYPE html><html></html>', /web page/],
    ['segments', tabbed(['ID', 'chrom', 'loc.start', 'loc.end', 'num.mark', 'seg.mean'], ['S', 1, 2, 3, 9, 0.1]), /segment/],
    ['a timeline', tabbed(['PATIENT_ID', 'START_DATE', 'STOP_DATE', 'EVENT_TYPE'], ['P', 1, '', 'Surgery']), /timeline/],
    ['nothing', '', /empty/],
    ['blank lines', '\n\n', /blank/],
    ['a letter', 'Dear colleague, thank you for referring this patient to us.\nKind regards\n', /prose/],
    ['bytes', Uint8Array.of(1, 2, 0, 3, 0, 9), /binary/],
  ])('%s is named and refused in words', async (_, content, words) => {
    const result = await format(content)
    expect(result.codes).toHaveLength(1)
    expect(result.said).toMatch(words)
    expect(result.said).not.toMatch(/Error|undefined|at .*\.ts/)
  })

  it('lets a companion lie beside records, but not alone', async () => {
    const letter = bytesOf('%PDF-1.7\n')
    const vcf = '##fileformat=VCFv4.2\n##reference=GRCh38\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n1\t1\t.\tA\tG\t.\tPASS\t.\n'
    const severities = async (files: Record<string, string | Uint8Array>) => (await readingOf(files)).problems.filter((problem) => problem.code === 'format_not_read').map((problem) => problem.severity)
    expect(await severities({ letter })).toEqual(['error'])
    expect(await severities({ letter, vcf })).toEqual(['warning'])
    expect(await severities({ book: Uint8Array.of(0x50, 0x4b, 3, 4), vcf })).toEqual(['error'])
  })
})
