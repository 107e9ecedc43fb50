import type { OpenText } from '../bytes/text.ts'
import { buildOfName } from '../names/genome-build.ts'
import { textKeeper } from '../keep-text.ts'
import type { ReadingPart } from '../reading-part.ts'
import { list, note, startPart } from '../reading-part.ts'
import type { ReadContext } from '../record-file.ts'
import { cellsOf, columnKey, delimiterOf } from '../table.ts'

/** Values of meta files that are a closed list (cBioPortal, "File Formats"). */
const metaValues: Readonly<Record<string, readonly string[]>> = {
  swissprot_identifier: ['name', 'accession'], show_profile_in_analysis_tab: ['true', 'false'], reference_genome: ['hg19', 'hg38', 'mm10', 'grch37', 'grch38'], add_global_case_list: ['true', 'false'],
}

/** `key: value` files of a study. They describe; they hold no record of a tumour. */
export async function readStudyMeta(name: string, text: OpenText, _context: ReadContext): Promise<ReadingPart> {
  const part = startPart(name, 'study-meta')
  const fields = new Map<string, string>()
  await text.lines((line, number) => {
    if (line.trim() === '' || line.startsWith('#')) return
    const colon = line.indexOf(':')
    if (colon <= 0) { note(part, 'warning', 'line_not_understood', `Line ${number}: a line of this file reads "field: value", but this one has no colon.`, { line: number }); return }
    const [field, value] = [line.slice(0, colon).trim(), line.slice(colon + 1).trim()]
    if (fields.has(field)) note(part, 'warning', 'record_twice', `Line ${number}: the field ${field.slice(0, 40)} stands twice.`, { line: number, column: field.slice(0, 40) })
    fields.set(field, value)
    const words = Object.hasOwn(metaValues, field) ? metaValues[field] : undefined
    if (words && !words.includes(value.toLowerCase())) note(part, 'warning', 'value_not_in_list', `Line ${number}: "${value.slice(0, 30)}" is no value of ${field} (${words.join(', ')}).`, { line: number, column: field })
    if (field === 'reference_genome') part.genomeBuild = buildOfName(value)
  })
  for (const needed of fields.has('genetic_alteration_type') ? ['datatype', 'data_filename'] : fields.has('type_of_cancer') ? ['cancer_study_identifier', 'name'] : []) if (!fields.has(needed)) note(part, 'warning', 'field_missing', `The field ${needed} is missing.`, { column: needed })
  return part
}

/** Which samples were profiled for what; repeats what the other files say. */
export async function readCaseList(name: string, text: OpenText, _context: ReadContext): Promise<ReadingPart> {
  await text.lines(() => undefined)
  return startPart(name, 'case-list')
}

/** Genes of one panel (`stable_id`, `gene_list`). */
export async function readGenePanel(name: string, text: OpenText, _context: ReadContext): Promise<ReadingPart> {
  const part = startPart(name, 'gene-panel')
  const own = textKeeper()
  let id = ''
  await text.lines((line, number) => {
    const colon = line.indexOf(':')
    const value = line.slice(colon + 1).trim()
    if (line.startsWith('stable_id')) id = own(value)
    if (!line.startsWith('gene_list')) return
    if (id === '') note(part, 'error', 'panel_without_name', `Line ${number}: the gene panel has no stable_id, so it cannot be joined with samples.`, { line: number })
    else part.genesOfPanel.set(id, value.split('\t').map((gene) => own(gene.trim())).filter((gene) => gene !== ''))
  })
  return part
}

/** Which panel a sample was sequenced with. Every row is read. */
export async function readPanelMatrix(name: string, text: OpenText, context: ReadContext): Promise<ReadingPart> {
  const part = startPart(name, 'panel-matrix')
  const own = textKeeper()
  let at: { sample: number; panel: number } | null = null
  let delimiter = '\t'
  await text.lines((line, number) => {
    if (line.trim() === '') return
    if (at === null) {
      delimiter = delimiterOf(line)
      const keys = cellsOf(line, delimiter).map(columnKey)
      const mutations = keys.indexOf('mutations')
      at = { sample: keys.indexOf('sample_id'), panel: mutations >= 0 ? mutations : keys.findIndex((key) => key !== 'sample_id') }
      return
    }
    part.records++
    const row = cellsOf(line, delimiter)
    const [sample, panel] = [row[at.sample]?.trim() ?? '', row[at.panel]?.trim() ?? '']
    if (sample === '') { note(part, 'error', 'sample_missing', `Line ${number}: the row names no sample and was not read.`, { line: number }); return list(part, 'unreadable_line') }
    if (context.sample && sample !== context.sample) return list(part, 'another_sample')
    part.read++
    if (panel !== '' && panel !== 'NA') part.panelOfSample.set(own(sample), own(panel))
  })
  return part
}
