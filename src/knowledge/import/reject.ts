/** Why an item of a public release becomes no row. Every item that is read becomes rows or exactly one of these. */
export type RejectCode =
  | 'line_broken' | 'duplicate_item' | 'not_accepted' | 'flagged' | 'not_predictive' | 'in_release' | 'direction_not_stated' | 'resistance_not_supported'
  | 'significance_not_expressible' | 'level_unknown' | 'no_therapy' | 'no_therapy_match' | 'therapy_is_a_class' | 'therapies_not_joined' | 'therapies_in_sequence'
  | 'no_disease_match' | 'profile_not_expressible' | 'gene_unknown' | 'selects_nobody' | 'no_source' | 'contradicts_release'
  | 'tumour_not_readable' | 'tumour_without_name' | 'tumour_without_parent' | 'tumour_code_twice' | 'tumour_code_unreadable'

/** `item` is the source's own id (`EID123`, an OncoTree code), null where the line does not give one; of JSON the line is the place in reading order. `what` is the value that did not fit. */
export type Reject = { file: string; line: number; item: string | null; code: RejectCode; what: string }

const sentences: Readonly<Record<RejectCode, string>> = {
  line_broken: 'the line does not have the columns of the header',
  duplicate_item: 'the item stands in the file already',
  not_accepted: 'the item is not accepted by the source\'s editors',
  flagged: 'curators of the source have flagged the item',
  not_predictive: 'the item does not speak of the response to a therapy',
  in_release: 'the release holds the item already, in a row of its own',
  direction_not_stated: 'neither supports nor contradicts what it speaks of',
  resistance_not_supported: 'says that something is no resistance, which is no sensitivity either',
  significance_not_expressible: 'the kind of response is neither sensitivity nor resistance',
  level_unknown: 'the evidence level is none of A to E',
  no_therapy: 'the item names no therapy',
  no_therapy_match: 'a therapy is not among the drugs of the release',
  therapy_is_a_class: 'names a group of drugs; evidence on a group says nothing of each of its drugs',
  therapies_not_joined: 'several therapies, and not said whether together or instead of one another',
  therapies_in_sequence: 'given one after another; a row speaks of what is given together',
  no_disease_match: 'the disease has no OncoTree match',
  profile_not_expressible: 'the molecular profile cannot be written as a biomarker expression',
  gene_unknown: 'a gene is not among the genes of the release',
  selects_nobody: 'the molecular profile only excludes; it selects nobody',
  no_source: 'the item cites nothing',
  contradicts_release: 'a row of the release says the opposite of the same therapy, tumour and biomarker; a person has to decide',
  tumour_not_readable: 'the tumour type does not have the fields of OncoTree',
  tumour_without_name: 'the tumour type has no name',
  tumour_without_parent: 'the parent of the tumour type is not in the file',
  tumour_code_twice: 'the code stands in the file already',
  tumour_code_unreadable: 'the code is not made of capitals, digits, "_", "-" or "/"',
}

/** The reason in words, with the value that did not fit. */
export const rejectSentence = ({ code, what }: Pick<Reject, 'code' | 'what'>): string => (what === '' ? sentences[code] : `${sentences[code]}: ${what}`)
