import { describe, expect, test } from 'vitest'
import { SectionView } from '#src/contract/views/report-view.ts'
import { textSections } from '#src/domain/report/section.ts'
import { reportDocument, type AdoptedText, type ReportParts } from '#src/server/report/report-view.ts'
import { lungCase } from '#tests/domain/report/lung-case.ts'

const assemble = (adopted: Record<string, AdoptedText> = {}, more: Partial<ReportParts> = {}) =>
  reportDocument({ input: lungCase, adopted, revision: 1, demonstration: false, snapshot: 'c'.repeat(64), reviewedRun: 'd'.repeat(64), knowledge: lungCase.run.knowledge, ...more })
const taken = (markdown: string): AdoptedText => ({ markdown, byName: 'Ruth Okafor', at: '2026-11-22T09:00:00.000Z', version: 31 })

test('sections are views of the contract; text nobody took over is missing', async () => {
  const { sections, missing } = await assemble()
  for (const section of sections) SectionView.parse(section)
  expect(missing).toEqual(textSections.map((s) => s.id))
})

test('an adopted text takes the place of the draft, with the person\'s name', async () => {
  const { sections, missing, content } = await assemble({ germline: taken('CHEK2 is to be confirmed in blood.') })
  expect(sections.find((s) => s.id === 'germline')).toMatchObject({ state: 'adopted', markdown: 'CHEK2 is to be confirmed in blood.', adoptedBy: 'Ruth Okafor', version: 31 })
  expect(missing).not.toContain('germline')
  expect(content.sections.find((s) => s.id === 'germline')?.adoptedBy).toBe('Ruth Okafor')
})

test('a data block cannot be taken over', async () => {
  const { sections } = await assemble({ options: taken('Olaparib') })
  expect(sections.find((s) => s.id === 'options')).toMatchObject({ state: 'data', adoptedBy: null })
  expect(sections.find((s) => s.id === 'options')?.markdown).not.toBe('Olaparib')
})

test('what an adopted text cites stands among the references', async () => {
  const { sections } = await assemble({ interpretation: taken('MET amplification was studied [PMID:99999999].') })
  expect(sections.find((s) => s.id === 'references')?.markdown).toContain('PMID:99999999')
})

describe('content hash', () => {
  test('is the same for the same report and its bytes are canonical', async () => {
    const [a, b] = [await assemble(), await assemble()]
    expect(a.contentHash).toBe(b.contentHash)
    expect(new TextDecoder().decode(a.contentBytes).startsWith('{"caseCode":"C-0187","demonstration":false')).toBe(true)
  })
  test.each<[string, Record<string, AdoptedText>, Partial<ReportParts>]>([
    ['text', { germline: taken('Another word here.') }, {}], ['revision', {}, { revision: 2 }], ['snapshot', {}, { snapshot: 'e'.repeat(64) }], ['reviewed run', {}, { reviewedRun: 'e'.repeat(64) }],
    ['knowledge', {}, { knowledge: { release: '2026.12', hash: 'f'.repeat(64) } }], ['demonstration', {}, { demonstration: true }],
  ])('changes with the %s', async (_what, adopted, more) => {
    expect((await assemble(adopted, more)).contentHash).not.toBe((await assemble()).contentHash)
  })
  test('is the same for the same words in another normal form', async () => {
    const [composed, decomposed] = [await assemble({ germline: taken('Bestätigung im Blut'.normalize('NFC')) }), await assemble({ germline: taken('Bestätigung im Blut'.normalize('NFD')) })]
    expect(composed.contentHash).toBe(decomposed.contentHash)
  })
})
