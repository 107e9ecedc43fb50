import type { Knowledge } from '../knowledge.ts'

/** Regimens an item becomes rows of, and drugs that were left out of it; or why there is none. */
export type ReadTherapies =
  | { regimens: string[][]; leftOut: string[] }
  | { code: 'no_therapy' | 'no_therapy_match' | 'therapy_is_a_class' | 'therapies_not_joined' | 'therapies_in_sequence'; what: string }

export type DrugNames = (text: string) => readonly string[] | null

/**
 * The therapies of an item as regimens of drugs of the release. `Combination` is one regimen of all; `Substitutes` says that each drug alone does it, and is one
 * regimen each. A combination with an unknown part is refused whole: the rest of it is another therapy. Of substitutes the unknown ones are left out and said.
 */
export function civicTherapies(therapies: string, interaction: string, drugsOf: DrugNames): ReadTherapies {
  const names = therapies.split(',').map((name) => name.trim()).filter((name) => name !== '')
  if (names.length === 0) return { code: 'no_therapy', what: '' }
  const kind = interaction.toLowerCase()
  if (kind === 'sequential') return { code: 'therapies_in_sequence', what: names.join(', ') }
  if (names.length > 1 && kind !== 'combination' && kind !== 'substitutes') return { code: 'therapies_not_joined', what: names.join(', ') }
  const found = names.map((name) => ({ name, drugs: drugsOf(name) }))
  const unknown = found.filter((one) => one.drugs === null).map((one) => one.name)
  if (unknown.length > 0 && (kind !== 'substitutes' || unknown.length === names.length)) {
    return { code: unknown.every(isClassName) ? 'therapy_is_a_class' : 'no_therapy_match', what: unknown.join(', ') }
  }
  const sets = kind === 'substitutes' ? found.flatMap((one) => (one.drugs === null ? [] : [one.drugs])) : [found.flatMap((one) => one.drugs ?? [])]
  const regimens = new Map(sets.map((set) => [...new Set(set)].sort()).map((set) => [set.join('+'), set]))
  return { regimens: [...regimens.values()], leftOut: unknown }
}

/** Names of groups, as CIViC and NCIt write them. */
const classWords = /\b(?:inhibitor|inhibitors|inhibition|compound|therapy|chemotherapy|immunotherapy|antibody|agent|doublet|antagonist|antibiotic)$/i
const isClassName = (name: string): boolean => classWords.test(name)

/** Salts and water in a name: the same drug. */
const saltWords: ReadonlySet<string> = new Set([
  'acetate', 'anhydrous', 'besylate', 'bismesylate', 'calcium', 'citrate', 'dihydrochloride', 'dimaleate', 'ditosylate', 'fumarate', 'hydrochloride', 'malate', 'maleate', 'mesylate', 'monohydrate', 'phosphate',
  'sodium', 'succinate', 'sulfate', 'tosylate',
])

/**
 * Names as the release's drugs: by name, synonym or code whatever the case and hyphens, without the salt, and from `Akt Inhibitor MK2206` by its code.
 * `Ipilimumab/Nivolumab Regimen` is both drugs. Null for a name that is none of them.
 */
export function drugNames(knowledge: Pick<Knowledge, 'drugNames'>): DrugNames {
  const folded = new Map<string, string | null>()
  // a folded name that two drugs share names neither
  for (const [name, drug] of knowledge.drugNames) folded.set(fold(name), (folded.get(fold(name)) ?? drug) === drug ? drug : null)
  const one = (text: string): string | null => {
    const words = text.trim().split(/\s+/)
    const bare = words.filter((word) => !saltWords.has(word.toLowerCase()))
    const last = words.at(-1) ?? ''
    const code = words.length > 1 && /[0-9]/.test(last) ? folded.get(fold(last)) : null
    return knowledge.drugNames.get(text.toLowerCase()) ?? folded.get(fold(text)) ?? (bare.length > 0 ? folded.get(fold(bare.join(' '))) : null) ?? code ?? null
  }
  return (text) => {
    const whole = one(text)
    if (whole !== null) return [whole]
    const regimen = text.endsWith(' Regimen') ? text.slice(0, -' Regimen'.length) : null
    const parts = regimen?.split('/').map(one) ?? []
    return parts.length > 0 && parts.every((part) => part !== null) ? parts : null
  }
}

const fold = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '')
