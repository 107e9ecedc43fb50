import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask } from '#mocks/seed/ask.ts'
import { api } from '#src/contract/api.ts'
import type { DocumentView } from '#src/contract/views/document-view.ts'
import { aPdf } from '#tests/support/a-pdf.ts'
import { anIntake, takenIn } from '#tests/support/a-case.ts'
import { openHouse, type House } from '#tests/support/house.ts'

/** The laboratory's report as it was dropped: kept beside the records, read back by those who may, and by nobody else. */
let house: House
let intakeId: string
let document: DocumentView
const pdf = aPdf([['EGFR p.L858R detected', 'Osimertinib: approved']])
const drop = (name: string, body: BodyInit, who = 'coordinator') => house.as(who)(new Request(`http://localhost/api/intakes/${intakeId}/files`, { method: 'POST', body, headers: { 'x-file-name': encodeURIComponent(name), 'content-type': 'application/octet-stream' } }))
const get = (who: string, path: string) => house.as(who)(new Request(`http://localhost/api${path}`))

beforeAll(async () => {
  house = await openHouse()
  const intake = await ask(house.as('coordinator'), api.startIntake, { params: {}, body: { commandId: 'start-documents' } })
  intakeId = intake.id
  await ask(house.as('coordinator'), api.saveIntake, { params: { intakeId }, body: { version: intake.version, form: anIntake() } })
  expect((await drop('Halvorsen, Marit.pdf', pdf)).status).toBe(200)
  const [only] = await ask(house.as('coordinator'), api.intakeDocuments, { params: { intakeId } })
  if (!only) throw new Error('the document was not kept')
  document = only
})
afterAll(() => house.close())

describe('during intake', () => {
  test('a PDF is kept as a document and not read as records; no gate waits for it', async () => {
    expect(document).toMatchObject({ name: 'Halvorsen, Marit.pdf', bytes: pdf.byteLength })
    const preview = await ask(house.as('coordinator'), api.preview, { params: { intakeId } })
    expect(preview.uploads).toMatchObject([{ name: 'Halvorsen, Marit.pdf', state: 'read', problems: [], file: { format: 'PDF document', hash: document.hash } }])
    expect(preview.gates.filter((gate) => gate.state !== 'passed')).toEqual([])
  })

  test('its bytes come back whole, as something that no browser runs', async () => {
    const answer = await get('coordinator', `/intakes/${intakeId}/documents/${document.hash}`)
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(pdf)
    expect(Object.fromEntries(['content-type', 'content-disposition', 'content-security-policy', 'cache-control'].map((name) => [name, answer.headers.get(name)]))).toEqual({
      'content-type': 'application/pdf', 'content-disposition': `attachment; filename="report-${document.hash.slice(0, 8)}.pdf"`, 'content-security-policy': `sandbox; default-src 'none'`, 'cache-control': 'no-store',
    })
  })

  test('another coordinator, an expert, and who is not signed in, get nothing of it', async () => {
    for (const who of ['genomics.one', 'oncology.one', 'board', 'administrator', 'nobody']) {
      const answers = await Promise.all([`/intakes/${intakeId}/documents`, `/intakes/${intakeId}/documents/${document.hash}`].map((path) => get(who, path)))
      expect({ who, status: answers.map((answer) => answer.status) }).toEqual({ who, status: who === 'nobody' ? [401, 401] : [403, 403] })
    }
  })

  test('a hash that was not dropped here, and a file of records under its hash, are not found', async () => {
    await drop('tumour.csv', 'Gene,Protein change\nEGFR,p.L858R\n')
    const { uploads } = await ask(house.as('coordinator'), api.preview, { params: { intakeId } })
    const records = uploads.find((one) => one.name === 'tumour.csv')
    expect(records, 'it is one of the files').toBeDefined()
    const listed = await ask(house.as('coordinator'), api.intakeDocuments, { params: { intakeId } })
    expect(listed.map((one) => one.name)).toEqual(['Halvorsen, Marit.pdf'])
    expect((await get('coordinator', `/intakes/${intakeId}/documents/${'0'.repeat(64)}`)).status).toBe(404)
  })

  test('a passage is matched with what was read and typed, also under a retired symbol; nothing is linked by that', async () => {
    const matches = await ask(house.as('coordinator'), api.passageMatches, { params: { intakeId }, body: { text: 'ERBB1 p.(Leu858Arg): sensitising' } })
    expect(matches).toMatchObject([{ label: 'EGFR L858R', by: 'change', retired: 'ERBB1' }])
    const { form } = await ask(house.as('coordinator'), api.intake, { params: { intakeId } })
    expect(form.originalReport.lines.flatMap((line) => line.alterationIds)).toEqual([])
  })
})

describe('of a case', () => {
  test('its experts and coordinators read it; for everybody else there is no such case', async () => {
    const other = await takenIn(house, anIntake(), 'case-without')
    const draft = await ask(house.as('coordinator'), api.intake, { params: { intakeId } })
    await expect.poll(async () => (await ask(house.as('coordinator'), api.preview, { params: { intakeId } })).uploads.every((one) => one.state === 'read')).toBe(true)
    const { caseId } = await ask(house.as('coordinator'), api.takeIn, { params: { intakeId }, body: { commandId: 'take-in-documents', version: draft.version } })
    for (const who of ['coordinator', 'genomics.one', 'oncology.one']) {
      const answer = await get(who, `/cases/${caseId}/documents/${document.hash}`)
      expect({ who, status: answer.status, same: Buffer.from(await answer.arrayBuffer()).equals(Buffer.from(pdf)) }).toEqual({ who, status: 200, same: true })
    }
    for (const who of ['genomics.two', 'oncology.two', 'board', 'administrator', 'arbiter']) {
      const answer = await get(who, `/cases/${caseId}/documents/${document.hash}`)
      expect({ who, status: answer.status, text: await answer.text() }).toEqual({ who, status: 404, text: '{"code":"case_not_found","detail":null}' })
    }
    expect((await get('coordinator', `/cases/${other}/documents/${document.hash}`)).status, 'not by way of another case').toBe(404)
    const { files } = await ask(house.as('genomics.one'), api.case, { params: { caseId } })
    expect(files.find((file) => file.hash === document.hash)).toMatchObject({ format: 'PDF document', records: 0 })
  })
})
