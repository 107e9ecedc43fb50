/** Where the gene annotation of a VCF stands and in which order its columns come. */
export type AnnotationHeader = { field: string; style: 'csq' | 'ann'; columns: ReadonlyMap<string, number> }

/** SnpEff's `ANN` has sixteen columns in a fixed order (variant annotation in VCF format, 1.0). */
const annColumns = ['Allele', 'Consequence', 'IMPACT', 'SYMBOL', 'Gene', 'Feature_type', 'Feature', 'BIOTYPE', 'EXON', 'HGVSc', 'HGVSp', 'cDNA_position', 'CDS_position', 'Protein_position', 'DISTANCE', 'FLAGS']

/**
 * Recognises VEP's `… Format: A|B|C` under any name (`--vcf_info_field`) and SnpEff's `Functional annotations: 'Allele | Annotation | …'`.
 * The header is the only source of VEP's order. Null for any other INFO field.
 */
export function annotationOf(id: string, description: string): AnnotationHeader | null {
  if (description.startsWith('Functional annotations:')) return { field: id, style: 'ann', columns: new Map(annColumns.map((name, at) => [name, at])) }
  const from = description.indexOf('Format:')
  if (from < 0 || !description.includes('|', from)) return null
  const names = description.slice(from + 'Format:'.length).replaceAll('"', '').split('|').map((name) => name.trim())
  if (!names.includes('Consequence') || !(names.includes('SYMBOL') || names.includes('Gene'))) return null
  return { field: id, style: 'csq', columns: new Map(names.map((name, at) => [name, at])) }
}
