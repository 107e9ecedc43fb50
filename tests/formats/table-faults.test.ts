import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readRecords } from '#src/formats/read-records.ts'
import { loadKnowledge } from '#src/knowledge/load-knowledge.ts'
import { readContext } from '#src/server/intake/read-context.ts'
import { hasSharedData, sharedPath } from '#tests/support/shared-data.ts'
import { readingOf, tabbed } from '#tests/support/reading-of.ts'

const present = hasSharedData('cases', 3)
const at = (...parts: string[]) => sharedPath('cases', ...parts) ?? ''

/**
 * cBioPortal's own broken tables (its validator is tested on them; the names say the fault), and every place that has to be said: rule, line, column. A file
 * without a place is a valid one. What is said of each was compared with the rule of the validator by hand.
 */
const faults: readonly (readonly [string, readonly string[]])[] = [
  ['cbioportal/data_mutations_absence_custom_annotation_columns_when_custom_values_columns.maf', ['column_missing 1 cbp_driver_annotation', 'column_missing 1 cbp_driver_tiers_annotation']],
  ['cbioportal/data_mutations_absence_custom_values_columns_when_custom_annotation_columns.maf', ['column_missing 1 cbp_driver', 'column_missing 1 cbp_driver_tiers']],
  ['cbioportal/data_mutations_check_special_cases_allele.maf', ['no_changed_allele 2 Tumor_Seq_Allele2', 'alleles_contradict_type 4 Variant_Type', 'alleles_contradict_type 5 Variant_Type', 'alleles_contradict_type 7 Variant_Type']],
  ['cbioportal/data_mutations_empty_custom_annotation_fields.maf', ['position_not_a_number 2 End_Position', 'annotation_without_value 4 cbp_driver_tiers', 'annotation_without_value 6 cbp_driver_annotation', 'annotation_without_value 7 cbp_driver_tiers_annotation', 'position_not_a_number 7 End_Position']],
  ['cbioportal/data_mutations_invalid_variant_classification.maf', ['classification_spelling 12 Variant_Classification', 'classification_unknown 13 Variant_Classification']],
  ['cbioportal/data_mutations_missing_aa_change_column.maf', ['column_missing 1 HGVSp_Short']],
  ['cbioportal/data_mutations_ms.maf', ['value_not_in_list 2 Mutation_Status']],
  ['cbioportal/data_mutations_not_supported_custom_driver_annotation_values.maf', ['value_not_in_list 2 cbp_driver']],
  ['cbioportal/data_mutations_test_variant_types.maf', ['position_end_before_start 2 End_Position', 'classification_unknown 2 Variant_Classification', 'alleles_contradict_type 3 Variant_Type', 'classification_unknown 3 Variant_Classification', 'position_contradicts_alleles 4 End_Position', 'protein_change_unclear 4 HGVSp_Short', 'classification_unknown 4 Variant_Classification', 'protein_change_unclear 5 HGVSp_Short', 'classification_unknown 5 Variant_Classification', 'alleles_contradict_type 6 Variant_Type', 'alleles_contradict_type 7 Variant_Type', 'alleles_contradict_type 8 Variant_Type', 'allele_invalid 11 Tumor_Seq_Allele2']],
  ['cbioportal/data_mutations_vs.maf', ['value_not_in_list 2 Validation_Status', 'value_not_in_list 3 Verification_Status']],
  ['cbioportal/meta_mutations_invalid_swissprot_idspec.txt', ['value_not_in_list 9 swissprot_identifier']],
  ['misc/data_cancertype_blank_color_col.txt', ['value_invalid 1 colour', 'tumour_type_redefined 1 id']],
  ['misc/data_cancertype_invalid_color.txt', ['value_invalid 1 colour']],
  ['misc/data_cancertype_lung.txt', ['tumour_type_redefined 1 id']],
  ['misc/data_cancertype_lung_twice.txt', ['tumour_type_redefined 1 id', 'record_twice 2 id', 'tumour_type_redefined 2 id']],
  ['misc/data_cancertype_redefining.txt', ['tumour_type_redefined 1 id']],
  ['misc/data_clin_coldefs_banned_attribute.txt', ['attribute_reserved 5 MUTATION_COUNT']],
  ['misc/data_clin_coldefs_correct.txt', []],
  ['misc/data_clin_coldefs_hardcoded_attrs.txt', ['attribute_of_samples 5 OTHER_SAMPLE_ID', 'attribute_of_samples 5 METASTATIC_SITE', 'attribute_type_wrong 3 OS_MONTHS']],
  ['misc/data_clin_coldefs_lowercase_attribute.txt', ['attribute_not_in_capitals 5 Sausage']],
  ['misc/data_clin_date_in_nondate_column.txt', ['value_is_a_date 8 SOME_SCORE', 'value_is_a_date 9 SOME_SCORE']],
  ['misc/data_clin_hardcoded_attr_vals.txt', ['value_not_in_list 6 OS_STATUS', 'value_not_in_list 7 DFS_STATUS', 'value_not_in_list 8 PFS_STATUS', 'value_not_in_list 9 OS_STATUS', 'value_not_in_list 10 DFS_STATUS', 'value_not_in_list 11 DFS_STATUS', 'value_missing 13 OS_MONTHS']],
  ['misc/data_clin_order2.txt', []],
  ['misc/data_clin_repeated_sample.txt', ['record_twice 11 -']],
  ['misc/data_clin_repeated_tcga_sample.txt', ['record_twice 11 -']],
  ['misc/data_clinical_sam_no_hdr.txt', ['header_lines_missing 1 -']],
  ['misc/data_cna_blank_heading.txt', ['column_name_blank 1 -', 'column_name_blank 1 -']],
  ['misc/data_cna_cytoband.txt', []],
  ['misc/data_cna_genecol_presence_both.txt', []],
  ['misc/data_cna_genecol_presence_both_invalid_hugo.txt', ['gene_name_invalid 2 gene', 'gene_name_invalid 3 gene']],
  ['misc/data_cna_genecol_presence_both_invalid_hugo_integer.txt', ['gene_name_invalid 5 gene', 'gene_name_invalid 6 gene', 'gene_name_invalid 8 gene']],
  ['misc/data_cna_genecol_presence_entrez_only.txt', ['column_missing 1 Hugo_Symbol']],
  ['misc/data_cna_genecol_presence_entrez_only_invalid.txt', ['column_missing 1 Hugo_Symbol']],
  ['misc/data_cna_genecol_presence_hugo_only.txt', []],
  ['misc/data_cna_genecol_presence_hugo_only_invalid.txt', ['gene_name_invalid 4 gene', 'gene_name_invalid 5 gene']],
  ['misc/data_cna_genecol_presence_hugo_only_possible_alias.txt', ['gene_alias 4 gene']],
  ['misc/data_cna_invalid_values.txt', ['copy_number_invalid 6 TCGA-A1-A0SB-01', 'copy_number_invalid 7 TCGA-A1-A0SH-01', 'copy_number_invalid 9 TCGA-A1-A0SH-01']],
  ['misc/data_cna_long_duplicated_gene.txt', ['record_twice 9 -']],
  ['misc/data_cna_long_genecol_no_namespace.txt', []],
  ['misc/data_cna_long_genecol_no_sample_id.txt', ['column_missing 1 Sample_Id']],
  ['misc/data_cna_long_genecol_no_value.txt', ['column_missing 1 Value']],
  ['misc/data_cna_long_genecol_presence_neither_genic.txt', ['column_missing 1 Hugo_Symbol']],
  ['misc/data_cna_long_invalid_values.txt', ['copy_number_invalid 12 Value', 'copy_number_invalid 18 Value', 'copy_number_invalid 24 Value', 'copy_number_invalid 33 Value']],
  ['misc/data_generic_assay_categorical_valid_predefined_data.txt', []],
  ['misc/data_generic_assay_valid_continuous.txt', []],
  ['misc/data_generic_assay_with_non_numerical_data.txt', ['value_invalid 3 TCGA-A1-A0SB-01']],
  ['misc/data_generic_assay_without_entity_id_column.txt', ['column_missing 1 ENTITY_STABLE_ID']],
  ['misc/data_gisticgenes_del_region_without_genes.txt', ['value_invalid 4 genes_in_region', 'value_invalid 5 genes_in_region']],
  ['misc/data_gsva_pvalues_outrange.txt', ['value_invalid 4 TCGA-A1-A0SB-01', 'value_invalid 6 TCGA-A1-A0SE-01', 'value_invalid 8 TCGA-A1-A0SD-01']],
  ['misc/data_gsva_scores_outrange.txt', ['value_invalid 2 TCGA-A1-A0SH-01', 'value_invalid 5 TCGA-A1-A0SB-01', 'value_invalid 7 TCGA-A1-A0SD-01']],
  ['misc/data_methylation_invalid_values.txt', ['value_invalid 2 TCGA-A1-A0SD-01', 'value_invalid 5 TCGA-A1-A0SE-01', 'value_invalid 8 TCGA-A1-A0SE-01']],
  ['misc/data_pd_annotation_missing_col_driver.txt', ['column_missing 1 CBP_DRIVER']],
  ['misc/data_pd_annotation_missing_fields.txt', ['value_invalid 2 Entrez_Gene_Id', 'value_invalid 3 Hugo_Symbol', 'value_invalid 5 cbp_driver', 'value_invalid 6 Entrez_Gene_Id', 'value_invalid 6 Hugo_Symbol', 'value_invalid 7 cbp_driver', 'value_invalid 8 cbp_driver_tiers']],
  ['misc/data_resource_definition_missing_resourceId.txt', ['value_invalid 3 RESOURCE_ID']],
  ['misc/data_resource_is_not_url.txt', ['value_invalid 2 URL']],
  ['misc/data_resource_patient_duplicate.txt', ['record_twice 4 -']],
  ['misc/data_resource_study_duplicate.txt', ['record_twice 3 -']],
  ['misc/data_resource_study_valid.txt', []],
  ['misc/data_rppa_invalid_values.txt', ['value_invalid 3 TCGA-A1-A0SB-01', 'value_invalid 6 TCGA-A1-A0SE-01', 'value_invalid 9 Composite.Element.REF', 'value_invalid 9 TCGA-A1-A0SB-01', 'value_invalid 10 Composite.Element.REF']],
  ['misc/data_rppa_valid.txt', []],
  ['misc/data_structural_variants_duplicate_entry.txt', ['record_twice 9 -']],
  ['misc/data_structural_variants_missing_columns.txt', ['column_missing 1 SV_Status', 'column_missing 1 Site2_Hugo_Symbol']],
  ['misc/data_structural_variants_missing_values.txt', ['gene_missing 3 Site1_Hugo_Symbol', 'gene_missing 8 Site1_Hugo_Symbol']],
  ['misc/data_timeline_invalid_start_date.txt', ['value_invalid 2 START_DATE', 'value_invalid 3 START_DATE']],
]

