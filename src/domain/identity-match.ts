import type { IntakeForm } from './intake.ts'
import type { StatedFact, StatedField } from './record-reading.ts'

/** Source of what a person entered at intake, beside the names of files. */
export const fromForm = 'form'

export type IdentityValue = { value: string | null; said: string; sources: string[] }
export type IdentityRow = {
  field: StatedField
  /** `unresolved`: a file says something that no value of ours is known for. */
  state: 'agrees' | 'differs' | 'one_source' | 'unresolved'
  /** A difference here means another person or another tumour, and cannot be passed with a gap. */
  stops: boolean
  values: IdentityValue[]
}

type Same = (a: string, b: string) => boolean
type Claim = { source: string; value: string | null; said: string }

const words = (text: string) => new Set(text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase().split(/[^a-z0-9]+/).filter((word) => word.length > 1 && !['mr', 'mrs', 'ms', 'dr', 'prof'].includes(word)))
const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '')
/** The shorter of two names may lack a middle name, not have another one. */
const sameName: Same = (a, b) => { const [x, y] = [words(a), words(b)]; const [few, many] = x.size <= y.size ? [x, y] : [y, x]; return few.size > 0 && [...few].every((word) => many.has(word)) }
/** `1963` and `1963-04-02` agree: one says less. */
const sameDate: Same = (a, b) => a.startsWith(b) || b.startsWith(a)

/** Fields that are compared, in the order they are shown; the rest of what files say is only offered to the form. */
const compared: readonly { field: StatedField; stops: boolean; same: Same }[] = [
  { field: 'patient_id', stops: false, same: (a, b) => plain(a) === plain(b) }, { field: 'patient_name', stops: false, same: sameName }, { field: 'sex', stops: true, same: (a, b) => a === b || a === 'other' || b === 'other' },
  { field: 'birth_date', stops: true, same: sameDate }, { field: 'sample_id', stops: true, same: (a, b) => plain(a) === plain(b) }, { field: 'specimen_collected', stops: false, same: sameDate }, { field: 'tumour_type', stops: true, same: (a, b) => a === b },
]

/** Names that callers give the tumour column when they know no better: they say nothing of whose it is. */
const unnamed = new Set(['tumor', 'tumour', 'tumordna', 'tumorrna', 'tumorsample', 'sample', 'sample1', 'unknown', 'primary', 'metastasis'])
export const isUnnamedSample = (name: string): boolean => unnamed.has(plain(name))

/**
 * What the files and the form say of one person, one specimen and one tumour, field by field. Two sources contradict each other when they share no value: one file
 * may name a patient by two numbers. The pseudonym of the form is no name and is not compared. `isOneTumour`: two OncoTree codes lie on one branch.
 */
export function matchIdentity(stated: readonly StatedFact[], form: Pick<IntakeForm, 'identity' | 'tumourType' | 'specimen' | 'sample' | 'alsoSamples'>, isOneTumour: Same): IdentityRow[] {
  const typed: Partial<Record<StatedField, readonly (string | null)[]>> = {
    patient_id: [form.identity.localId], sex: [form.identity.sex === 'unknown' ? null : form.identity.sex], birth_date: [form.identity.birthYear === null ? null : String(form.identity.birthYear)],
    specimen_collected: [form.specimen.collected], tumour_type: [form.tumourType],
  }
  return compared.flatMap(({ field, stops, same }): IdentityRow[] => {
    const claims: Claim[] = [
      ...stated.filter((fact) => fact.field === field && !(field === 'sample_id' && isUnnamedSample(fact.said))).map((fact) => ({ source: fact.file, value: fact.value, said: fact.said })),
      ...(typed[field] ?? []).flatMap((value) => (value === null || value === '' ? [] : [{ source: fromForm, value, said: value }])),
    ]
    if (!claims.some((claim) => claim.source !== fromForm)) return []
    const joined = field === 'sample_id' ? new Set([form.sample ?? '', ...form.alsoSamples].filter(Boolean).map(plain)) : null
    const agree: Same = field === 'tumour_type' ? isOneTumour : joined === null ? same : (a, b) => same(a, b) || (joined.has(plain(a)) && joined.has(plain(b)))
    return [{ field, stops, state: stateOf(claims, agree), values: valuesOf(claims, same) }]
  })
}

function stateOf(claims: readonly Claim[], agree: Same): IdentityRow['state'] {
  const bySource = Map.groupBy(claims.filter((claim) => claim.value !== null), (claim) => claim.source)
  const sources = [...bySource.values()]
  const contradicts = sources.some((one, at) => sources.slice(at + 1).some((other) => !one.some((a) => other.some((b) => agree(a.value ?? '', b.value ?? '')))))
  if (contradicts) return 'differs'
  if (claims.some((claim) => claim.value === null && !bySource.has(claim.source))) return 'unresolved'
  return sources.length < 2 ? 'one_source' : 'agrees'
}

function valuesOf(claims: readonly Claim[], same: Same): IdentityValue[] {
  const values: IdentityValue[] = []
  for (const { source, value, said } of claims) {
    const known = values.find((one) => (value === null ? one.value === null && one.said === said : one.value !== null && same(one.value, value)))
    if (!known) values.push({ value, said, sources: [source] })
    else if (!known.sources.includes(source)) known.sources.push(source)
  }
  return values
}
