/** Kinds of file as people call them; one that is not in the table is shown as the host names it. */
const words: Readonly<Record<string, string>> = {
  vcf: 'VCF', maf: 'MAF', 'cna-wide': 'copy-number calls (cBioPortal)', 'cna-long': 'copy-number calls (cBioPortal)', 'structural-variants': 'structural variants (cBioPortal)', 'clinical-patient': 'clinical data of patients', 'clinical-sample': 'clinical data of samples',
  'panel-matrix': 'panel of each sample', 'gene-panel': 'gene panel', 'study-meta': 'description of a study', 'case-list': 'list of samples', tso500: 'TSO500 output', 'gene-table': "laboratory's own table", companion: 'lies beside records, holds none', 'cancer-types': 'list of cancer types',
  'fhir-genomics': 'FHIR genomics', 'foundation-xml': 'Foundation XML', unknown: 'kind not recognised',
}
export const formatWords = (format: string): string => words[format] ?? format
