import { describe, expect, test } from 'vitest'
import { makePdf } from '#src/server/report/pdf.ts'
import { pdfText } from '#src/server/report/pdf-text.ts'
import { tableWidths } from '#src/server/report/table-widths.ts'
import { sha256Hex } from '#src/server/record/sha-256.ts'
import { aPrint } from './a-print.ts'

const setting = { fontSize: 9, width: 495, reference: (id: string) => (id === 'PMID:1' ? 7 : null) }
const said = (markdown: string) => JSON.stringify(pdfText(markdown, setting))
const count = (pdf: Uint8Array, word: string) => new TextDecoder('latin1').decode(pdf).split(word).length - 1

describe('the print', () => {
  test('is the same bytes for the same document, and others for a draft or a demonstration', async () => {
    const print = await aPrint()
    const [a, b, draft, demonstration] = [await makePdf(print), await makePdf(structuredClone(print)), await makePdf({ ...print, status: 'draft' }), await makePdf({ ...print, content: { ...print.content, demonstration: true } })]
    expect(await sha256Hex(a)).toBe(await sha256Hex(b))
    expect(new Set(await Promise.all([a, draft, demonstration].map(sha256Hex))).size).toBe(3)
  })
  test('is five A4 pages for the lung case: one front, two clinical, two for the patient', async () => {
    const pdf = await makePdf(await aPrint())
    expect(count(pdf, '/Type /Page\n')).toBe(5)
    expect(count(pdf, '595.28 841.89')).toBe(5)
  })
  test('carries the date of the document, not that of the machine', async () => {
    expect(count(await makePdf(await aPrint()), 'D:20261123094400Z')).toBe(2)
  })
})

describe('Markdown in print', () => {
  test('a source becomes its number among the references, another bracket stays', () => {
    expect(said('Shown [PMID:1].')).toContain('" [7]"')
    expect(said('Seen [once].')).toContain('Seen [once].')
    expect(said('Shown [PMID 1, page 3].')).toContain('" [7,page 3]"')
  })
  test('raw HTML and images are printed as words and fetch nothing', () => {
    expect(said('<script>alert(1)</script>')).toContain('<script>alert(1)</script>')
    const image = said('![a network](https://example.org/x.png)')
    expect(image).toContain('a network')
    expect(image).not.toContain('example.org')
  })
  test('a tier stays on one line', () => { expect(said('A; AMP II-C; ESCAT II-B')).toContain('{"text":"AMP II-C","noWrap":true}') })
  test('signs that the typeface lacks are printed by signs it has', () => { expect(said('MET → AKT')).toContain('MET > AKT') })
})

test.each([[[['No.', 'Why'], ['1', 'x'.repeat(40)]]], [[['a', 'b', 'c'], ['word '.repeat(80), 'w'.repeat(200), '1']]], [[['a']]]])('columns fill the page and never overrun it', (rows) => {
  const widths = tableWidths(rows, 495, 8)
  const total = widths.reduce((a, b) => a + b, 0) + widths.length * 8
  expect(total).toBeLessThanOrEqual(495)
  expect(total).toBeGreaterThan(490)
  expect(Math.min(...widths)).toBeGreaterThan(0)
})
