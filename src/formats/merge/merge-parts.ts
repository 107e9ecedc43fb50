import { isUnnamedSample } from '#src/domain/identity-match.ts'
import type { ClinicalRow, GenomeBuild, ReadingProblem, RecordReading } from '#src/domain/record-reading.ts'
import { clinicalBiomarkers } from '../names/clinical-biomarkers.ts'
import { mergeAlterations } from './merge-alterations.ts'
import { mergeBiomarkers } from './merge-biomarkers.ts'
import { mergeStated } from './merge-stated.ts'
import type { ReadingPart } from '../reading-part.ts'
import type { ReadContext } from '../record-file.ts'

const cbioportal = new Set(['cna-wide', 'cna-long', 'structural-variants', 'clinical', 'study-meta', 'case-list', 'gene-panel', 'panel-matrix'])

/** One word for what was read: a study is `cbioportal` even where its mutations are a MAF; other mixtures name their members. */
function formatOf(parts: readonly ReadingPart[]): string {
  const formats = new Set(parts.map((part) => (cbioportal.has(part.format) ? 'cbioportal' : part.format)))
  if (formats.has('cbioportal')) formats.delete('maf')
  if (formats.size > 1) formats.delete('unknown')
  return formats.size === 0 ? 'unknown' : [...formats].sort().join('+')
}

function buildOf(parts: readonly ReadingPart[], problems: ReadingProblem[]): GenomeBuild {
  const builds = new Set(parts.map((part) => part.genomeBuild).filter((build) => build !== 'unknown'))
  if (builds.size > 1) {
    problems.push({ severity: 'error', code: 'genome_build_contradicts', file: parts.map((part) => part.file).join(', '), line: null, column: null, message: 'The files follow different genome builds (GRCh37 and GRCh38). Positions cannot be compared; ask for files on one build.' })
    return 'unknown'
  }
  return [...builds][0] ?? 'unknown'
}

/** Samples with the attributes of their patients; a patient's attribute never overwrites the sample's own. */
function clinicalOf(parts: readonly ReadingPart[]): ClinicalRow[] {
  const patients = new Map(parts.flatMap((part) => [...part.patients]))
  return parts.flatMap((part) => part.clinical).map((row) => ({ ...row, attributes: { ...(row.patient === null ? {} : patients.get(row.patient)), ...row.attributes } }))
}

/** Genes that were not on the panel of one sample. */
export function notTestedOf(parts: readonly ReadingPart[], sample: string): string[] {
  const genes = new Set<string>()
  for (const { panel } of parts) for (const at of panel?.notTested.get(sample) ?? []) { const gene = panel?.genes[at]; if (gene !== undefined) genes.add(gene) }
  return [...genes].sort()
}

/** Samples that are one tumour: the chosen one with its other names, and a tumour column that has no name of its own. Their findings are compared with each other. */
function oneTumour(parts: readonly ReadingPart[], { sample, alsoSamples }: Pick<ReadContext, 'sample' | 'alsoSamples'>): ReadonlySet<string> {
  const singles = parts.filter((part) => part.tumourSamples.length === 1).flatMap((part) => part.tumourSamples)
  const named = new Set(parts.flatMap((part) => part.tumourSamples).filter((name) => !isUnnamedSample(name)))
  const chosen = sample ?? (named.size === 1 ? [...named][0] ?? null : null)
  return chosen === null && named.size > 0 ? new Set() : new Set([...(chosen === null ? [] : [chosen]), ...(alsoSamples ?? []), ...singles.filter(isUnnamedSample)])
}

/** All files of a case or study as one reading. `notTested` and biomarkers belong to one sample, so they stay empty where several are read. */
export function mergeParts(parts: readonly ReadingPart[], context: Pick<ReadContext, 'sample' | 'alsoSamples'>): RecordReading {
  const problems = parts.flatMap((part) => part.problems)
  // A companion file alone is no reading: then its refusal is the answer.
  if (parts.every((part) => part.refused)) for (const problem of problems) problem.severity = 'error'
  const genomeBuild = buildOf(parts, problems)
  const samples = [...new Set(parts.flatMap((part) => part.samples))]
  let tumourSamples = [...new Set(parts.flatMap((part) => part.tumourSamples))]
  const wanted = context.sample ?? null
  if (wanted !== null && samples.length > 0) {
    if (samples.includes(wanted)) tumourSamples = [wanted]
    else if (!problems.some((problem) => problem.code === 'sample_not_found')) problems.push({ severity: 'error', code: 'sample_not_found', file: parts.map((part) => part.file).join(', '), line: null, column: null, message: `The chosen sample is not in these files. They hold: ${samples.slice(0, 8).join(', ')}${samples.length > 8 ? ' …' : ''}.` })
  }
  const clinical = clinicalOf(parts).filter((row) => wanted === null || row.sample === wanted)
  const one = tumourSamples.length === 1 ? tumourSamples[0] ?? null : null
  const listed: Record<string, number> = {}
  for (const part of parts) for (const [reason, count] of part.listed) listed[reason] = (listed[reason] ?? 0) + count
  const { alterations, sources } = mergeAlterations(parts, problems, oneTumour(parts, context))
  return {
    format: formatOf(parts), genomeBuild, samples, tumourSamples, tumourSampleRule: [...new Set(parts.map((part) => part.tumourSampleRule).filter((rule) => rule !== ''))].join(', '),
    records: parts.reduce((sum, part) => sum + part.records, 0), read: parts.reduce((sum, part) => sum + part.read, 0), listed,
    alterations, clinical, notTested: one === null ? [] : notTestedOf(parts, one),
    biomarkers: mergeBiomarkers(parts, one === null ? [] : clinical.filter((row) => row.sample === one).flatMap((row) => clinicalBiomarkers(row.attributes)), problems),
    tables: parts.flatMap((part) => part.tables), tumourOnly: parts.map((part) => part.tumourOnly).find((value) => value !== null) ?? null, problems,
    files: parts.map(({ file, format, genomeBuild: build, records, read, alterations: own, tumourSamples: tumours, refused }) => ({ file, format, genomeBuild: build, records, read, alterations: own.length, tumourSamples: tumours, refused })),
    stated: mergeStated(parts, clinical, one), reportLines: parts.flatMap((part) => part.reportLines), sources, ambiguousGenes: parts.flatMap((part) => part.ambiguousGenes),
  }
}