/** Files in which a portal finds what a reader of one file cannot, and why. */
const unseen: Readonly<Record<string, string>> = {
  'misc/data_cna_genecol_presence_both_invalid_couple.txt': 'symbol and Entrez number name two genes: we hold no table of Entrez numbers and read symbols only',
  'misc/data_cna_genecol_presence_hugo_only_ambiguous.txt': 'TRAPPC2P1 is two genes in the portal\'s own table; in HGNC it is one',
  'misc/data_gsva_pvalues_missing_row.txt': 'a gene set that the scores have and the p values lack: shows only beside the other file, and neither is read',
  'misc/data_gsva_scores_missing_row.txt': 'a gene set that the p values have and the scores lack: shows only beside the other file, and neither is read',
  'misc/data_clin_patient_without_samples.txt': 'shows only beside the table of samples: tested below',
  'misc/data_unique_column_test.txt': 'which column has to be unique is said by the meta file',
  'cbioportal/data_mutations_not_loaded_ms.maf': 'nothing is wrong: states that are no mutation (None, Wildtype), counted as stated absent',
  'cbioportal/data_mutations_silent_alternative.maf': 'nothing is wrong: silent rows and rows between genes, counted',
}

/** Said of every file of the kind, not of a fault in it. */
const always = new Set(['low_level_copy_changes', 'genes_not_on_panel', 'genome_build_unknown', 'format_not_read', 'gene_ambiguous'])
const pathOf = (name: string) => (name.startsWith('misc/') ? at('maf-conformance', 'cbioportal_misc', name.slice(5)) : at('maf-conformance', name))

