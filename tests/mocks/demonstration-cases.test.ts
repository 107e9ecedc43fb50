import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask } from '#mocks/seed/ask.ts'
import { demonstrationCases } from '#mocks/seed/cases.ts'
import type { DemonstrationCase } from '#mocks/seed/demonstration-case.ts'
import { seedCases } from '#mocks/seed/seed-cases.ts'
import { api } from '#src/contract/api.ts'
import type { InteractionKind } from '#src/domain/analysis.ts'
import { profileOfIntake } from '#src/server/intake/profile-of-intake.ts'
import { verifyBundle } from '#src/server/signing/verify-bundle.ts'
import { openHouse, type House } from '#tests/support/house.ts'

let house: House
const idOf = new Map<string, string>()

beforeAll(async () => {
  house = await openHouse()
  expect((await seedCases(house.deps)).seeded).toEqual(demonstrationCases.map((c) => c.id))
  // Asking again with the seeder's own command answers the intake, and so the case, that it made.
  for (const { id } of demonstrationCases) idOf.set(id, (await ask(house.as('coordinator'), api.startIntake, { params: {}, body: { commandId: `demonstration-${id}` } })).id)
}, 60_000)
afterAll(() => house.close())

const params = ({ id }: DemonstrationCase) => ({ caseId: idOf.get(id) ?? '' })
const written = (id: string): DemonstrationCase => {
  const found = demonstrationCases.find((c) => c.id === id)
  if (!found) throw new Error(`no demonstration case is called ${id}`)
  return found
}
const standing = (stages: readonly DemonstrationCase['until'][]) => demonstrationCases.filter((c) => stages.includes(c.until)).map((c) => [c.id, c] as const)

const stageOf: Record<Exclude<DemonstrationCase['until'], 'intake'>, string> = { review: 'review', one_committed: 'review', comparison: 'comparison', consensus: 'consensus', report: 'report', signed: 'released' }

test('the cases stand where the demonstration wants them, and a second seeding adds nothing', async () => {
  const { rows, intakes } = await ask(house.as('coordinator'), api.worklist, { params: {} })
  const stages = Object.fromEntries(rows.map((row) => [row.id, row.stage]))
  const wanted = Object.fromEntries(demonstrationCases.flatMap((c) => (c.until === 'intake' ? [] : [[idOf.get(c.id), stageOf[c.until]]])))
  expect(stages).toEqual(wanted)
  expect(intakes.map((i) => i.id)).toEqual(demonstrationCases.filter((c) => c.until === 'intake').map((c) => idOf.get(c.id)))
  expect(rows.every((row) => row.demonstration)).toBe(true)
  expect(await seedCases(house.deps)).toEqual({ seeded: [] })
})

/** What each case is there to show: an interaction of the run by kind, its genes as members or on its path, and how the run puts therapies. */
type Shown = { interactions: [InteractionKind, string[]][]; high: string[]; low: string[] }
const shown: Record<string, Shown> = {
  'colorectal-braf-stable': { interactions: [['bypass', ['BRAF', 'EGFR']]], high: ['cetuximab+encorafenib'], low: ['cetuximab', 'encorafenib', 'panitumumab', 'dabrafenib+trametinib'] },
  'breast-esr1-pik3ca-pten': { interactions: [['convergence', ['PIK3CA', 'PTEN']], ['acquired_resistance', ['ESR1']], ['synthetic_lethality', ['PTEN', 'AKT']]], high: ['capivasertib+fulvestrant', 'elacestrant'], low: ['alpelisib+fulvestrant', 'exemestane'] },
  'lung-kras-stk11-keap1': { interactions: [['modifies_evidence', ['KRAS', 'STK11', 'KEAP1']]], high: [], low: ['pembrolizumab'] },
  'stomach-erbb2-pik3ca': { interactions: [['bypass', ['ERBB2', 'PIK3CA']]], high: ['trastuzumab deruxtecan'], low: [] },
  'salivary-nothing-actionable': { interactions: [], high: [], low: [] },
  'lung-egfr-cis': { interactions: [['acquired_resistance', ['EGFR']], ['modifies_evidence', ['EGFR', 'TP53']]], high: ['amivantamab+carboplatin+pemetrexed'], low: ['osimertinib', 'erlotinib', 'aumolertinib', 'lazertinib'] },
  'pancreas-kras-mtap': { interactions: [['synthetic_lethality', ['MTAP', 'PRMT5']], ['second_hit', ['CDKN2A', 'MTAP']]], high: [], low: ['palbociclib'] },
  'prostate-brca2-possible-germline': { interactions: [['synthetic_lethality', ['BRCA2', 'PARP1']], ['second_hit', ['BRCA2']]], high: ['olaparib'], low: [] },
  'colorectal-braf-msi-high': { interactions: [['bypass', ['BRAF', 'EGFR']]], high: ['pembrolizumab', 'ipilimumab+nivolumab', 'cetuximab+encorafenib'], low: [] },
  'lung-alk-g1202r': { interactions: [['acquired_resistance', ['ALK']]], high: ['lorlatinib'], low: ['alectinib'] },
}

