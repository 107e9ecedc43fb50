import type { GenomeBuild } from '#src/domain/record-reading.ts'
import { chromosome } from '../names/chromosome.ts'
import { buildOfContig, buildOfName } from '../names/genome-build.ts'
import type { ReadingPart } from '../reading-part.ts'
import { note } from '../reading-part.ts'
import { annotationOf } from './annotation-header.ts'
import type { AnnotationHeader } from './annotation-header.ts'
import { checkAddress, checkDeclaration, malformed } from './check-header.ts'
import { structuredLine } from './structured-line.ts'
import type { StructuredLine } from './structured-line.ts'

export type Declaration = { number: string; type: string }

/** What the lines before the first record say. `columns` is empty until the `#CHROM` line was seen. */
export type VcfHeader = {
  fileformat: string | null
  builds: Set<GenomeBuild>
  referenceBuild: GenomeBuild
  /** Build of VEP's cache, used where nothing else states one. */
  vepBuild: GenomeBuild
  annotation: AnnotationHeader | null
  legacyEffects: boolean
  /** Sample names that a caller wrote into the header. */
  tumourNames: Set<string>
  normalNames: Set<string>
  /** Paths that the callers' command lines give as tumour and as normal. */
  tumourPaths: string[]
  normalPaths: string[]
  format: Map<string, Declaration>
  info: Map<string, Declaration>
  columns: string[]
}

export const emptyHeader = (): VcfHeader => ({
  fileformat: null, builds: new Set(), referenceBuild: 'unknown', vepBuild: 'unknown', annotation: null, legacyEffects: false, tumourNames: new Set(), normalNames: new Set(), tumourPaths: [], normalPaths: [],
  format: new Map(), info: new Map(), columns: [],
})

/** Callers that write their tumour and normal into free header lines: Mutect2, SAVANA, Strelka, DRAGEN, Manta. */
const sampleKeys: Readonly<Record<string, 'tumourNames' | 'normalNames'>> = {
  tumor_sample: 'tumourNames', tumour_sample: 'tumourNames', TUMOR_SAMPLE: 'tumourNames', tumorSample: 'tumourNames',
  normal_sample: 'normalNames', NORMAL_SAMPLE: 'normalNames', normalSample: 'normalNames',
}

const structuredKeys = new Set(['INFO', 'FORMAT', 'FILTER', 'ALT', 'contig', 'SAMPLE', 'PEDIGREE', 'META'])

/** Takes in one `##` line. What is malformed is said, and the reading goes on: a header fault is no reason to lose a finding. */
export function readMetaLine(header: VcfHeader, line: string, number: number, part: ReadingPart): void {
  const equals = line.indexOf('=')
  if (equals < 0) { note(part, 'error', 'malformed_header_line', malformed(number), { line: number, column: line.slice(0, 12) }); return }
  const key = line.slice(2, equals)
  const value = line.slice(equals + 1)
  if (key === 'fileformat') {
    header.fileformat = value.trim()
    if (!/^VCFv[0-9]\.[0-9]+$/.test(header.fileformat)) note(part, 'error', 'malformed_fileformat', `Line ${number}: the file format should read VCFv4.x but reads "${value.slice(0, 30)}". The laboratory's export is faulty; the records were read as VCF 4.`, { line: number, column: 'fileformat' })
    return
  }
  if (key === 'reference' || key === 'assembly') {
    const build = buildOfName(value)
    if (key === 'reference' && build !== 'unknown') header.referenceBuild = build
    return
  }
  if (key === 'VEP' && value.includes('assembly=')) header.vepBuild = buildOfName(value.slice(value.indexOf('assembly=')))
  if (value.includes('--tumo')) readCommandLine(header, value)
  const named = Object.hasOwn(sampleKeys, key) ? sampleKeys[key] : undefined
  if (named) { header[named].add(value.trim()); return }
  if (key === 'pedigreeDB') { checkAddress(part, value, number); return }
  if (!value.startsWith('<')) return
  const parsed = structuredLine(value)
  if (!parsed) { if (structuredKeys.has(key)) note(part, 'error', 'malformed_header_line', malformed(number), { line: number, column: key }); return }
  readStructured(header, key, parsed, number, part)
}

function readStructured(header: VcfHeader, key: string, parsed: StructuredLine, number: number, part: ReadingPart): void {
  checkDeclaration(part, key, parsed, number, versionOf(header))
  const { attributes } = parsed
  const id = attributes.get('ID') ?? ''
  if (key === 'contig') {
    const length = Number(attributes.get('length'))
    const build = Number.isFinite(length) ? buildOfContig(chromosome(id), length) : 'unknown'
    const stated = buildOfName(attributes.get('assembly') ?? '')
    if (build !== 'unknown') header.builds.add(build)
    else if (stated !== 'unknown') header.builds.add(stated)
  } else if (key === 'INFO') {
    header.info.set(id, { number: attributes.get('Number') ?? '', type: attributes.get('Type') ?? '' })
    if (id === 'EFF') header.legacyEffects = true
    const annotation = annotationOf(id, attributes.get('Description') ?? '')
    // The first annotation of a file is the laboratory's main one (`CSQ` before `CSQ_REFSEQ`).
    if (annotation && (!header.annotation || rankOf(annotation) < rankOf(header.annotation))) header.annotation = annotation
  } else if (key === 'FORMAT') {
    header.format.set(id, { number: attributes.get('Number') ?? '', type: attributes.get('Type') ?? '' })
  } else if (key === 'SAMPLE') {
    const isTumour = attributes.get('IsTumor')?.toLowerCase()
    if (isTumour === 'yes' || id === 'TUMOR') header.tumourNames.add(id)
    if (isTumour === 'no' || id === 'NORMAL') header.normalNames.add(id)
  }
}

/** 41 for VCF 4.1 and so on; 42, what most files are, where the file does not say. */
export const versionOf = (header: VcfHeader) => { const found = /^VCFv4\.([0-9])$/.exec(header.fileformat ?? ''); return found ? 40 + Number(found[1]) : 42 }

const rankOf = (annotation: AnnotationHeader) => (annotation.field === 'CSQ' ? 0 : annotation.field === 'ANN' ? 1 : 2)

/** The assembly that header lines agree on; contradiction is unknown, and said. */
export function buildOfHeader(header: VcfHeader, part: ReadingPart): GenomeBuild {
  const builds = new Set(header.builds)
  if (header.referenceBuild !== 'unknown') builds.add(header.referenceBuild)
  if (builds.size === 1) return [...builds][0] ?? 'unknown'
  if (builds.size > 1) note(part, 'error', 'genome_build_contradicts', 'The header names both GRCh37 and GRCh38. Ask the laboratory which one the positions follow; until then no build is assumed.')
  return header.vepBuild
}

/** `--tumorBam a.bam --normalBam b.bam` of Manta, Strelka, SAVANA and DRAGEN: the file names usually hold the sample names. */
function readCommandLine(header: VcfHeader, value: string): void {
  const words = value.split(/[ =]+/)
  for (const [at, word] of words.entries()) {
    const path = words[at + 1]?.split('/').at(-1) ?? ''
    if (path === '' || path.startsWith('--')) continue
    if (/^"?--tumou?r/.test(word)) header.tumourPaths.push(path)
    else if (/^"?--normal/.test(word)) header.normalPaths.push(path)
  }
}
