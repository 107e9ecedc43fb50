/** One finding of the lint. `detail` quotes what was found; a blocking one stops signing. */
export type FindingCode =
  | 'forbidden_wording' | 'contradicted_by_decision' | 'number_mismatch' | 'unlinked_claim' | 'unknown_source' | 'empty_section' | 'reading_grade' | 'gap_not_printed'
  | 'dissent_not_printed' | 'level_a_missing' | 'patient_part_behind' | 'survival_number' | 'dose_or_urgency'
export type Finding = { code: FindingCode; section: string; detail: string; blocking: boolean }
