import { deflateRawSync, gzipSync } from 'node:zlib'
import { bgzf } from '#tests/support/bgzf.ts'
import { bytesOf } from '#tests/support/reading-of.ts'

const MB = 2 ** 20
const header = '##fileformat=VCFv4.2\n##reference=GRCh38\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n'
const vcf = (records: number) => bytesOf(header + Array.from({ length: records }, (_, at) => `7\t${100_000 + at}\t.\tA\tT\t.\tPASS\t.\n`).join(''))
const repeated = (text: string, bytes: number) => Buffer.alloc(bytes, text)
const joined = (...parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(parts))

/** One stored or deflated entry of a zip archive, its name as given: enough for whoever unpacks by name. */
function zipOf(name: string, content: Uint8Array): Uint8Array {
  const packed = deflateRawSync(content)
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  head.writeUInt16LE(20, 4)
  head.writeUInt16LE(8, 8)
  head.writeUInt32LE(packed.length, 18)
  head.writeUInt32LE(content.length, 22)
  head.writeUInt16LE(name.length, 26)
  return joined(head, bytesOf(name), packed)
}

/** A file nobody should be harmed by, the code it must be answered with, and words of what to do. */
export type HostileFile = { name: string; bytes: () => Uint8Array; code: string; says: RegExp }

export const hostileFiles: readonly HostileFile[] = [
  { name: 'a gzip bomb', bytes: () => gzipSync(joined(bytesOf(header), repeated('\0', 120 * MB))), code: 'packed_too_densely', says: /ask for the file as the laboratory/ },
  { name: 'a gzip bomb of lines', bytes: () => gzipSync(joined(bytesOf(header), repeated('7\t1\t.\tA\tT\t.\tPASS\t.\n', 120 * MB))), code: 'packed_too_densely', says: /ask for the file as the laboratory/ },
  { name: 'gzip members without end', bytes: () => { const one = gzipSync(repeated('7\t1\t.\tA\tT\t.\tPASS\t.\n', 4 * MB)); return joined(gzipSync(bytesOf(header)), ...Array.from({ length: 20 }, () => one)) }, code: 'packed_too_densely', says: /ask for the file as the laboratory/ },
  { name: 'a BGZF bomb', bytes: () => { const one = bgzf('\n'.repeat(65_000)); return joined(bgzf(header), ...Array.from({ length: 6_000 }, () => one)) }, code: 'packed_too_densely', says: /ask for the file as the laboratory/ },
  { name: 'one line without an end', bytes: () => joined(bytesOf(header), repeated('A', 60 * MB)), code: 'line_too_long', says: /line ends were lost/ },
  { name: 'a header without an end', bytes: () => joined(bytesOf('##fileformat=VCFv4.2\n'), repeated('##contig=<ID=x,length=1>\n', 40 * MB)), code: 'header_too_long', says: /ask the laboratory/ },
  { name: 'gzip that was cut', bytes: () => gzipSync(vcf(50_000)).subarray(0, 40_000), code: 'gzip_cut', says: /again/ },
  { name: 'BGZF that was cut', bytes: () => bgzf(new TextDecoder().decode(vcf(9_000))).subarray(0, 20_000), code: 'gzip_cut', says: /again/ },
  { name: 'gzip whose data were altered', bytes: () => { const bytes = new Uint8Array(gzipSync(vcf(50_000))); bytes.fill(0x55, 20_000, 20_400); return bytes }, code: 'gzip_cut|gzip_damaged', says: /again/ },
  { name: 'a workbook', bytes: () => zipOf('xl/workbook.xml', repeated(' ', MB)), code: 'format_not_read', says: /Save the sheet as CSV/ },
  { name: 'a zip archive with a path out of its folder', bytes: () => zipOf('../../../../etc/passwd', bytesOf('root')), code: 'format_not_read', says: /unpack the archive/ },
  { name: 'raw reads', bytes: () => joined(Uint8Array.of(0x42, 0x41, 0x4d, 1), repeated('x', MB)), code: 'format_not_read', says: /VCF or MAF/ },
  { name: 'a picture', bytes: () => joined(Uint8Array.of(0x89, 0x50, 0x4e, 0x47), repeated('\x01', MB)), code: 'format_not_read', says: /by hand/ },
  { name: 'a program', bytes: () => joined(bytesOf('\x7fELF'), repeated('\0\x01\x02', MB)), code: 'format_not_read', says: /by hand/ },
  { name: 'two million records', bytes: () => vcf(2_000_000), code: 'too_many_alterations', says: /Choose|Filter|counted/ },
  { name: 'entities that grow', bytes: () => bytesOf(`<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 9 }, (_, at) => `<!ENTITY ${'bcdefghij'[at]} "${`&${'abcdefghi'[at]};`.repeat(10)}">`).join('')}]><ResultsReport><variant-report>&j;</variant-report></ResultsReport>`), code: 'xml_with_definitions|xml_broken', says: /not read|again/ },
  { name: 'XML of a hundred thousand storeys', bytes: () => bytesOf(`<ResultsReport><variant-report>${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}</variant-report></ResultsReport>`), code: '.*', says: /read|again|Ask/ },
  { name: 'JSON of a million storeys', bytes: () => bytesOf(`{"resourceType":"Bundle","entry":${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}}`), code: '.*', says: /read|again|Ask|Export/ },
  { name: 'a bundle of sixty megabytes', bytes: () => joined(bytesOf('{"resourceType":"Bundle","entry":["'), repeated('x', 60 * MB), bytesOf('"]}')), code: 'file_too_large|.*', says: /at most|not read|again/ },
  { name: 'a matrix of half a million samples', bytes: () => bytesOf(`Hugo_Symbol${Array.from({ length: 700_000 }, (_, at) => `\tS${at}`).join('')}\nMET${'\t2'.repeat(700_000)}\n`), code: 'line_too_long', says: /line ends were lost/ },
  { name: 'quotes that never close', bytes: () => bytesOf(`Gene,Protein\n${'"'.repeat(3 * MB)}\n`), code: 'quote_not_closed|change_unclear|column_count|columns_by_name', says: /./ },
]

/** More than a person may send at once: refused before it is kept. */
export const tooLarge = () => new Uint8Array(65 * MB)
