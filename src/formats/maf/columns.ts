import { columnKey } from '../table.ts'

export type MafField =
  | 'gene' | 'chrom' | 'start' | 'end' | 'ref' | 'allele1' | 'alt' | 'classification' | 'type' | 'sample' | 'proteinShort' | 'protein' | 'coding' | 'transcript' | 'exon'
  | 'altReads' | 'refReads' | 'depth' | 'vaf' | 'vafPercent' | 'build' | 'status' | 'validation' | 'consequence' | 'filter' | 'populationAf'

/** Names under which pipelines write the same column (GDC and TCGA MAF, Oncotator, MuTect, cBioPortal's patient page), in the order of trust. */
const aliases: Readonly<Record<MafField, readonly string[]>> = {
  gene: ['hugo_symbol', 'gene', 'gene_symbol', 'hugo'], chrom: ['chromosome', 'chr', 'chrom'], start: ['start_position', 'start_pos', 'start'], end: ['end_position', 'end_pos', 'end'],
  ref: ['reference_allele', 'ref'], allele1: ['tumor_seq_allele1'], alt: ['tumor_seq_allele2', 'var', 'alt'], classification: ['variant_classification', 'mutation_type'], type: ['variant_type'],
  sample: ['tumor_sample_barcode', 'sample_id', 'samples', 'sample', 'patient_id'], proteinShort: ['hgvsp_short', 'amino_acid_change', 'protein_change', 'aachange'], protein: ['hgvsp'],
  coding: ['hgvsc', 'cdna_change'], transcript: ['transcript_id', 'annotation_transcript', 'i_transcript_name', 'refseq'], exon: ['exon_number', 'exon', 'transcript_exon'],
  altReads: ['t_alt_count', 'variant_reads'], refReads: ['t_ref_count', 'ref_reads'], depth: ['t_depth'], vaf: ['t_vaf', 'vaf', 'tumor_f', 'i_tumor_f', 'allele_freq', 'allele_frequency'],
  vafPercent: ['i_tumorvaf_wu'], build: ['ncbi_build'], status: ['mutation_status'], validation: ['validation_status'], consequence: ['one_consequence', 'consequence'], filter: ['filter'],
  populationAf: ['gnomad_af', 'gnomade_af', 'exac_af'],
}

export type MafColumns = { at: Partial<Record<MafField, number>>; width: number; names: string[] }

export function mafColumns(header: readonly string[]): MafColumns {
  const keys = header.map(columnKey)
  const at: Partial<Record<MafField, number>> = {}
  for (const field of Object.keys(aliases) as MafField[]) { // the keys of the table above are exactly the fields
    for (const name of aliases[field]) {
      const found = keys.indexOf(name)
      if (found >= 0) { at[field] = found; break }
    }
  }
  return { at, width: header.length, names: [...header] }
}
