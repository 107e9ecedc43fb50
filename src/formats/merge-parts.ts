import type { Alteration } from '#src/domain/alteration.ts'
import type { ClinicalRow, GenomeBuild, ReadingProblem, RecordReading } from '#src/domain/record-reading.ts'
import { contentKey } from './alteration-of.ts'
import { clinicalBiomarkers } from './clinical-biomarkers.ts'
import type { ReadingPart } from './reading-part.ts'
import type { ReadContext } from './record-file.ts'

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

/** The same finding from two files: protein change first, since a MAF and a VCF write the same deletion at different places. */
function sameFinding(alteration: Alteration): string {
  const change = alteration.hgvsp ?? alteration.hgvsc ?? (alteration.genomic ? `${alteration.genomic.chrom}:${alteration.genomic.pos}:${alteration.genomic.ref}>${alteration.genomic.alt}` : '')
  return [alteration.gene, alteration.kind, alteration.partner ?? '', change].join('|')
}

/** Fills what the first file left open from the second; both sources stay in `asReported`. */
function join(into: Alteration, from: Alteration): void {
  into.hgvsp ??= from.hgvsp
  into.hgvsc ??= from.hgvsc
  into.transcript ??= from.transcript
  into.exon ??= from.exon
  into.consequence ??= from.consequence
  into.genomic ??= from.genomic
  into.vaf ??= from.vaf
  into.depth ??= from.depth
  into.altReads ??= from.altReads
  into.copyNumber ??= from.copyNumber
  into.populationAf ??= from.populationAf
  into.filter ??= from.filter
  into.sample ??= from.sample
  if (into.origin === 'unknown') into.origin = from.origin
  if (into.asReported !== from.asReported) into.asReported = `${into.asReported} | ${from.asReported}`.slice(0, 800)
}

/** Findings of all files, those that two files share joined into one, each with an id of its own. */
function alterationsOf(parts: readonly ReadingPart[]): Alteration[] {
  const all: Alteration[] = []
  const known = new Map<string, { part: ReadingPart; alteration: Alteration }>()
  const several = parts.filter((part) => part.alterations.length > 0).length > 1
  for (const part of parts) {
    for (const alteration of part.alterations) {
      if (several && alteration.gene !== '') {
        const keys = alteration.sample === null ? ['', ...parts.flatMap((one) => one.tumourSamples)] : [alteration.sample, '']
        const twin = keys.map((sample) => known.get(`${sample}|${sameFinding(alteration)}`)).find((one) => one !== undefined && one.part !== part)
        if (twin) { join(twin.alteration, alteration); continue }
        known.set(`${alteration.sample ?? ''}|${sameFinding(alteration)}`, { part, alteration })
      }
      all.push(alteration)
    }
  }
  const ids = new Map<string, number>()
  for (const alteration of all) {
    const key = contentKey(alteration)
    const count = (ids.get(key) ?? 0) + 1
    ids.set(key, count)
    alteration.id = count === 1 ? key : `${key}#${count}`
  }
  return all
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

/** All files of a case or study as one reading. `notTested` and biomarkers belong to one sample, so they stay empty where several are read. */
export function mergeParts(parts: readonly ReadingPart[], context: Pick<ReadContext, 'sample'>): RecordReading {
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
  return {
    format: formatOf(parts), genomeBuild, samples, tumourSamples, tumourSampleRule: [...new Set(parts.map((part) => part.tumourSampleRule).filter((rule) => rule !== ''))].join(', '),
    records: parts.reduce((sum, part) => sum + part.records, 0), read: parts.reduce((sum, part) => sum + part.read, 0), listed,
    alterations: alterationsOf(parts), clinical, notTested: one === null ? [] : notTestedOf(parts, one),
    biomarkers: [...parts.flatMap((part) => part.biomarkers), ...(one === null ? [] : clinical.filter((row) => row.sample === one).flatMap((row) => clinicalBiomarkers(row.attributes)))],
    tumourOnly: parts.map((part) => part.tumourOnly).find((value) => value !== null) ?? null, problems,
  }
}