describe.runIf(present)('broken tables of cBioPortal', () => {
  const context = readContext(loadKnowledge())
  const placesOf = async (path: string) => {
    const { problems } = await readRecords([{ name: 'table.txt', bytes: readFileSync(path) }], context)
    for (const { message, line } of problems) {
      // What it is, where, and what becomes of it: two sentences or one of some length.
      expect(message).toMatch(/^[A-Z0-9"].{25,}[.…)]$/s)
      if (line !== null && !message.startsWith('"') && /^Line [0-9]/.test(message)) expect(message).toMatch(new RegExp(`^Line ${line}:`))
    }
    return problems.filter(({ code, line, column }) => !always.has(code) && (line !== null || column !== null)).map(({ code, line, column }) => `${code} ${line ?? '-'} ${column ?? '-'}`)
  }

  it.each(faults)('%s', async (name, places) => {
    expect(await placesOf(pathOf(name))).toEqual(places)
  })

  it('names every table of the collection, in the list of faults or among those that one file cannot show', async () => {
    const named = new Set([...faults.map(([name]) => name), ...Object.keys(unseen)].map((name) => (name.startsWith('misc/') ? `maf-conformance/cbioportal_misc/${name.slice(5)}` : `maf-conformance/${name}`)))
    const all = readFileSync(at('manifest.tsv'), 'utf8').split('\n').map((line) => line.split('\t')).filter(([, kind]) => kind === 'maf-conformance' || kind === 'cbioportal-table-conformance').map(([file = '']) => file)
    expect(all.filter((file) => !named.has(file))).toEqual([])
    process.stdout.write(`broken tables of cBioPortal: ${all.length} files, ${faults.reduce((sum, [, places]) => sum + places.length, 0)} faults said at their place, ${Object.keys(unseen).length} files whose fault one file cannot show\n`)
  })

  it('the study of many faults: what the portal\'s own report lists of its tables', async () => {
    expect(await placesOf(at('study', 'study_various_issues', 'data_patients.txt'))).toEqual(['attribute_type_wrong 3 DFS_MONTHS', 'value_not_a_number 536 OS_MONTHS', 'value_not_a_number 540 OS_MONTHS'])
    const both = await readRecords(['data_patients.txt', 'data_samples.txt'].map((name) => ({ name, bytes: readFileSync(at('study', 'study_various_issues', name)) })), context)
    expect(both.problems.find((problem) => problem.code === 'patient_not_described')?.message).toContain('TCGA-A2-A0T2')
  })
})

describe('a study that contradicts itself', () => {
  it('says patients without samples and samples without patients', async () => {
    const patients = tabbed(['PATIENT_ID', 'SEX'], ['P1', 'Female'], ['CASPER', 'Male'])
    const samples = tabbed(['PATIENT_ID', 'SAMPLE_ID', 'ONCOTREE_CODE'], ['P1', 'S1', 'LUAD'], ['P2', 'S2', 'LUAD'])
    const { problems } = await readingOf({ patients, samples })
    expect(problems.filter((problem) => problem.column === 'PATIENT_ID').map(({ code, file, message }) => [code, file, /CASPER|P2/.exec(message)?.[0]])).toEqual([['patient_without_sample', 'patients', 'CASPER'], ['patient_not_described', 'samples', 'P2']])
    expect((await readingOf({ samples })).problems.filter((problem) => problem.column === 'PATIENT_ID')).toEqual([])
  })
})
