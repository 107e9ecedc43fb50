import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask } from '#mocks/seed/ask.ts'
import { api } from '#src/contract/api.ts'
import type { CorrectionView } from '#src/contract/views/correction-view.ts'
import { checkRecord } from '#src/server/backup/check-record.ts'
import { rebuiltHead } from '#src/server/backup/rebuild-head.ts'
import { stateOf } from '#src/server/case/act.ts'
import { correctionJobs } from '#src/server/correction/correction-draft.ts'
import { anIntake, anOpinion, committed, experts } from '#tests/support/a-case.ts'
import { intakeWith, textFile, type Dropped } from '#tests/support/dropped-files.ts'
import { everyRead } from '#tests/support/every-read.ts'
import { openHouse, type House } from '#tests/support/house.ts'
import { playJourney, refusal } from '#tests/support/journey.ts'

let house: House
beforeAll(async () => { house = await openHouse() })
afterAll(() => house.close())

const columns = ['Hugo_Symbol', 'Chromosome', 'Start_Position', 'Reference_Allele', 'Tumor_Seq_Allele2', 'Variant_Classification', 'HGVSp_Short', 'Tumor_Sample_Barcode', 'NCBI_Build', 't_alt_count', 't_ref_count']
const row = (gene: string, chrom: string, pos: number, protein: string, reads: number, sample = 'T-1') => [gene, chrom, String(pos), 'G', 'T', 'Missense_Mutation', protein, sample, 'GRCh38', String(reads), String(100 - reads)]
let written = 0
/** Every file has bytes of its own: the same bytes in two cases would be asked about. */
const maf = (name: string, ...rows: string[][]): Dropped => textFile(name, [[`#version 2.4 file ${written++}`], columns, ...rows].map((cells) => cells.join('\t')).join('\n'))
const egfr = row('EGFR', '7', 55191822, 'p.L858R', 45)
const tp53 = row('TP53', '17', 7673803, 'p.R273L', 50)
const kras = row('KRAS', '12', 25245351, 'p.G12C', 20)

