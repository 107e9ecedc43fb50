import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Jurisdiction, LabelState } from '#src/domain/analysis.ts'
import type { AnalysisRun, TherapyResult } from '#src/domain/analysis.ts'
import { aRun } from '#tests/support/a-run.ts'
import anyTumour from './board/any-tumour.json' with { type: 'json' }
import breast from './board/breast.json' with { type: 'json' }
import colorectal from './board/colorectal.json' with { type: 'json' }
import gastroOesophageal from './board/gastro-oesophageal.json' with { type: 'json' }
import genitourinary from './board/genitourinary.json' with { type: 'json' }
import gynaecological from './board/gynaecological.json' with { type: 'json' }
import haematology from './board/haematology.json' with { type: 'json' }
import hepatobiliaryPancreas from './board/hepatobiliary-pancreas.json' with { type: 'json' }
import lung from './board/lung.json' with { type: 'json' }
import neuro from './board/neuro.json' with { type: 'json' }
import secondSet from './board/second-set.json' with { type: 'json' }
import skinAndSarcoma from './board/skin-and-sarcoma.json' with { type: 'json' }
import thyroidHeadNeck from './board/thyroid-head-neck.json' with { type: 'json' }

/**
 * Profiles as a molecular tumour board meets them, written from labels and publications before the engine was asked; each says what a board would
 * put first, what must stand below zero, what must not be HIGH, and which interaction must be named. Advanced disease; facts to November 2026.
 */
const Names = z.array(z.string())
const BoardCase = z.object({
  id: z.string(), tumour: z.string(), profile: z.string(), jurisdiction: Jurisdiction.default('US'), /** `named`: only what the profile names was tested. */ covered: z.literal('named').optional(),
  /** One of these drugs, or all drugs of one of these sets, is in the first place. */
  top: Names.optional(), topAll: z.array(Names).optional(),
  /** Below zero; not above zero or absent; above zero; below 250 or absent; below 1,000 or absent; 1,000 or more. */
  against: Names.default([]), notFor: Names.default([]), for: Names.default([]), under250: Names.default([]), notHigh: Names.default([]), high: Names.default([]),
  /** The first scores higher than the second. */
  above: z.array(z.tuple([z.string(), z.string()])).default([]),
  /** The therapy scores lower here than with the other profile. */
  lower: z.array(z.tuple([z.string(), z.string()])).default([]),
  withdrawn: Names.default([]), /** The therapy carries a caution that names this alteration. */ cautions: z.array(z.tuple([z.string(), z.string()])).default([]), label: z.array(z.tuple([z.string(), LabelState])).default([]), interactions: z.array(z.object({ kinds: Names, members: Names })).default([]),
  because: z.string().min(1), source: z.string().min(1),
}).strict()
type BoardCase = z.infer<typeof BoardCase>

const groups = Object.entries({
  lung, breast, colorectal, 'stomach and oesophagus': gastroOesophageal, 'liver, bile ducts and pancreas': hepatobiliaryPancreas, 'kidney, bladder and prostate': genitourinary,
  'ovary, uterus and cervix': gynaecological, 'skin and sarcoma': skinAndSarcoma, 'thyroid, head and neck': thyroidHeadNeck, brain: neuro, blood: haematology, 'any tumour': anyTumour, 'a second set': secondSet,
}).map(([name, rows]) => [name, z.array(BoardCase).parse(rows)] as const)

const keyOf = (therapy: string) => therapy.split('+').sort().join('+')
const runOf = (one: BoardCase, profile = one.profile) => aRun(one.tumour, profile, { jurisdiction: one.jurisdiction, ...(one.covered ? { coverage: { kind: 'unknown' as const } } : {}) })
const find = (run: AnalysisRun, therapy: string): TherapyResult | undefined => [...run.therapies, ...run.combinations].find((other) => other.therapy === keyOf(therapy))
const scoreIn = (run: AnalysisRun, therapy: string): number | null => find(run, therapy)?.score ?? null

