import { namedExposures, type Exposure } from './exposure.ts'

/** One condition of a label's setting. `stated` is what no record of a course can decide: it is named and left to the reader. */
export type Requirement =
  | { kind: 'lines'; least: number; most: number | null }
  | { kind: 'after'; anyOf: readonly Exposure[] }
  | { kind: 'naive'; exposure: Exposure }
  | { kind: 'age'; least: number; most: number | null }
  | { kind: 'stage'; is: 'early' | 'advanced' | 'III' }
  | { kind: 'histology'; isSquamous: boolean }
  | { kind: 'stated'; what: string }

const numbers: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, four: 4 }
const count = (word: string | undefined) => numbers[word ?? ''] ?? 1
const lines = (least: number, most: number | null = null): Requirement => ({ kind: 'lines', least, most })
const stage = (is: 'early' | 'advanced' | 'III'): Requirement => ({ kind: 'stage', is })
const age = (least: number, most: number | null = null): Requirement => ({ kind: 'age', least, most })
const stated = (what: string): Requirement => ({ kind: 'stated', what })

type Reading = readonly [RegExp, (match: RegExpExecArray) => readonly Requirement[]]

const kinds = '(?:systemic therap(?:y|ies)|prior therap(?:y|ies)|therap(?:y|ies)|lines?|regimens?)'

/** Read from the start of what is left, the first that fits; each takes its words away. Sentences of our own rows, not of labels at large. */
const readings: readonly Reading[] = [
  [/^nonsquamous,? ?/, () => [{ kind: 'histology', isSquamous: false }]],
  [/^squamous,? ?/, () => [{ kind: 'histology', isSquamous: true }]],
  [/^unresectable stage III after chemoradiation/, () => [stage('III'), stated('chemoradiation without progression')]],
  [/^(?:extended )?(?:adjuvant|neoadjuvant|perioperative)\b.*/, ([all]) => [stage('early'), ...(/^(?:extended )?adjuvant$|^neoadjuvant$|^perioperative$/.test(all) ? [] : [stated(all)])]],
  [/^cisplatin ineligible first line/, () => [lines(0, 0), stated('cisplatin ineligible')]],
  [/^(?:first[- ]line maintenance|maintenance)(?:,| after induction| after first-line platinum| after platinum)?.*/, ([all]) => [...(all.includes('platinum') ? after('platinum') : [lines(1)]), stated(all)]],
  [/^first or second line/, () => [lines(0, 1)]],
  [/^first line or (?:recurrent|refractory|relapsed)/, () => []],
  [/^(?:newly diagnosed or (?:relapsed|later(?: phases)?)|any line)/, () => []],
  [/^(?:first line|previously untreated|newly diagnosed)(?: (?:metastatic|recurrent or metastatic|locally advanced or metastatic|advanced stage))?/, () => [lines(0, 0)]],
  [/^second line/, () => [lines(1)]],
  [/^third line/, () => [lines(2)]],
  [/^platinum resistant/, () => [...after('platinum'), stated('platinum resistant')]],
  [/^one or two prior lines/, () => [lines(1, 2)]],
  [/^one to three prior lines/, () => [lines(1, 3)]],
  [new RegExp(`^(?:treatment )?after (one|two|three|four)(?: or more)? ${kinds}`), ([, n]) => [lines(count(n))]],
  [/^(?:previously treated|after (?:systemic|prior) therapy|relapsed(?: or refractory)?|refractory)\b/, () => [lines(1)]],
  [/^after (two|three) or more (?:kinase inhibitors|TKIs)/, ([all, n]) => [lines(count(n)), ...(all.endsWith('TKIs') ? after('TKIs') : [])]],
  [/^resistant or intolerant to (?:two or more )?(TKIs|imatinib)/, ([, drug]) => [...after(drug ?? ''), stated('resistance or intolerance')]],
  [/^castration resistant(?= after)/, ([all]) => [stated(all)]],
  [/^(?:after progression on|after at least one|after) (.*)/, ([all, phrase]) => exposed(all, phrase ?? '')],
  [/^not previously treated with an? (.*)/, ([all, phrase]) => naive(all, phrase ?? '')],
  [/^(ALK-inhibitor|ROS1-inhibitor|BRAF-inhibitor|EGFR TKI|endocrine) naive/, ([all, phrase]) => naive(all, phrase ?? '')],
  [/^age (\d+) to (\d+) years/, ([, from, to]) => [age(Number(from), Number(to))]],
  [/^age (\d+) years? and older/, ([, from]) => [age(Number(from))]],
  [/^adults$/, () => [age(18)]],
  [/^(?:primary advanced or recurrent|(?:persistent, )?recurrent (?:unresectable )?or metastatic|(?:locally )?advanced,? (?:unresectable )?or metastatic|advanced unresectable or metastatic|unresectable(?:, recurrent)? or metastatic|metastatic or locally advanced|metastatic|advanced|unresectable)(?=,|$)/, () => [stage('advanced')]],
  [/^(?:with or without [^,]*|single agent)/, () => []],
  [/^incl\.? ([^,]*)/, ([, phrase]) => after(phrase ?? '')],
  [/^(?:persistent, )?(?:recurrent|unresectable) or metastatic,? /, () => [stage('advanced')]],
]

const after = (phrase: string): readonly Requirement[] => {
  const { exposures } = namedExposures(phrase)
  return exposures.map((one) => ({ kind: 'after', anyOf: [one] }))
}

/** `after A and B` asks for both, `after A or B` for one; words that are not a treatment stay beside it as stated. */
function exposed(all: string, phrase: string): readonly Requirement[] {
  const { exposures, isAnyOf, rest } = namedExposures(phrase)
  if (exposures.length === 0) return [stated(all)]
  const wanted: readonly Requirement[] = isAnyOf ? [{ kind: 'after', anyOf: exposures }] : exposures.map((one) => ({ kind: 'after', anyOf: [one] }))
  return rest === '' ? wanted : [...wanted, stated(all)]
}

function naive(all: string, phrase: string): readonly Requirement[] {
  const [exposure, ...more] = namedExposures(phrase).exposures
  return exposure && more.length === 0 ? [{ kind: 'naive', exposure }] : [stated(all)]
}

/** One of several settings is enough: which one is not ours to pick. */
const alternatives = /; |, or |\bif |adjuvant or|or no alternative|or after|maintenance or later|metastatic or early|several settings|non-metastatic/

/**
 * The setting of a label row as conditions that all have to hold. What is not read, or reads as alternatives (`; `, `or` between whole settings), is kept
 * as `stated` in its own words, so that nothing is ever taken for met that was not understood. Source of the words: our label rows.
 */
export function readSetting(setting: string): readonly Requirement[] {
  if (alternatives.test(setting)) return [stated(setting)]
  const found: Requirement[] = []
  let left = setting
  while (left !== '') {
    const reading = readings.map(([pattern, build]) => ({ match: pattern.exec(left), build })).find(({ match }) => match !== null && match[0] !== '')
    const clause = left.split(', ', 1)[0] ?? left
    found.push(...(reading?.match ? reading.build(reading.match) : [stated(clause)]))
    left = left.slice((reading?.match?.[0] ?? clause).length).replace(/^[, ]+/, '')
  }
  return found
}