const fetch = () => house.as('coordinator')
const takenInWith = async (name: string, ...files: Dropped[]) => {
  const intake = await intakeWith(house, name, anIntake({ typedProfile: '' }), files)
  await intake.preview()
  return intake.takeIn()
}
async function dropped(caseId: string, file: Dropped): Promise<CorrectionView> {
  await ask(fetch(), api.uploadCorrection, { params: { caseId }, file })
  return ready(caseId)
}
async function ready(caseId: string): Promise<CorrectionView> {
  for (let round = 0; round < 400; round++) {
    const view = await ask(fetch(), api.correction, { params: { caseId } })
    if (view.state !== 'reading') return view
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error('the corrected file was not read within ten seconds')
}
const confirm = (caseId: string, view: CorrectionView, name: string, reason = 'The laboratory corrected its calls') =>
  ask(fetch(), api.confirmCorrection, { params: { caseId }, body: { commandId: `confirm-${name}`, reading: view.reading ?? '', reason } })

test('a corrected file shows what it changes, opens the next round, and carries every word over', async () => {
  const caseId = await takenInWith('corrected', maf('calls.maf', egfr, tp53))
  expect(Object.keys((await house.deps.store.head(caseId))?.state ?? {}), 'the head of a case never corrected is as it always was').not.toContain('earlier')
  await committed(house, caseId, 'genomic_expert', 'FIRST-ROUND')
  const params = { caseId }
  const view = await dropped(caseId, maf('calls_corrected.maf', row('EGFR', '7', 55191822, 'p.L858R', 12), kras))
  expect(view).toMatchObject({ state: 'ready', candidates: [{ name: 'calls.maf', sameSource: true }] })
  expect(view.replaces).toEqual([view.candidates[0]?.hash])
  expect(view.changes).toMatchObject({ added: [{ label: 'KRAS G12C' }], removed: [{ label: 'TP53 R273L' }], changed: [{ label: 'EGFR L858R', fields: expect.arrayContaining([{ field: 'vaf', before: '0.45', after: '0.12' }]) }], unchanged: 0 })
  // Nothing has happened yet: the case is as it was.
  expect((await ask(fetch(), api.case, { params })).round).toBe(1)
  expect(await refusal(confirm(caseId, view, 'no-reason', 'because'))).toBe('reason_required')
  expect(await refusal(confirm(caseId, { ...view, reading: 'f'.repeat(64) }, 'not-what-was-shown'))).toBe('stale_part')
  expect(await confirm(caseId, view, 'corrected')).toEqual({ round: 2 })
  expect(await confirm(caseId, view, 'corrected'), 'the same command again answers the same').toEqual({ round: 2 })

  const now = await ask(fetch(), api.case, { params })
  expect(now).toMatchObject({ round: 2, stage: 'review', corrections: [{ round: 2, file: 'calls_corrected.maf', replaced: ['calls.maf'], reason: 'The laboratory corrected its calls', added: 1, removed: 1, changed: 1 }] })
  expect(now.files.map((file) => file.name)).toEqual(['calls_corrected.maf'])
  const variants = await ask(fetch(), api.variants, { params })
  expect(variants.rows.map((one) => [one.alteration.gene, one.correction?.kind]).sort()).toEqual([['EGFR', 'changed'], ['KRAS', 'added']])
  expect(variants.ofEarlierFile).toMatchObject([{ label: 'TP53 R273L', round: 1 }])

  const mine = await ask(house.as(experts.genomic_expert), api.myOpinion, { params })
  expect(mine).toMatchObject({ committedAt: null, earlier: { round: 1, committedAt: expect.any(String) } })
  const calls = new Map(mine.opinion.drivers.map((one) => [one.alterationId.split('|')[1], one.note]))
  expect(calls.get('EGFR')).toBe('driver FIRST-ROUND')
  expect(mine.opinion.ofEarlierFile.filter((one) => one.kind === 'driver').map((one) => [one.label, one.text])).toEqual([['TP53 R273L', expect.stringContaining('driver FIRST-ROUND')]])
  expect(mine.missing, 'what was added asks for a word: it never looks reviewed').toContain('drivers')
  // The log says which file took the place of which, and the head can be made from it anew.
  const entries = await house.deps.store.entries(caseId)
  expect(entries.filter((entry) => entry.type === 'records_corrected').map((entry) => [entry.data['replaced'], entry.data['file']])).toEqual([[[view.candidates[0]?.hash], view.file?.hash]])
  const head = await house.deps.store.head(caseId)
  expect(head && stateOf(head)).toEqual(stateOf(rebuiltHead(entries)))
  const history = await ask(fetch(), api.history, { params })
  expect(history.entries.find((entry) => entry.act === 'records_corrected')?.detail, 'no hash stands where a person looks for words').toBe('')
  // Seen from outside: every part that an entry names is there, the earlier file and the earlier opinion among them.
  const { publicKey, fingerprint } = house.deps.keys
  const report = await checkRecord({ store: house.deps.store, publicKey, fingerprint, checkpoints: [], outside: [] })
  expect(report.problems).toEqual([])
})

test('an opinion whose findings all stand is committed again as it is; the first one stays on record', async () => {
  const caseId = await takenInWith('stands', maf('calls.maf', egfr, tp53))
  await committed(house, caseId, 'genomic_expert', 'STANDS')
  await confirm(caseId, await dropped(caseId, maf('calls.maf', egfr, row('TP53', '17', 7673803, 'p.R273L', 30))), 'stands')
  const params = { caseId }
  const as = house.as(experts.genomic_expert)
  const draft = await ask(as, api.myOpinion, { params })
  expect([draft.version, draft.missing, draft.earlier?.carried]).toEqual([0, [], draft.opinion.drivers.length + draft.opinion.interactions.length])
  const again = await ask(as, api.commitOpinion, { params, body: { commandId: 'it-stands-again', version: 0 } })
  expect([again.committedAt !== null, again.opinion.plan]).toEqual([true, 'plan STANDS in words'])
  const head = await house.deps.store.head(caseId)
  const state = head && stateOf(head)
  expect([state?.earlier[0]?.opinions.genomic_expert?.personId, state?.opinions.genomic_expert?.personId]).toEqual([experts.genomic_expert, experts.genomic_expert])
})

test('a table is read by what was said of its columns at intake, beside a corrected file and as a corrected file', async () => {
  const table = (reads: string) => textFile('befund.csv', `Locus;Befund;Anteil\nBRAF;p.V600E;${reads}\n`)
  const intake = await intakeWith(house, 'mapped', anIntake({ typedProfile: '' }), [maf('calls.maf', egfr), table('31')])
  await intake.preview()
  // For this file only: nothing is kept for the laboratory.
  await ask(fetch(), api.mapColumns, { params: { intakeId: intake.id }, body: { file: 'befund.csv', columns: { Locus: 'gene', Befund: 'protein', Anteil: 'vaf_percent' }, remember: false } })
  expect((await intake.preview()).alterationsTotal).toBe(2)
  const caseId = await intake.takeIn()
  const beside = await dropped(caseId, maf('calls.maf', egfr, tp53))
  expect([beside.changes?.removed, beside.changes?.added.map((one) => one.label)]).toEqual([[], ['TP53 R273L']])
  await confirm(caseId, beside, 'mapped-beside')
  const itself = await dropped(caseId, table('12'))
  expect([itself.changes?.removed, itself.changes?.changed.map((one) => one.label)]).toEqual([[], ['BRAF V600E']])
  await confirm(caseId, itself, 'mapped-itself')
})

test('two coordinators may prepare a correction of one case: neither stops the reading of the other', async () => {
  const caseId = await takenInWith('two-windows', maf('calls.maf', egfr))
  const stopped: string[] = []
  const jobs = correctionJobs({ ...house.deps, readRecords: (files, { signal }) => new Promise((_, reject) => {
    signal.addEventListener('abort', () => { stopped.push(files.map((file) => file.name).join()); reject(new Error('stopped')) })
  }) })
  const head = await house.deps.store.head(caseId)
  if (!head) throw new Error('the case was just taken in')
  const draft = (name: string) => ({ file: { name, hash: name.repeat(64), bytes: 1 }, replaces: [...stateOf(head).files], gaps: [], reading: null })
  const look = async (personId: string, name: string) => {
    await jobs.readingOf(stateOf(head), personId, draft(name))
    await new Promise((resolve) => { setTimeout(resolve, 50) })
  }
  await look('one', 'a')
  await look('two', 'b')
  await look('one', 'a')
  expect(stopped).toEqual([])
  jobs.cancel(caseId, 'one')
  expect(stopped, 'one discards, the other reads on').toEqual(['a'])
  jobs.cancel(caseId, 'two')
})

test('a draft that was not committed is carried too, and what it said of a vanished finding survives a page that does not know of it', async () => {
  const caseId = await takenInWith('draft', maf('calls.maf', egfr, tp53))
  const params = { caseId }
  const as = house.as(experts.genomic_expert)
  const before = await ask(as, api.myOpinion, { params })
  await ask(as, api.saveOpinion, { params, body: { version: 0, opinion: anOpinion('genomic_expert', before.asked, 'UNFINISHED') } })
  await confirm(caseId, await dropped(caseId, maf('calls.maf', egfr)), 'draft')
  const draft = await ask(as, api.myOpinion, { params })
  expect(draft.opinion.ofEarlierFile.filter((one) => one.kind === 'driver').map((one) => one.label)).toEqual(['TP53 R273L'])
  const saved = await ask(as, api.saveOpinion, { params, body: { version: draft.version, opinion: { ...draft.opinion, ofEarlierFile: [] } } })
  expect(saved.opinion.ofEarlierFile).toEqual(draft.opinion.ofEarlierFile)
})

test('blindness holds over a correction: nobody learns whether the other had committed, and the ranking closes again', async () => {
  const caseId = await takenInWith('blind', maf('calls.maf', egfr, tp53))
  const twin = await takenInWith('blind-twin', maf('calls.maf', egfr, tp53, kras))
  await committed(house, caseId, 'genomic_expert', 'MARK-SECRET')
  await confirm(caseId, await dropped(caseId, maf('calls.maf', egfr, kras)), 'blind')
  const reads = await everyRead(house, experts.oncologist, { caseId, therapy: 'osimertinib', session: 'none', intakeId: caseId })
  expect(reads.filter((read) => read.text.includes('MARK-SECRET')).map((read) => read.operation)).toEqual([])
  expect((await ask(house.as(experts.oncologist), api.myOpinion, { params: { caseId } })).earlier).toBeNull()
  expect(await refusal(ask(house.as(experts.genomic_expert), api.therapies, { params: { caseId } }))).toBe('not_yet_committed')
  // A case nobody had committed in reads the same to the oncologist, act by act.
  await confirm(twin, await dropped(twin, maf('calls.maf', egfr, kras)), 'blind-twin')
  const acts = async (id: string) => (await ask(house.as(experts.oncologist), api.history, { params: { caseId: id } })).entries.map((entry) => entry.act)
  expect(await acts(caseId)).toEqual(await acts(twin))
})

test('only a coordinator corrects; after a signature nobody does; the corrected case goes its whole way', async () => {
  const caseId = await takenInWith('to-the-end', maf('calls.maf', egfr, tp53))
  await committed(house, caseId, 'genomic_expert', 'once')
  await committed(house, caseId, 'oncologist', 'once')
  const view = await dropped(caseId, maf('calls.maf', egfr, tp53, kras))
  expect(await refusal(ask(house.as(experts.genomic_expert), api.correction, { params: { caseId } }))).toBe('case_not_found')
  await confirm(caseId, view, 'to-the-end')
  await playJourney(house, caseId)
  const report = await ask(house.as(experts.genomic_expert), api.report, { params: { caseId } })
  expect(report.sections.map((section) => section.markdown).join()).toMatch(/Records corrected.*round 2: 1 alterations added, 0 no longer held.*each expert had seen the other/)
  expect(await refusal(ask(fetch(), api.uploadCorrection, { params: { caseId }, file: maf('late.maf', egfr) }))).toBe('already_final')
}, 60_000)

test('a file of another tumour type or sample stops the correction, an identical one changes nothing, a late one is added', async () => {
  const first = maf('calls.maf', egfr)
  const caseId = await takenInWith('stops', first)
  const stranger = await dropped(caseId, maf('calls.maf', row('KRAS', '12', 25245351, 'p.G12C', 20, 'SOMEBODY-ELSE')))
  expect(stranger.gates.find((gate) => gate.gate === 'sample')).toMatchObject({ state: 'open', gapAllowed: true })
  expect(await refusal(confirm(caseId, stranger, 'other-sample'))).toBe('gates_open')
  await ask(fetch(), api.setCorrection, { params: { caseId }, body: { replaces: [], gaps: [] } })
  const beside = await ready(caseId)
  expect([stranger.replaces.length, beside.gates.find((gate) => gate.gate === 'sample')?.state]).toEqual([1, 'blocked'])
  expect(await refusal(confirm(caseId, beside, 'stranger'))).toBe('gates_open')
  expect(await refusal(confirm(caseId, await dropped(caseId, first), 'identical'))).toBe('nothing_changed')
  const late = await dropped(caseId, maf('second panel.tsv', kras))
  expect([late.replaces, late.changes?.removed]).toEqual([[], []])
  await confirm(caseId, late, 'late')
  expect((await ask(fetch(), api.case, { params: { caseId } })).files.map((file) => file.name).sort()).toEqual(['calls.maf', 'second panel.tsv'])
  await ask(fetch(), api.uploadCorrection, { params: { caseId }, file: maf('x.maf', egfr) })
  await ask(fetch(), api.discardCorrection, { params: { caseId } })
  expect((await ask(fetch(), api.correction, { params: { caseId } })).state).toBe('none')
})

test('a word given after commitment is carried as well, and one taken back stays taken back', async () => {
  const intake = await intakeWith(house, 'annotated', anIntake(), [maf('calls.maf', kras)])
  await intake.preview()
  const caseId = await intake.takeIn()
  await committed(house, caseId, 'genomic_expert', 'ANNOTATED')
  const as = house.as(experts.genomic_expert)
  const { rows } = await ask(as, api.interactions, { params: { caseId } })
  const [disputed, takenBack] = rows.filter((one) => one.mine !== null)
  if (!disputed || !takenBack) throw new Error('this profile has two interactions that were asked about')
  const annotate = (id: string, version: number, verdict: 'dispute' | null, note: string) => ask(as, api.annotateInteraction, { params: { caseId, interactionId: id }, body: { commandId: `annotate-${id}`.slice(0, 80), version, verdict, note } })
  await annotate(disputed.id, disputed.version, 'dispute', 'not seen on the second look')
  await annotate(takenBack.id, takenBack.version, null, '')
  await confirm(caseId, await dropped(caseId, maf('calls.maf', row('KRAS', '12', 25245351, 'p.G12C', 35))), 'annotated')
  const { opinion } = await ask(as, api.myOpinion, { params: { caseId } })
  expect(opinion.interactions.find((one) => one.interactionId === disputed.id)).toMatchObject({ verdict: 'dispute', note: 'not seen on the second look' })
  expect([...opinion.interactions.map((one) => one.interactionId), ...opinion.ofEarlierFile.map((one) => one.id)]).not.toContain(takenBack.id)
})
