import type { Alteration } from '#src/domain/alteration.ts'
import type { Biomarker } from '#src/domain/biomarker.ts'
import type { TableLayout } from '#src/domain/column-mapping.ts'
import type { AmbiguousGene, ClinicalRow, GenomeBuild, ReadingProblem, StatedFact, StatedField, StatedLine } from '#src/domain/record-reading.ts'
import { ownText } from './keep-text.ts'

/** Which genes an assay looked at, sample by sample: all `genes` but those at the listed places. */
export type PanelReading = { genes: string[]; notTested: Map<string, number[]> }

/** What one file gave. `read` and `listed` are counted apart from `records`, so that their sum can be checked. */
export type ReadingPart = {
  file: string
  format: string
  /** The file as a whole was not read; its problem says why. */
  refused: boolean
  genomeBuild: GenomeBuild
  samples: string[]
  tumourSamples: string[]
  tumourSampleRule: string
  records: number
  read: number
  listed: Map<string, number>
  alterations: Alteration[]
  biomarkers: Biomarker[]
  clinical: ClinicalRow[]
  /** Attributes of patients, to be joined with their samples when all files are read. */
  patients: Map<string, Record<string, string>>
  panel: PanelReading | null
  /** Sample → name of its gene panel. */
  panelOfSample: Map<string, string>
  /** Name of a gene panel → its genes. */
  genesOfPanel: Map<string, string[]>
  notTested: string[]
  tumourOnly: boolean | null
  tables: TableLayout[]
  stated: StatedFact[]
  reportLines: StatedLine[]
  ambiguousGenes: AmbiguousGene[]
  problems: ReadingProblem[]
  problemCounts: Map<string, number>
}

export function startPart(file: string, format: string): ReadingPart {
  return {
    file, format, refused: false, genomeBuild: 'unknown', samples: [], tumourSamples: [], tumourSampleRule: '', records: 0, read: 0, listed: new Map(), alterations: [],
    biomarkers: [], clinical: [], patients: new Map(), panel: null, panelOfSample: new Map(), genesOfPanel: new Map(), notTested: [], tumourOnly: null, tables: [], stated: [], reportLines: [], ambiguousGenes: [],
    problems: [], problemCounts: new Map(),
  }
}

/** Lines of the same problem that are spelt out; the rest is counted in one closing sentence. */
const SPELT_OUT = 10

type Where = { line?: number | null; column?: string | null }

/** Notes a problem once a line; a file with 10,000 bad lines gives ten of them and their number. */
export function note(part: ReadingPart, severity: 'error' | 'warning', code: string, message: string, where: Where = {}): void {
  const count = (part.problemCounts.get(code) ?? 0) + 1
  part.problemCounts.set(code, count)
  if (count > SPELT_OUT) return
  part.problems.push({ severity, code, file: part.file, line: where.line ?? null, column: where.column ?? null, message })
}

/** A record that gives no finding is counted under a reason, so that nothing vanishes. */
export function list(part: ReadingPart, reason: string, count = 1): void {
  part.listed.set(reason, (part.listed.get(reason) ?? 0) + count)
}

const SAID = 400

/** Notes what a file says of person, specimen or tumour; the same statement twice counts once. */
export function state(part: ReadingPart, field: StatedField, value: string | null, said: string): void {
  const text = ownText(said.trim().slice(0, SAID))
  if (text === '') return
  const id = `${part.file}|${field}|${value ?? text}`
  if (!part.stated.some((fact) => fact.id === id)) part.stated.push({ id, file: part.file, field, value, said: text })
}

/** Adds "and 312 more" for each problem that was counted but not spelt out. */
export function closeProblems(part: ReadingPart): void {
  for (const [code, count] of part.problemCounts) {
    if (count <= SPELT_OUT) continue
    const like = part.problems.find((problem) => problem.code === code)
    if (!like) continue
    part.problems.push({ ...like, line: null, column: null, message: `${count - SPELT_OUT} more lines have the same problem: ${like.message}` })
  }
  part.problemCounts.clear()
}
