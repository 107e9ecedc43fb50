/** Why a record was counted instead of read, in words. A reason that is missing here is shown as its code. */
const words: Readonly<Record<string, string>> = {
  reference_block: 'state the reference: no alteration',
  stated_by_another_record: 'repeat what another record states',
  no_gene_annotation: 'name no gene',
  intergenic_or_intronic: 'lie outside coding sequence and splice sites',
  outside_reference_transcript: 'lie outside the reference transcript of the gene, but inside another one',
  silent: 'do not change the protein',
  not_in_the_tumour_sample: 'were not seen in the tumour sample',
  unreadable_line: 'could not be read; see the errors',
  columns_not_understood: 'stand under columns whose meaning is not known',
  kind_of_change_unknown: 'name no kind of change that is known',
  another_sample: 'belong to another sample',
  no_copy_number_call: 'show no copy-number change',
  low_level_copy_change: 'are single-copy gains or losses in a cohort',
  not_tested: 'say that the gene was not tested',
  failed_by_the_caller: 'failed the caller\'s own filters',
  stated_absent: 'state that the variant is absent',
  no_call: 'state that no call could be made',
  indeterminate: 'are indeterminate',
  below_limit: 'lie below the limit of detection',
  not_stated: 'do not say whether the variant is present',
  withdrawn_by_laboratory: 'were withdrawn by the laboratory',
  another_patient: 'belong to another person',
  over_the_limit: 'lie beyond the number of findings that are kept',
}

/** `1206 counted, not read: they lie outside coding sequence and splice sites.` */
export function listedSentence(reason: string, count: number): string {
  return `${count} counted, not read: they ${words[reason] ?? reason}.`
}