/** What of the case does not hold, in words; empty when the board would be content. */
function misses(one: BoardCase): string[] {
  const run = runOf(one)
  const ranked = run.therapies.filter((other) => other.label !== 'withdrawn')
  const first = ranked.filter((other) => other.score === ranked[0]?.score && other.score > 0)
  const leads = first.map((other) => other.therapy).join(' or ') || 'nothing'
  const miss: string[] = []
  const say = (wrong: boolean, text: string) => { if (wrong) miss.push(text) }
  const { top, topAll } = one
  if (top) say(!first.some((other) => top.some((drug) => other.drugs.includes(drug))), `first is ${leads}`)
  if (topAll) say(!first.some((other) => topAll.some((set) => set.every((drug) => other.drugs.includes(drug)))), `first is ${leads}`)
  const bound = (therapies: readonly string[], holds: (score: number | null) => boolean, words: string) => {
    for (const therapy of therapies) say(!holds(scoreIn(run, therapy)), `${therapy} has ${scoreIn(run, therapy) ?? 'no line'}, wanted ${words}`)
  }
  bound(one.against, (score) => score !== null && score < 0, 'below zero')
  bound(one.notFor, (score) => score === null || score <= 0, 'not above zero')
  bound(one.for, (score) => score !== null && score > 0, 'above zero')
  bound(one.under250, (score) => score === null || score < 250, 'below 250')
  bound(one.notHigh, (score) => score === null || score < 1000, 'not HIGH')
  bound(one.high, (score) => score !== null && score >= 1000, 'HIGH')
  for (const [better, worse] of one.above) say((scoreIn(run, better) ?? -Infinity) <= (scoreIn(run, worse) ?? -Infinity), `${better} ${scoreIn(run, better)} is not above ${worse} ${scoreIn(run, worse)}`)
  for (const [therapy, profile] of one.lower) {
    const [here, there] = [scoreIn(run, therapy), scoreIn(runOf(one, profile), therapy)]
    say(there === null || (here !== null && here >= there), `${therapy} ${here} is not below ${there} of ${profile}`)
  }
  for (const therapy of one.withdrawn) { const found = find(run, therapy); say(found !== undefined && found.label !== 'withdrawn' && found.score > 0, `${therapy} ranks with ${found?.score}`) }
  for (const [therapy, alteration] of one.cautions) say(!find(run, therapy)?.notes.some((other) => JSON.stringify(other.params).includes(alteration)), `${therapy} carries no caution of ${alteration}`)
  for (const [therapy, state] of one.label) say(find(run, therapy)?.label !== state, `${therapy} is ${find(run, therapy)?.label ?? 'not listed'}, wanted ${state}`)
  for (const { kinds, members } of one.interactions) {
    say(!run.interactions.some((other) => kinds.includes(other.kind) && members.every((member) => other.members.some((label) => label.includes(member)))), `no ${kinds.join(' or ')} of ${members.join(', ')} among ${run.interactions.map((other) => other.id).join(', ')}`)
  }
  return miss
}

describe.each(groups)('a board reads %s', (_name, cases) => {
  it.each(cases.map((one) => [one.id, one.profile, one] as const))('%s: %s', (_id, _profile, one) => {
    expect(misses(one), one.because).toEqual([])
  })
})

it('asks at least ninety profiles, each with a name of its own and something that could fail', () => {
  const cases = groups.flatMap(([, rows]) => rows)
  expect(cases.length).toBeGreaterThanOrEqual(90)
  expect(new Set(cases.map((one) => one.id)).size).toBe(cases.length)
  const asks = (one: BoardCase) => (one.top ? 1 : 0) + (one.topAll ? 1 : 0) + [one.against, one.notFor, one.for, one.under250, one.notHigh, one.high, one.above, one.lower, one.withdrawn, one.cautions, one.label, one.interactions].reduce((sum, list) => sum + list.length, 0)
  expect(cases.filter((one) => asks(one) === 0)).toEqual([])
})
