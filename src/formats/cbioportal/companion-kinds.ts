/** What is said of one cell, or null when it is as it should be. `column` is the name in small letters. */
export type CellRule = (cell: string, column: string) => string | null

/** A table of a study that holds no finding: recognised, checked by its own rules so that faults of a study are found, and not read. */
export type CompanionKind = {
  kind: string
  sentence: string
  is: (columns: ReadonlySet<string>) => boolean
  required: readonly string[]
  /** Columns together that may stand once only. */
  unique: readonly string[]
  rule: CellRule
}

const absent = (cell: string) => ['', 'NA', 'NaN', 'N/A', '[Not Available]'].includes(cell)
const isNumber = (cell: string) => cell !== '' && Number.isFinite(Number(cell))
const whole = (cell: string) => /^-?[0-9]{1,12}$/.test(cell)
const number = (cell: string) => (isNumber(cell) ? null : 'is no number')
const described = new Set(['hugo_symbol', 'entrez_gene_id', 'composite.element.ref', 'cytoband', 'gene_symbol', 'locus_id'])
const has = (columns: ReadonlySet<string>, ...names: string[]) => names.every((name) => columns.has(name))

export const companionKinds: readonly CompanionKind[] = [
  {
    kind: 'timeline', sentence: 'This is a timeline of cBioPortal. It holds treatments, no variants; enter the course of the patient at intake.',
    is: (columns) => has(columns, 'patient_id', 'start_date', 'event_type'), required: ['stop_date'], unique: [],
    rule: (cell, column) => (column === 'start_date' ? (whole(cell) ? null : 'is no day counted from the diagnosis, and every event needs one') : column === 'stop_date' ? (absent(cell) || whole(cell) ? null : 'is no day counted from the diagnosis') : column === 'patient_id' && cell === '' ? 'names no patient' : null),
  },
  {
    kind: 'segments', sentence: 'This is a segment file without genes. Drop the discrete copy-number calls (data_cna) instead.',
    is: (columns) => has(columns, 'id', 'chrom', 'loc.start'), required: ['loc.end', 'num.mark', 'seg.mean'], unique: [],
    rule: (cell, column) => (column === 'chrom' ? (/^(chr)?([0-9]{1,2}|X|Y|M|MT)$/i.test(cell) ? null : 'is no chromosome') : column === 'loc.start' || column === 'loc.end' || column === 'num.mark' ? (isNumber(cell) && Number(cell) >= 0 && Number.isInteger(Number(cell)) ? null : 'is no whole number') : column === 'seg.mean' ? number(cell) : null),
  },
  {
    kind: 'gistic', sentence: 'This is a table of GISTIC regions of a cohort. It holds no findings of one patient and was not read.',
    is: (columns) => has(columns, 'genes_in_region'), required: ['chromosome', 'peak_start', 'peak_end', 'q_value'], unique: [],
    rule: (cell, column) => (column === 'genes_in_region' ? (cell.split(',').some((gene) => gene.trim() !== '') ? null : 'names no gene of the region') : column === 'q_value' ? (isNumber(cell) && Number(cell) >= 0 && Number(cell) <= 1 ? null : 'is no q value between 0 and 1') : ['peak_start', 'peak_end'].includes(column) && !whole(cell) ? 'is no position' : null),
  },
  {
    kind: 'gene-sets', sentence: 'This is a table of gene-set scores. It holds no variants and was not read.',
    is: (columns) => has(columns, 'geneset_id'), required: [], unique: ['geneset_id'],
    rule: (cell, column) => (column === 'geneset_id' || absent(cell) ? null : !isNumber(cell) ? 'is no number' : Math.abs(Number(cell)) > 1 ? 'lies outside −1 to 1 (a score) and 0 to 1 (a p value)' : null),
  },
  {
    kind: 'generic-assay', sentence: 'This is a cBioPortal table of another kind of measurement (generic assay). It holds no variants and was not read.',
    is: (columns) => has(columns, 'entity_stable_id') || (has(columns, 'name', 'description', 'url') && !columns.has('gene')), required: ['entity_stable_id'], unique: ['entity_stable_id'],
    rule: () => null,
  },
  {
    kind: 'resources', sentence: 'This is a table of links and documents of a study. It holds no variants and was not read.',
    is: (columns) => has(columns, 'resource_id'), required: [], unique: ['patient_id', 'sample_id', 'resource_id', 'url', 'display_name'],
    rule: (cell, column) => (column === 'resource_id' && cell === '' ? 'names no resource' : column === 'url' && !/^https?:\/\/[^\s]/i.test(cell) ? 'is no address (http:// or https://)' : ['patient_id', 'sample_id'].includes(column) && cell === '' ? 'names no patient or sample' : column === 'resource_type' && !['SAMPLE', 'PATIENT', 'STUDY'].includes(cell.toUpperCase()) ? 'is no type of a resource (SAMPLE, PATIENT, STUDY)' : null),
  },
  {
    kind: 'driver-annotations', sentence: 'This is a table of driver annotations. They belong to variants that stand in other files, and were not read.',
    is: (columns) => has(columns, 'sample_id') && columns.size < 10 && !columns.has('value') && (columns.has('cbp_driver') || columns.has('cbp_driver_annotation')) && ![...columns].some((column) => column.includes('.')), required: ['cbp_driver', 'cbp_driver_annotation'], unique: [],
    rule: (cell, column) => (column === 'cbp_driver' ? (['Putative_Driver', 'Putative_Passenger', 'Unknown', 'NA'].includes(cell) ? null : 'is no value of cbp_driver (Putative_Driver, Putative_Passenger, Unknown, NA)') : cell === '' && ['hugo_symbol', 'entrez_gene_id', 'sample_id', 'cbp_driver_annotation', 'cbp_driver_tiers', 'cbp_driver_tiers_annotation'].includes(column) ? 'is empty' : null),
  },
  {
    kind: 'values', sentence: 'This matrix holds ratios or expression values, not copy-number calls. Drop the discrete calls (−2 to 2) of the study.',
    is: (columns) => has(columns, 'composite.element.ref'), required: [], unique: [],
    rule: (cell, column) => (described.has(column) ? (cell === '' && column !== 'entrez_gene_id' ? 'names no gene' : cell.includes(' |') ? 'has a space before the bar' : null) : ['NA', 'NaN', '[Not Available]'].includes(cell) || isNumber(cell) ? null : 'is no number'),
  },
]

/** A matrix of genes by samples whose numbers are no calls: its rule is that of the values. */
export const valuesKind = (): CompanionKind => companionKinds.find((kind) => kind.kind === 'values') ?? refuseMissing()
const refuseMissing = (): never => { throw new Error('the kinds of companion tables have no rule for values') }
