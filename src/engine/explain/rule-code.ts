/** The closed set of rules a run can name. Each has its sentence in explain/: a missing one does not compile. */
export const ruleCodes = [
  // points
  'evidence.sensitivity', 'evidence.label', 'evidence.part_of_regimen', 'mechanism.hit', 'mechanism.lethality', 'prior.histology',
  'resistance.evidence', 'resistance.no_benefit', 'resistance.inferior', 'resistance.gate', 'resistance.bypass', 'resistance.convergence', 'resistance.inferred_gate',
  'limit.diminishing', 'limit.mechanism_cap', 'limit.resistant_target', 'limit.unproven', 'limit.parts', 'limit.bounds',
  'coverage.added', 'coverage.redundant', 'limit.computed',
  // said without points
  'against.resistance', 'against.no_benefit', 'against.inferior', 'against.bypass', 'against.convergence', 'against.uncovered', 'against.feedback', 'against.withdrawn',
  'note.relieved', 'note.phase_assumed', 'note.not_assessable', 'note.caution_hypothesis', 'note.standard_of_care', 'note.recalled', 'note.evidence', 'note.subclonal',
  'note.not_specified', 'note.hypothesis', 'note.disputed', 'note.other_context',
  'run.empty', 'run.unknown_tumour', 'run.model_system', 'run.overrides', 'run.possible_germline',
  // not assessable
  'unknown.not_covered', 'unknown.not_measured', 'unknown.origin', 'unknown.phase', 'unknown.not_specified',
  // interactions
  'interaction.same_pathway', 'interaction.bypass', 'interaction.convergence', 'interaction.acquired_resistance', 'interaction.synthetic_lethality',
  'interaction.release', 'interaction.added_road', 'interaction.reversion', 'interaction.one_event', 'interaction.second_hit', 'interaction.modifies_evidence', 'interaction.mutually_exclusive',
  // criteria of oncogenicity
  'criterion.curated', 'criterion.curated_function', 'criterion.curated_region', 'criterion.named', 'criterion.named_function', 'criterion.null_in_suppressor',
  'criterion.stated', 'criterion.length_change', 'criterion.same_residue', 'criterion.amplified_oncogene', 'criterion.deleted_suppressor', 'criterion.fused_oncogene',
  'criterion.population', 'criterion.silent', 'criterion.curated_benign', 'criterion.expert',
  // feasibility
  'feasibility.label', 'feasibility.availability', 'feasibility.setting', 'feasibility.drug_before', 'feasibility.class_before', 'feasibility.performance', 'feasibility.organ', 'feasibility.allergy',
  'feasibility.brain',
] as const
export type RuleCode = (typeof ruleCodes)[number]

const known: ReadonlySet<string> = new Set(ruleCodes)

export function isRuleCode(text: string): text is RuleCode {
  return known.has(text)
}
