/** Why a record is counted and not an alteration of the table, as it stands beside its count. A reason that is missing here is shown as its code. */
const words: Readonly<Record<string, string>> = {
  reference_block: 'stretch that equals the reference', stated_by_another_record: 'repeats another record', no_gene_annotation: 'no gene named', intergenic_or_intronic: 'outside coding sequence and splice sites',
  outside_reference_transcript: 'outside the reference transcript', silent: 'protein not changed', not_in_the_tumour_sample: 'not seen in the tumour sample', unreadable_line: 'could not be read',
  kind_of_change_unknown: 'kind of change not known', another_sample: 'another sample', no_copy_number_call: 'no copy-number change', low_level_copy_change: 'single-copy gain or loss', not_tested: 'gene not tested',
  failed_by_the_caller: "failed the caller's own filters", stated_absent: 'stated as absent', no_call: 'no call possible', indeterminate: 'indeterminate', over_the_limit: 'beyond the number that is kept',
}

export const listedWords = (reason: string) => words[reason] ?? reason.replaceAll('_', ' ')
