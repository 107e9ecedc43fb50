import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask } from '#mocks/seed/ask.ts'
import { api } from '#src/contract/api.ts'
import type { PreviewView } from '#src/contract/views/intake-view.ts'
import type { ColumnMapping } from '#src/domain/column-mapping.ts'
import { anIntake } from '#tests/support/a-case.ts'
import { openHouse, people, type House } from '#tests/support/house.ts'
import { refusal } from '#tests/support/journey.ts'

/** A laboratory writes its columns in its own words; somebody says once what they mean. */
let house: House
beforeAll(async () => { house = await openHouse() })
afterAll(() => house.close())

const table = new TextEncoder().encode('Locus;Befund;Anteil\nEGFR;p.L858R;12,5\nKRAS;p.G12C;3\n')
const columns: ColumnMapping = { Locus: 'gene', Befund: 'protein', Anteil: 'vaf_percent' }
const coordinator = people.find((person) => person.id === 'coordinator')?.name

async function intakeOf(name: string, laboratory: string) {
  const fetch = house.as('coordinator')
  const intake = await ask(fetch, api.startIntake, { params: {}, body: { commandId: `start-${name}` } })
  const params = { intakeId: intake.id }
  const form = anIntake({ typedProfile: '', assay: { name: 'Panel', laboratory, coverage: { kind: 'all' }, tumourOnly: true } })
  await ask(fetch, api.saveIntake, { params, body: { version: intake.version, form } })
  await ask(fetch, api.uploadRecord, { params, file: { name: 'befund.csv', bytes: table } })
  return { fetch, params, preview: () => whenRead(() => ask(fetch, api.preview, { params })) }
}

async function whenRead(preview: () => Promise<PreviewView>): Promise<PreviewView> {
  for (let round = 0; round < 200; round++) {
    const view = await preview()
    if (view.uploads.every((one) => one.state !== 'reading')) return view
    await new Promise((resolve) => { setTimeout(resolve, 10) })
  }
  throw new Error('the file was not read within two seconds')
}

test('a table that is not understood is mapped once, and the next one of the laboratory is read alike', async () => {
  const first = await intakeOf('mapping-1', 'Pathologie Nord')
  const before = await first.preview()
  expect(before.tables).toMatchObject([{ file: 'befund.csv', understood: false, readWith: null, offered: [], columns: [{ meaning: 'gene', by: 'guess' }, { meaning: 'protein', by: 'guess' }, { meaning: null }] }])
  expect(before.uploads).toMatchObject([{ state: 'failed', problems: [{ code: 'columns_not_understood', line: 1 }] }])
  expect(before.alterationsTotal).toBe(0)

  await ask(first.fetch, api.mapColumns, { params: first.params, body: { file: 'befund.csv', columns, remember: true } })
  const after = await first.preview()
  expect(after.alterations.map((one) => [one.gene, one.hgvsp, one.vaf])).toEqual([['EGFR', 'p.L858R', 0.125], ['KRAS', 'p.G12C', 0.03]])
  expect(after.tables[0]).toMatchObject({ understood: true, readWith: { by: coordinator, isRemembered: false } })

  const second = await (await intakeOf('mapping-2', ' pathologie  NORD ')).preview()
  expect(second.alterationsTotal).toBe(2)
  expect(second.tables[0]).toMatchObject({ understood: true, readWith: { by: coordinator, isRemembered: true, laboratory: 'pathologie nord' }, offered: [] })
  expect(second.problems.find((problem) => problem.code === 'columns_by_mapping')?.message).toMatch(new RegExp(`the mapping of \\d{4}-\\d{2}-\\d{2} by ${coordinator}`))
})

test('another laboratory is offered it, and nothing is read by it unasked', async () => {
  const other = await intakeOf('mapping-3', 'Institut Süd')
  const view = await other.preview()
  expect(view.tables).toMatchObject([{ understood: false, readWith: null, offered: [{ laboratory: 'pathologie nord', by: coordinator, columns }] }])
  await ask(other.fetch, api.mapColumns, { params: other.params, body: { file: 'befund.csv', columns: view.tables[0]?.offered[0]?.columns ?? {}, remember: false } })
  expect((await other.preview()).alterationsTotal).toBe(2)
  expect((await (await intakeOf('mapping-4', 'Institut Süd')).preview()).tables[0]?.understood).toBe(false)
})

test('what was said can be taken back, here and for the laboratory', async () => {
  const own = await intakeOf('mapping-5', 'Pathologie Nord')
  await own.preview()
  await ask(own.fetch, api.mapColumns, { params: own.params, body: { file: 'befund.csv', columns: null, remember: false } })
  expect((await own.preview()).tables).toMatchObject([{ understood: false, readWith: null, offered: [{ laboratory: 'pathologie nord' }] }])
  await ask(own.fetch, api.mapColumns, { params: own.params, body: { file: 'befund.csv', columns: null, remember: true } })
  expect((await own.preview()).tables[0]?.offered).toEqual([])
  expect((await (await intakeOf('mapping-6', 'Pathologie Nord')).preview()).tables[0]?.understood).toBe(false)
})

test('a mapping that cannot be is refused: no such file, two columns of one meaning, somebody else\'s intake', async () => {
  const { fetch, params, preview } = await intakeOf('mapping-7', '')
  await preview()
  const map = (body: { file: string; columns: ColumnMapping | null; remember: boolean }, as = fetch) => refusal(ask(as, api.mapColumns, { params, body }))
  expect(await map({ file: 'other.csv', columns, remember: true })).toBe('not_found')
  expect(await map({ file: 'befund.csv', columns: { Locus: 'gene', Befund: 'gene' }, remember: true })).toBe('invalid_request')
  expect(await map({ file: 'befund.csv', columns, remember: true }, house.as('genomics.one'))).toBe('not_authorised')
  expect(await house.deps.store.columnMappings()).toEqual([])
  // It is read by here; without a laboratory it is remembered for nobody.
  await ask(fetch, api.mapColumns, { params, body: { file: 'befund.csv', columns, remember: true } })
  expect((await preview()).alterationsTotal).toBe(2)
  expect(await house.deps.store.columnMappings()).toEqual([])
})

test('another file of the same name is not read by what was said of the first', async () => {
  const { fetch, params, preview } = await intakeOf('mapping-8', '')
  await preview()
  await ask(fetch, api.mapColumns, { params, body: { file: 'befund.csv', columns, remember: false } })
  expect((await preview()).alterationsTotal).toBe(2)
  await ask(fetch, api.uploadRecord, { params, file: { name: 'befund.csv', bytes: new TextEncoder().encode('Gen;Protein\nTP53;p.R248Q\n') } })
  const view = await preview()
  expect([view.alterations.map((one) => one.gene), view.problems.map((one) => one.code)]).toEqual([['TP53'], ['columns_by_name']])
})
