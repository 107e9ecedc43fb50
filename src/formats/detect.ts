import { copyCall } from './cbioportal/copy-call.ts'
import { companionOf } from './cbioportal/read-companion.ts'
import { meaningsByName, saysFindings } from './gene-table/column-words.ts'
import { byJson, byXml, type Refused } from './known-records.ts'
import { tableHeader } from './gene-table/table-header.ts'
import { cellsOf, columnKey, delimiterOf } from './table.ts'

/** What a file is, judged by its content alone: names such as `.xlsx` and `.vcf` lie. */
export type DetectedFormat =
  | 'vcf' | 'maf' | 'cna-wide' | 'cna-long' | 'structural-variants' | 'clinical-patient' | 'clinical-sample' | 'panel-matrix' | 'gene-panel' | 'study-meta' | 'case-list'
  | 'tso500' | 'gene-table' | 'companion' | 'cancer-types' | 'fhir-genomics' | 'foundation-xml'
  | Refused

const readByPerson = 'Enter the findings by hand, or ask the laboratory for VCF, MAF or a table of genes and changes.'

/** Files that begin with a signature. They are recognised by name of their kind and refused politely. */
function bySignature(bytes: Uint8Array): Refused | null {
  const starts = (...signature: number[]) => signature.every((byte, at) => bytes[at] === byte)
  if (starts(0x25, 0x50, 0x44, 0x46)) return { refused: `This is a PDF. A report is read by a person: keep it beside the case as the original report, and enter its findings. ${readByPerson}`, companion: true }
  if (starts(0x50, 0x4b, 0x03, 0x04)) return { refused: `This is a spreadsheet workbook (xlsx) or a zip archive. Save the sheet as CSV or tab-separated text, or unpack the archive, and drop those files.` }
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return { refused: `This is an old spreadsheet or document (xls, doc). Save the sheet as CSV or tab-separated text and drop that file.` }
  if (starts(0x42, 0x41, 0x4d, 0x01) || starts(0x43, 0x52, 0x41, 0x4d)) return { refused: `This file holds raw sequencing reads (BAM or CRAM). Drop the variant calls made from it: VCF or MAF.` }
  if (starts(0x42, 0x43, 0x46)) return { refused: `This is a BCF, the binary form of VCF. Convert it to VCF text and drop that file.` }
  if (starts(0x42, 0x5a, 0x68) || starts(0xfd, 0x37, 0x7a, 0x58) || starts(0x37, 0x7a, 0xbc, 0xaf) || starts(0x28, 0xb5, 0x2f, 0xfd) || starts(0x52, 0x61, 0x72)) return { refused: `This file is packed in a way that is not read here. Unpack it, or pack it with gzip.` }
  if (starts(0x89, 0x50, 0x4e, 0x47) || starts(0xff, 0xd8, 0xff)) return { refused: `This is a picture. ${readByPerson}`, companion: true }
  return null
}

function byColumns(columns: ReadonlySet<string>): DetectedFormat | null {
  if (companionOf([...columns])) return 'companion'
  const has = (...names: string[]) => names.every((name) => columns.has(name))
  if (has('variant_classification') && (has('hugo_symbol') || has('tumor_sample_barcode') || has('reference_allele'))) return 'maf'
  if (has('sample_id') && (has('site1_hugo_symbol') || has('site2_hugo_symbol') || has('site1_entrez_gene_id') || has('site2_entrez_gene_id'))) return 'structural-variants'
  if (has('hugo_symbol', 'tumor_sample_barcode', 'fusion')) return 'structural-variants'
  if (has('sample_id', 'value') && columns.size < 12) return 'cna-long'
  // One of the columns that make the long form is missing; the annotation columns say what it was meant to be.
  if ((has('hugo_symbol') || has('entrez_gene_id')) && (has('sample_id') || has('value')) && has('cbp_driver')) return 'cna-long'
  if (has('sample_id') && (has('mutations') || has('cna') || has('gistic'))) return 'panel-matrix'
  if (has('patient_id', 'sample_id') || (has('sample_id') && (has('oncotree_code') || has('cancer_type')))) return 'clinical-sample'
  if (has('patient_id')) return 'clinical-patient'
  if (has('gene', 'protein_change', 'mutation_type')) return 'maf'
  if (has('tumor_sample_barcode') && !has('hugo_symbol')) return 'clinical-sample'
  if (has('icgc_mutation_id')) return { refused: `This is an ICGC mutation table, which repeats each change for each transcript and is not read. Drop the MAF or VCF of the same study.` }
  if (has('reference_allele', 'tumor_seq_allele2')) return 'maf'
  return null
}

