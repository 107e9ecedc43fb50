import type { RecordReading } from '#src/domain/record-reading.ts'
import { unpacked } from './bytes/unpack.ts'
import { HEAD, openText } from './bytes/text.ts'
import type { OpenText } from './bytes/text.ts'
import { readCnaLong, readCnaWide } from './cbioportal/read-cna.ts'
import { readClinical } from './cbioportal/read-clinical.ts'
import { readCancerTypes, readCompanion } from './cbioportal/read-companion.ts'
import { readCaseList, readGenePanel, readPanelMatrix, readStudyMeta } from './cbioportal/read-study-lists.ts'
import { readStructuralVariants } from './cbioportal/read-structural.ts'
import { saySampleGaps } from './cbioportal/study-gaps.ts'
import { detectFormat } from './detect.ts'
import type { DetectedFormat } from './detect.ts'
import type { Refused } from './known-records.ts'
import { readMaf } from './maf/read-maf.ts'
import { mergeParts } from './merge/merge-parts.ts'
import type { ReadingPart } from './reading-part.ts'
import { closeProblems, note, startPart } from './reading-part.ts'
import { refusalOf } from './reading-refusal.ts'
import type { ReadContext, RecordFile } from './record-file.ts'
import { readFhir } from './fhir/read-fhir.ts'
import { readFoundationXml } from './foundation/read-foundation-xml.ts'
import { readGeneTable } from './gene-table/read-gene-table.ts'
import { readTso500 } from './tso500/read-tso500.ts'
import { readVcf } from './vcf/read-vcf.ts'
import { xmlFault } from './xml-fault.ts'

type Reader = (name: string, text: OpenText, context: ReadContext) => Promise<ReadingPart>

const readers: Readonly<Record<Extract<DetectedFormat, string>, Reader | Refused>> = {
  vcf: readVcf, maf: readMaf, 'cna-wide': readCnaWide, 'cna-long': readCnaLong, 'structural-variants': readStructuralVariants,
  'clinical-patient': readClinical, 'clinical-sample': readClinical, 'panel-matrix': readPanelMatrix, 'gene-panel': readGenePanel, 'study-meta': readStudyMeta, 'case-list': readCaseList,
  companion: readCompanion, 'cancer-types': readCancerTypes,
  tso500: readTso500,
  'gene-table': readGeneTable,
  'fhir-genomics': readFhir,
  'foundation-xml': readFoundationXml,
}

async function readOne(file: RecordFile, context: ReadContext): Promise<ReadingPart> {
  const refused = startPart(file.name, 'unknown')
  refused.refused = true
  let noEndMarker = false
  try {
    const text = await openText(unpacked(file, context, () => { noEndMarker = true }), context.limits)
    const format = detectFormat(text.head, text.firstBytes)
    if (typeof format !== 'string') {
      note(refused, format.companion ? 'warning' : 'error', text.firstBytes.length === 0 ? 'file_empty' : 'format_not_read', format.refused)
      // The first stretch is the whole of a small file.
      const fault = text.firstBytes.length < HEAD && text.head.trimStart().startsWith('<') && !format.companion ? xmlFault(text.head) : null
      if (fault) note(refused, 'error', 'xml_broken', fault.message, { line: fault.line })
      return refused
    }
    const reader = readers[format]
    refused.format = format
    if (typeof reader !== 'function') { note(refused, 'error', 'format_not_read', reader.refused); return refused }
    const part = await reader(file.name, text, context)
    if (noEndMarker) note(part, 'warning', 'bgzf_no_end_marker', 'The compressed file lacks its end marker. It may have been cut at a block; compare the number of records with the laboratory\'s.')
    return part
  } catch (error) {
    const refusal = refusalOf(error)
    if (!refusal) throw error
    // Whatever was read before the fault is given up: half a file is not a negative result.
    note(refused, refusal.code === 'copy_number_not_discrete' ? 'warning' : 'error', refusal.code, refusal.message, { line: refusal.line, column: refusal.column })
    return refused
  }
}

/**
 * The one door for records: any number of files of one case or study, in any mixture of formats, recognised by content. Refused files become
 * problems, never exceptions; only an abort and a defect are thrown. `records` = `read` + all counts of `listed`.
 */
export async function readRecords(files: readonly RecordFile[], context: ReadContext): Promise<RecordReading> {
  const parts = await readParts(files, context)
  saySampleGaps(parts)
  return mergeParts(parts, context)
}

/**
 * The chosen sample is of another file: one of its other names is read here, else a file of one sample by its own rule (null), and the gates ask whether both are
 * one tumour. Undefined: the file holds the sample, or is a cohort in which it has no finding.
 */
function otherSample(part: ReadingPart, { sample, alsoSamples }: ReadContext): string | null | undefined {
  if (!sample || part.samples.includes(sample)) return undefined
  const also = alsoSamples?.find((name) => part.samples.includes(name))
  return also ?? (part.samples.length === 1 || part.problems.some((problem) => problem.code === 'sample_not_found') ? null : undefined)
}

/** The files one by one, before they are merged: what `study` needs to look at samples apart. */
export async function readParts(files: readonly RecordFile[], context: ReadContext): Promise<ReadingPart[]> {
  const parts: ReadingPart[] = []
  for (const file of files) {
    const first = await readOne(file, context)
    const other = files.length > 1 && file.bytes instanceof Uint8Array ? otherSample(first, context) : undefined
    const part = other === undefined ? first : await readOne(file, { ...context, sample: other })
    closeProblems(part)
    parts.push(part)
  }
  return parts
}
