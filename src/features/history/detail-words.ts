import { kindOfRow, outcomeOf } from './row-words.ts'

const keys = ['slot', 'row', 'outcome', 'section', 'verdict', 'therapy', 'interactionId', 'revision', 'meaning', 'reason', 'code'] as const
type Key = (typeof keys)[number]

const plain = (value: string) => value.replaceAll('_', ' ')
const regimen = (value: string) => value.split('+').join(' + ')

const sections: Record<string, string> = {
  answer: 'question and answer', original_comparison: 'against the first report', not_to_do: 'what not to do', next_tests: 'next tests', confidence_dissent: 'confidence and dissent', interpretation: 'drivers, one by one',
  follow_up: 'follow-up', patient_about: 'patient part: about', patient_found: 'patient part: what was found', patient_meaning: 'patient part: what it may mean', patient_family: 'patient part: family',
}
const reasons: Record<string, string> = { first: 'first round', amendment: 'amendment', corrected_records: 'a corrected file' }

/** The acting person's own slot says no more than their role, which stands beside it. */
const say: Record<Key, (value: string) => string> = {
  slot: () => '', code: (value) => value, revision: (value) => `revision ${value}`, reason: (value) => reasons[value] ?? plain(value), meaning: plain, outcome: outcomeOf, verdict: plain,
  section: (value) => sections[value] ?? plain(value), therapy: regimen, interactionId: (value) => kindOfRow(`interaction:${value}`), row: kindOfRow,
}

/** `row therapy:alpelisib+fulvestrant, outcome agreed` as words. A value may hold a comma: a part without a known key belongs to the part before. */
export function detailWords(detail: string): string {
  const parts: { key: Key; value: string }[] = []
  for (const part of detail.split(', ')) {
    const key = keys.find((one) => part.startsWith(`${one} `))
    const last = parts.at(-1)
    if (key) parts.push({ key, value: part.slice(key.length + 1) })
    else if (last) last.value += `, ${part}`
    else if (part !== '') return plain(detail)
  }
  return parts.map(({ key, value }) => say[key](value)).filter(Boolean).join(' · ')
}
