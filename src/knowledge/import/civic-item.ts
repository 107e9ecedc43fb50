/** One evidence item of CIViC as its table states it, under the names of the newer table. Nothing is judged yet. */
export type CivicItem = {
  line: number
  /** `EID123`. */
  id: string
  profile: string
  disease: string
  /** Digits of the Disease Ontology id; empty where the source gives none. */
  doid: string
  therapies: string
  interaction: string
  type: string
  direction: string
  level: string
  significance: string
  rating: string
  status: string
  origin: string
  flagged: string
  citationId: string
  sourceType: string
  ascoId: string
}

/** `profiles`: the table since 2022, nightly and monthly alike. `variants`: the monthly table before it, with gene, variant and drugs in columns of their own. */
export type CivicFormat = 'profiles' | 'variants'

const shared = ['disease', 'doid', 'evidence_type', 'evidence_direction', 'evidence_level', 'citation_id', 'source_type', 'rating', 'evidence_status', 'evidence_id'] as const
const own: Readonly<Record<CivicFormat, readonly string[]>> = {
  profiles: ['molecular_profile', 'therapies', 'therapy_interaction_type', 'significance', ...shared],
  variants: ['gene', 'variant', 'drugs', 'drug_interaction_type', 'clinical_significance', ...shared],
}

/** Which of the two tables a header is, by its columns, in whatever order and with whatever more; null with what the nearer one lacks when it is neither. */
export function civicFormat(header: readonly string[]): { format: CivicFormat } | { format: null; missing: readonly string[] } {
  const names = new Set(header)
  const missing = (format: CivicFormat): string[] => own[format].filter((name) => !names.has(name))
  if (missing('profiles').length === 0) return { format: 'profiles' }
  if (missing('variants').length === 0) return { format: 'variants' }
  return { format: null, missing: names.has('gene') && names.has('variant') ? missing('variants') : missing('profiles') }
}

/** Cells of a line as an item, by the header's names. Columns of later or earlier releases that are absent read as empty. */
export function civicItem(format: CivicFormat, header: readonly string[], cells: readonly string[], line: number): CivicItem {
  const byName = new Map(header.map((name, at) => [name, (cells[at] ?? '').trim()]))
  const cell = (name: string): string => byName.get(name) ?? ''
  const profiles = format === 'profiles'
  return {
    line, id: `EID${cell('evidence_id')}`, profile: profiles ? cell('molecular_profile') : `${cell('gene')} ${cell('variant')}`, disease: cell('disease'),
    doid: cell('doid').replace('DOID:', ''), therapies: cell(profiles ? 'therapies' : 'drugs'), interaction: cell(profiles ? 'therapy_interaction_type' : 'drug_interaction_type'),
    type: cell('evidence_type'), direction: cell('evidence_direction'), level: cell('evidence_level'), significance: cell(profiles ? 'significance' : 'clinical_significance'),
    rating: cell('rating'), status: cell('evidence_status'), origin: cell('variant_origin'), flagged: cell('is_flagged'),
    citationId: cell('citation_id'), sourceType: cell('source_type'), ascoId: cell('asco_abstract_id'),
  }
}