function byText(head: string): DetectedFormat {
  const lines = head.split(head.includes('\n') ? '\n' : '\r')
  // The last piece of a large file is cut anywhere.
  const whole = head.length >= 60_000 && lines.length > 1 ? lines.slice(0, -1) : lines
  const first = whole.find((line) => line.trim() !== '')?.trim() ?? ''
  if (first.startsWith('##fileformat=BEDPE')) return { refused: `This is a BEDPE file of structural variants, which is not read yet. Drop the VCF of the same caller.` }
  if (whole.some((line) => line.startsWith('#chr\tstart\tend\tref\tobs'))) return { refused: `This is a GSvar table (megSAP), which is not read yet. Drop the VCF of the same sample.` }
  if (first.startsWith('BEGIN:VCARD')) return { refused: `This is a contact card (vCard), not a file of variants. Both use the ending .vcf.` }
  if (whole.some((line) => line.startsWith('#CHROM\tPOS')) || first.startsWith('##fileformat=VCF') || first.startsWith('##fileformat')) return 'vcf'
  if (first.toLowerCase().startsWith('trusight oncology') || whole.some((line) => line.startsWith('[Small Variants]'))) return 'tso500'
  if (/^[a-z_]+: ?\S/.test(first) && whole.some((line) => line.startsWith('gene_list:'))) return 'gene-panel'
  if (whole.some((line) => line.startsWith('case_list_ids:'))) return 'case-list'
  if (whole.some((line) => /^(cancer_study_identifier|genetic_alteration_type|type_of_cancer|data_filename) *:/.test(line))) return 'study-meta'
  const header = whole.find((line) => line.trim() !== '' && !line.startsWith('#'))
  if (header === undefined) return { refused: first.startsWith('##') ? 'This file holds header lines only and no table.' : `The file holds no table. ${readByPerson}` }
  const cells = cellsOf(header, delimiterOf(header))
  const names = cells.map(columnKey)
  const known = byColumns(new Set(names))
  // A laboratory's table of findings may carry the patient and the sample in every row, as a table of clinical attributes does.
  const isFindings = saysFindings(meaningsByName(cells).values())
  if (known && !(isFindings && (known === 'clinical-sample' || known === 'clinical-patient'))) return known
  if (looksLikeVcfBody(header)) return 'vcf'
  if (!isFindings && (names[0] === 'hugo_symbol' || names[0] === 'entrez_gene_id' || names[0] === 'gene_symbol') && names.length > 1) return holdsValues(whole, header) ? 'companion' : 'cna-wide'
  if (whole.every((line) => isCancerType(line.split('\t')))) return 'cancer-types'
  const table = tableHeader(head)
  if (table?.isNamed) return 'gene-table'
  const isDivided = whole.slice(0, 20).some((line) => line.includes('\t') || line.split(/[,;]/).length > 2) && (header.split(' ').length <= 8 || header.includes('\t'))
  if (!isDivided && !isRegular(whole, header)) return { refused: `This file holds prose, not a table of findings. ${readByPerson}`, companion: true }
  if (table) return 'gene-table'
  return { refused: `The columns of this file are not known (it begins "${header.slice(0, 60)}"). ${readByPerson}` }
}

/** `luad`, its name, a colour, its parent: the list of cancer types of a portal has no header. */
const isCancerType = (cells: readonly string[]) => cells.join('').trim() === '' || ([4, 5].includes(cells.length) && /^[a-z0-9_-]+$/.test(cells[0] ?? '') && /^[A-Za-z ]*$/.test(cells[cells.length - 2] ?? ''))

/** Numbers that are no calls in most cells of the first rows: ratios, expression, methylation. */
function holdsValues(lines: readonly string[], header: string): boolean {
  const delimiter = delimiterOf(header)
  const cells = lines.slice(lines.indexOf(header) + 1, lines.indexOf(header) + 8).flatMap((line) => cellsOf(line, delimiter).slice(2)).map((cell) => cell.trim()).filter((cell) => cell !== '' && Number.isFinite(Number(cell)))
  return cells.length > 3 && cells.filter((cell) => copyCall(cell) === 'invalid').length * 2 > cells.length
}

/** Every row of the first stretch has as many cells as the first: prose with a comma here and there has not. */
function isRegular(lines: readonly string[], header: string): boolean {
  const delimiter = delimiterOf(header)
  const rows = lines.filter((line) => line.trim() !== '' && !line.startsWith('#')).slice(0, 12).map((line) => cellsOf(line, delimiter).length)
  return rows.length > 1 && (rows[0] ?? 0) > 1 && rows.every((count) => count === rows[0])
}

const looksLikeVcfBody = (line: string) => { const cells = line.split('\t'); return cells.length >= 8 && /^[0-9]+$/.test(cells[1] ?? '') && /^[ACGTNacgtn]+$/.test(cells[3] ?? '') && /^[ACGTNacgtn,.<>*A-Z_:]+$/.test(cells[4] ?? '') }

/** Recognises a file from its first stretch. `head` is text, `firstBytes` the same as bytes. */
export function detectFormat(head: string, firstBytes: Uint8Array): DetectedFormat {
  if (firstBytes.length === 0) return { refused: 'The file is empty. Export or copy it again.' }
  const signature = bySignature(firstBytes)
  if (signature !== null) return signature
  const text = head.replace(/^\uFEFF/, '').trimStart()
  if (text === '') return { refused: 'The file holds nothing but blank lines.' }
  if (head.includes('\u0000')) return { refused: `This is a binary file of a kind that is not known here. ${readByPerson}` }
  if (text.startsWith('{') || text.startsWith('[{') || text.startsWith('[\n') || text.startsWith('[]')) return byJson(head)
  if (text.startsWith('<')) return byXml(head)
  return byText(text)
}
