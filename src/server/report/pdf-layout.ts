import type { Column, Content, StyleDictionary } from 'pdfmake/interfaces.js'
import { ink } from './pdf-ink.ts'
import { printable } from './printable.ts'
import type { PdfDocument, PdfSignature } from './pdf-document.ts'

/** A4 in points, with the margins of the page. */
export const page = { width: 595.28, left: 50, right: 50, top: 40, bottom: 38 } as const
export const bodyWidth = page.width - page.left - page.right

export const styles: StyleDictionary = {
  title: { fontSize: 15, bold: true, color: ink.strong }, motto: { fontSize: 9, color: ink.strong }, label: { fontSize: 7.5, color: ink.soft }, fact: { fontSize: 8.5 },
  section: { fontSize: 10, bold: true, color: ink.strong, margin: [0, 4, 0, 1.5] }, part: { fontSize: 13, bold: true, color: ink.strong, margin: [0, 0, 0, 4] },
  point: { fontSize: 12, bold: true, margin: [0, 9, 0, 2] }, paragraph: { margin: [0, 0, 0, 3] }, item: { margin: [0, 0, 0, 1.5] },
  columnHead: { fontSize: 7.5, bold: true, color: ink.soft }, cell: { fontSize: 7.8, lineHeight: 1.12 }, running: { fontSize: 7.5, color: ink.soft },
}

const rule = (width: number, weight: number, color: string): Content => ({ canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: weight, lineColor: color }], margin: [0, 3, 0, 5] })

export const short = (hash: string): string => `${hash.slice(0, 4)} ${hash.slice(4, 8)}`

/** `2026-11-23T10:44:00+01:00` as `2026-11-23 10:44 UTC+01:00`. */
export const withZone = (at: string): string => `${at.slice(0, 10)} ${at.slice(11, 16)} UTC${at.endsWith('Z') ? '' : at.slice(19).replace(/^\.\d+/, '')}`

export const statusWord = ({ status, content }: Pick<PdfDocument, 'status' | 'content'>): string => (content.demonstration ? `DEMONSTRATION, ${status}` : status.toUpperCase())

/** First page: what it is, whose, and how it stands. */
export function head(document: PdfDocument): Content[] {
  const { content } = document
  const fact = (label: string, value: string): Column => ({ stack: [{ text: label, style: 'label' }, { text: printable(value), style: 'fact' }], width: '*' })
  return [
    { columns: [
      { stack: [{ text: 'Genomic second opinion', style: 'title' }, { text: 'Two experts, one answer. Supports clinical judgement, does not replace it.', style: 'motto' }], width: '*' },
      { stack: [{ text: [`${content.caseCode} · version ${content.revision} · `, { text: statusWord(document), bold: true }], style: 'motto', alignment: 'right' }, { text: withZone(document.at), style: 'motto', alignment: 'right' }], width: 'auto', margin: [0, 5, 0, 0] },
    ] },
    rule(bodyWidth, 1.4, ink.strong),
    { columns: [fact('Patient', content.subject.patient), fact('Tumour', content.subject.tumourType), fact('Specimen', content.subject.specimen), fact('Assay', content.subject.assay)], columnGap: 10 },
    rule(bodyWidth, 0.5, ink.line),
  ]
}

const meanings = { authored: 'Authored', reviewed_and_concur: 'Reviewed and concur', concur_with_reservation: 'Concur with reservation', do_not_concur: 'Do not concur' } as const
const roles = { genomic_expert: 'genomic expert', oncologist: 'oncologist' } as const
const ways: Readonly<Record<string, string>> = { passkey: 'passkey, user verified', password_and_code: 'password and one-time code', password: 'password', demonstration: 'none, demonstration' }

/** Who signed what meaning and when; the hash of the content they signed stands at the foot of every page. */
export function signatureBlock({ content, signatures }: PdfDocument): Content {
  const card = (slot: PdfSignature['slot']): Column => {
    const given = signatures.find((s) => s.slot === slot)
    const expert = content.experts[slot]
    if (!given) return { stack: [{ text: [{ text: printable(expert.name), bold: true }, `, ${roles[slot]}`] }, printable(expert.credential), 'Not signed'], fontSize: 7.2, lineHeight: 1.08, width: '*' }
    return {
      stack: [
        { text: [{ text: printable(given.name), bold: true }, `, ${roles[slot]}`] }, printable(given.credential), { text: `${meanings[given.meaning]} · ${withZone(given.at)}` },
        ...(given.reservation ? [{ text: printable(`“${given.reservation}”`), italics: true }] : []),
        `Authentication: ${ways[given.authenticatedBy] ?? given.authenticatedBy} · revision ${given.revision} · signature ${short(given.hash)}`,
      ],
      fontSize: 7.2, lineHeight: 1.08, width: '*',
    }
  }
  return {
    unbreakable: true, margin: [0, 1, 0, 0],
    stack: [
      rule(bodyWidth, 1.4, ink.strong), { columns: [card('genomic_expert'), card('oncologist')], columnGap: 18 }],
  }
}

export const runningHeader = (document: PdfDocument) => (current: number): Content =>
  current === 1 ? '' : { columns: [{ text: `Genomic second opinion · ${document.content.caseCode}`, style: 'running' }, { text: `version ${document.content.revision} · ${statusWord(document)}`, style: 'running', alignment: 'right' }], margin: [page.left, 22, page.right, 0] }

export const runningFooter = ({ content, contentHash, status }: PdfDocument) => (current: number, count: number): Content => ({
  columns: [{ text: `${content.caseCode} · version ${content.revision}, ${status} · content ${short(contentHash)} · knowledge ${content.knowledge.release}`, style: 'running', width: '*' }, { text: `page ${current} of ${count}`, style: 'running', alignment: 'right', width: 70 }],
  margin: [page.left, 12, page.right, 0],
})