async function runOf({ intake: { dueInDays, ...form }, files }: DemonstrationCase) {
  expect(dueInDays).toBeTypeOf('number')
  const reading = files.length === 0 ? null : await house.deps.readRecords(files.map((f) => ({ name: f.name, bytes: new TextEncoder().encode(f.text) })), { onProgress: () => {}, signal: new AbortController().signal })
  expect(reading?.problems ?? []).toEqual([])
  const { profile, problems } = profileOfIntake(house.deps, { ...form, due: null, assigned: { genomic_expert: null, oncologist: null } }, reading)
  expect(problems, 'everything typed is understood').toEqual([])
  const run = house.deps.analyse({
    tumourType: form.tumourType ?? '', profile, course: form.course, date: '2026-11-23', jurisdiction: house.deps.jurisdiction, mode: 'clinical',
    overrides: { rejectedDrivers: [], reclassified: [], disputedInteractions: [], disputedEdges: [], disabledEvidence: [] },
  })
  return { profile, run }
}

describe('what a list of findings would miss', () => {
  test.each(demonstrationCases.map((c) => [c.id, c] as const))('%s', async (id, one) => {
    const want = shown[id]
    if (!want) throw new Error(`nothing is said of what ${id} shows`)
    const { run } = await runOf(one)
    for (const [kind, genes] of want.interactions) {
      const told = run.interactions.filter((i) => i.kind === kind).map((i) => [...i.memberGenes, ...i.path])
      expect(told, `${kind} of ${genes.join(', ')}`).toContainEqual(expect.arrayContaining(genes))
    }
    const bands = Object.fromEntries(run.therapies.map((t) => [t.therapy, t.band]))
    for (const therapy of want.high) expect([therapy, bands[therapy]]).toEqual([therapy, 'HIGH'])
    for (const therapy of want.low) expect([therapy, bands[therapy]]).toEqual([therapy, 'LOW'])
  })

  test('one colorectal drug fails by the road that the other closes', async () => {
    const { run } = await runOf(written('colorectal-braf-stable'))
    const relieved = run.therapies.find((t) => t.therapy === 'cetuximab+encorafenib')?.notes.filter((n) => n.rule === 'note.relieved') ?? []
    expect(new Set(relieved.map((n) => n.params['drug']))).toEqual(new Set(['cetuximab', 'encorafenib']))
    const alone = run.therapies.find((t) => t.therapy === 'encorafenib')
    expect(alone?.against.some((r) => r.rule === 'against.feedback' && r.params['released'] === 'EGFR')).toBe(true)
  })

  test('nothing actionable is said plainly: no interaction, no therapy, five variants listed', async () => {
    const { run } = await runOf(written('salivary-nothing-actionable'))
    expect([run.interactions, run.therapies.filter((t) => t.band === 'HIGH' || t.band === 'MODERATE'), run.listedOnly.length]).toEqual([[], [], 5])
  })

  test('in trans, the pair of EGFR inhibitors that is ruled out in cis comes back', async () => {
    const cis = written('lung-egfr-cis')
    const trans = { ...cis, intake: { ...cis.intake, typedProfile: cis.intake.typedProfile.replace('in cis', 'in trans') } }
    // each drug holds one of the two alleles: neither alone is enough, both together are (Niederst 2015)
    const score = async (one: DemonstrationCase, therapy: string) => (await runOf(one)).run.therapies.find((t) => t.therapy === therapy)?.score ?? 0
    expect(await score(trans, 'gefitinib+osimertinib')).toBeGreaterThan(Math.max(250, await score(cis, 'gefitinib+osimertinib')))
    expect(Math.max(await score(trans, 'osimertinib'), await score(cis, 'osimertinib'))).toBeLessThan(0)
  })

  test('a frameshift at two thirds of the reads without a normal sample may be inherited', async () => {
    const { run } = await runOf(written('prostate-brca2-possible-germline'))
    expect(run.alterations.find((a) => a.gene === 'BRCA2' && a.confidence > 0)?.possibleGermline).toBe(true)
  })
})

