import type { Coverage, Profile } from '#src/domain/profile.ts'
import type { ClinicalRow } from '#src/domain/record-reading.ts'
import { clinicalBiomarkers } from '../names/clinical-biomarkers.ts'
import { mergeParts } from './merge-parts.ts'
import type { ReadingPart } from '../reading-part.ts'

export type SampleProfile = { sample: string; patient: string | null; oncotree: string | null; attributes: Readonly<Record<string, string>>; profile: Profile }

/** Genes that each panel has shown a mutation in, anywhere in the study: a lower bound of what it sequences, where its gene list is not given. */
function genesSeenByPanel(parts: readonly ReadingPart[], panelOf: ReadonlyMap<string, string>): Map<string, Set<string>> {
  const seen = new Map<string, Set<string>>()
  for (const part of parts) {
    if (part.format !== 'maf') continue
    for (const { sample, gene } of part.alterations) {
      const panel = sample === null ? undefined : panelOf.get(sample)
      if (panel === undefined) continue
      const genes = seen.get(panel)
      if (genes) genes.add(gene)
      else seen.set(panel, new Set([gene]))
    }
  }
  return seen
}

/**
 * A study taken apart into its samples. What an assay covered is its gene list, else the genes of the copy-number table that are not NA for the sample,
 * with the genes its panel is known to sequence; where nothing says it, coverage is unknown, never "all".
 */
export function sampleProfiles(parts: readonly ReadingPart[]): SampleProfile[] {
  const reading = mergeParts(parts, {})
  const clinical = new Map<string, ClinicalRow>(reading.clinical.map((row) => [row.sample, row]))
  const ofClinical = reading.clinical.flatMap((row) => (row.attributes['GENE_PANEL'] === undefined ? [] : [[row.sample, row.attributes['GENE_PANEL']] as const]))
  const panelOf = new Map([...ofClinical, ...parts.flatMap((part) => [...part.panelOfSample])])
  const genesOf = new Map(parts.flatMap((part) => [...part.genesOfPanel]))
  const seenBy = genesSeenByPanel(parts, panelOf)
  const bySample = new Map<string, Profile['alterations']>(reading.samples.map((sample) => [sample, []]))
  for (const alteration of reading.alterations) if (alteration.sample !== null) bySample.get(alteration.sample)?.push(alteration)
  const measured = new Set(parts.flatMap((part) => (part.panel === null ? [] : part.samples)))

  const coverageOf = (sample: string): Coverage => {
    const assay = panelOf.get(sample) ?? null
    const listed = assay === null ? undefined : genesOf.get(assay)
    const genes = new Set(listed ?? [])
    if (!listed) {
      if (!measured.has(sample)) return { kind: 'unknown' }
      for (const { panel, samples } of parts) {
        if (panel === null || !samples.includes(sample)) continue
        const missing = new Set(panel.notTested.get(sample))
        for (const [at, gene] of panel.genes.entries()) if (!missing.has(at)) genes.add(gene)
      }
      for (const gene of assay === null ? [] : seenBy.get(assay) ?? []) genes.add(gene)
    }
    for (const alteration of bySample.get(sample) ?? []) genes.add(alteration.gene)
    return genes.size === 0 ? { kind: 'unknown' } : { kind: 'genes', genes: [...genes].sort(), assay }
  }

  return reading.samples.map((sample) => {
    const row = clinical.get(sample)
    const status = row?.attributes['SOMATIC_STATUS']?.toLowerCase()
    return {
      sample, patient: row?.patient ?? null, oncotree: row?.oncotree ?? null, attributes: row?.attributes ?? {},
      profile: {
        alterations: bySample.get(sample) ?? [], biomarkers: clinicalBiomarkers(row?.attributes ?? {}), coverage: coverageOf(sample), wildType: [],
        tumourOnly: status === 'matched' ? false : status === 'unmatched' ? true : null,
      },
    }
  })
}
