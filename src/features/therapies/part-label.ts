import type { Contribution } from '#src/domain/analysis.ts'

type Label = (said: (name: string) => string) => string

/** Short names of the rules for the score bars, where a sentence has no room; the sentence itself stands in for and against. */
const labels: Record<string, Label> = {
  'evidence.sensitivity': (said) => `Level ${said('level')}, ${said('biomarker')}`,
  'evidence.label': (said) => `Label, ${said('biomarker')}`,
  'evidence.part_of_regimen': (said) => `Part of it: ${said('level')}, ${said('biomarker')}`,
  'mechanism.hit': (said) => `Hits ${said('target')}, ${said('driver')}`,
  'mechanism.lethality': (said) => `Partner ${said('target')} of ${said('driver')}`,
  'prior.histology': () => 'Class in this tumour type',
  'resistance.evidence': (said) => `Resistance ${said('level')}, ${said('biomarker')}`,
  'resistance.no_benefit': (said) => `No benefit, ${said('biomarker')}`,
  'resistance.inferior': () => 'Inferior to another option',
  'resistance.gate': (said) => `Gate, ${said('biomarker')}`,
  'resistance.bypass': (said) => `Bypass by ${said('driver')}`,
  'resistance.convergence': (said) => `${said('driver')} meets below`,
  'resistance.inferred_gate': (said) => `Gate, inferred, ${said('driver')}`,
  'limit.diminishing': () => 'Further items count less',
  'limit.mechanism_cap': () => 'Cap on mechanism',
  'limit.resistant_target': (said) => `Target resistant, ${said('driver')}`,
  'limit.unproven': () => 'Not proven in patients', 'limit.parts': () => 'Whole not proven',
  'limit.bounds': () => 'Bounds of the score',
  'limit.computed': () => 'Computed combination',
  'coverage.added': () => 'Reaches more drivers',
  'coverage.redundant': () => 'Reaches the same driver twice',
}

export function partLabel(part: Contribution & { because: string }): string {
  const missing: string[] = []
  const said = (name: string) => {
    const value = part.params[name]
    if (value === undefined) missing.push(name)
    return Array.isArray(value) ? value.join(', ') : String(value ?? '')
  }
  const label = labels[part.rule]?.(said)
  if (label === undefined) return part.because
  return missing.length > 0 ? label.replace(/[\s,]+$/, '') : label
}