test('invented records are read whole, and their reads agree with their fractions', async () => {
  const withFiles = demonstrationCases.filter((c) => c.files.length > 0)
  expect(withFiles.length).toBeGreaterThanOrEqual(3)
  for (const one of withFiles) {
    const { profile } = await runOf(one)
    const counted = profile.alterations.filter((a) => a.depth !== null && a.altReads !== null && a.vaf !== null)
    expect(counted.length).toBeGreaterThan(10)
    for (const a of counted) expect(Math.abs((a.altReads ?? 0) / (a.depth ?? 1) - (a.vaf ?? 0)), a.id).toBeLessThan(0.001)
  }
})

test('the intake that is left open says which gates are', async () => {
  for (const [, one] of standing(['intake'])) {
    const { gates, uploads } = await ask(house.as('coordinator'), api.preview, { params: { intakeId: idOf.get(one.id) ?? '' } })
    expect(gates.filter((g) => g.state === 'open').map((g) => g.gate)).toEqual(['consent', 'assay'])
    expect(uploads.map((u) => u.state)).toEqual(one.files.map(() => 'read'))
  }
})

describe('from the comparison on', () => {
  test.each(standing(['comparison', 'consensus', 'report', 'signed']))('%s has something to talk about', async (_, one) => {
    const { rows } = await ask(house.as(one.experts.oncologist), api.comparison, { params: params(one) })
    expect(rows.some((row) => row.agreement === 'different' && row.kind === 'therapy' && row.original !== null)).toBe(true)
    const known = new Set([...rows.map((row) => row.id), ...rows.map((row) => `driver:${row.subject}`)])
    expect(one.decisions.map((d) => d.row).filter((row) => !known.has(row)), 'decisions that meet no row').toEqual([])
  })

  test('the decided plans hold an agreed dissent and a test that comes first', () => {
    const outcomes = standing(['report', 'signed']).flatMap(([, c]) => c.decisions.map((d) => d.outcome))
    expect(outcomes).toEqual(expect.arrayContaining(['agreed', 'agreed_dissent', 'needs_test']))
  })

  test.each(standing(['report', 'signed']))('%s has a report that its lint lets pass', async (_, one) => {
    const { lint, sections } = await ask(house.as(one.experts.genomic_expert), api.report, { params: params(one) })
    expect(lint.filter((f) => f.blocking)).toEqual([])
    expect(sections.find((s) => s.id === 'original_comparison')?.markdown).toContain('the first report is for, the experts are against')
  })

  test.each(standing(['signed']))('%s verifies offline as a demonstration, never as valid', async (_, one) => {
    const answer = await house.as(one.experts.oncologist)(new Request(`http://localhost/api/cases/${idOf.get(one.id)}/bundle.zip`))
    const bytes = new Uint8Array(await answer.arrayBuffer())
    expect((await verifyBundle(bytes, { trust: [house.deps.keys.fingerprint] })).verdict).toBe('demonstration')
  })
})
