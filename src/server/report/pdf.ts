import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { citedIn } from '#src/domain/report/source-ids.ts'
import type { ReportContent } from '#src/domain/report/content.ts'
import type { PdfDocument } from './pdf-document.ts'
import { bodyWidth, head, page, runningFooter, runningHeader, signatureBlock, statusWord, styles } from './pdf-layout.ts'
import { pdfText, type Setting } from './pdf-text.ts'

type Section = ReportContent['sections'][number]

/**
 * The report as an A4 PDF: front page with both signatures, clinical detail, and the patient's part as a sheet of its own. Runs in Node and
 * in a browser's worker; the same document gives the same bytes (dates from the document, no random ids).
 */
export async function makePdf(document: PdfDocument): Promise<Uint8Array> {
  const pdfMake = await printer()
  return new Uint8Array(await pdfMake.createPdf(definition(document)).getBuffer())
}

type Printer = { createPdf: (definition: TDocumentDefinitions) => { getBuffer: () => Promise<Uint8Array> }; addVirtualFileSystem: (files: unknown) => void }

/** Loaded when the first report is printed: library and typeface (Roboto, Apache-2.0) are larger than the rest of the server. */
async function printer(): Promise<Printer> {
  const [library, fonts] = await Promise.all([import('pdfmake/build/pdfmake.js'), import('pdfmake/build/vfs_fonts.js')])
  const pdfMake = (library as unknown as { default: Printer }).default // the build's own shape: a CommonJS module in either host; its published types name the Node entry
  pdfMake.addVirtualFileSystem((fonts as unknown as { default: unknown }).default) // as above
  return pdfMake
}

function definition(document: PdfDocument): TDocumentDefinitions {
  const { content, status } = document
  const made = new Date(document.at)
  const word = content.demonstration ? 'DEMONSTRATION' : status.toUpperCase()
  return {
    pageSize: 'A4', pageMargins: [page.left, page.top, page.right, page.bottom], defaultStyle: { font: 'Roboto', fontSize: 9, lineHeight: 1.22, color: '#111827' }, styles,
    info: { title: `Genomic second opinion ${content.caseCode}`, subject: `version ${content.revision}, ${statusWord(document)}`, author: `${content.experts.genomic_expert.name}; ${content.experts.oncologist.name}`, creator: 'Consilium', producer: 'Consilium', creationDate: made, modDate: made },
    watermark: { text: word, color: '#111827', opacity: status === 'final' && !content.demonstration ? 0.025 : 0.05, bold: true, angle: -50 },
    header: runningHeader(document), footer: runningFooter(document), content: body(document),
    // The front page stands alone; where it runs over, the clinical part follows on. A heading never ends a page.
    pageBreakBefore: (node, nodes) => (node.id === 'clinical' && node.pageNumbers[0] === 1) || (node.headlineLevel === 1 && nodes.getFollowingNodesOnPage().length === 0),
  }
}

function body(document: PdfDocument): Content[] {
  const { sections } = document.content
  const ids = [...new Set(sections.filter((s) => s.id !== 'references').flatMap((s) => citedIn(s.markdown)))]
  const setting = (fontSize: number, width: number): Setting => ({ fontSize, width, reference: (id) => (ids.includes(id) ? ids.indexOf(id) + 1 : null) })
  const numbered = sections.filter((s) => s.part !== 'patient')
  const numberOf = (s: Section) => numbered.indexOf(s) + 1
  const printed = (s: Section, width = bodyWidth): Content[] => [{ text: `${numberOf(s)}  ${s.title}`, style: 'section', headlineLevel: 1 }, ...pdfText(s.markdown, setting(s.part === 'front' ? 8.5 : 9, width))]
  return [
    ...head(document), { stack: frontPage(numbered.filter((s) => s.part === 'front'), printed), fontSize: 8.5, lineHeight: 1.12 }, signatureBlock(document),
    { text: 'Clinical detail', style: 'part', id: 'clinical', margin: [0, 10, 0, 4] }, ...numbered.filter((s) => s.part === 'clinical').flatMap((s) => printed(s)),
    { text: 'Intended use', style: 'section', headlineLevel: 1 }, { text: document.content.intendedUse, style: 'paragraph' },
    ...patientSheet(document, sections.filter((s) => s.part === 'patient'), setting(11, bodyWidth)),
  ]
}

/** Pairs of short sections stand side by side, as on a page that is read at a glance. */
function frontPage(sections: readonly Section[], printed: (s: Section, width?: number) => Content[]): Content[] {
  const pairs: Readonly<Record<string, string>> = { not_to_do: 'next_tests', germline: 'confidence_dissent' }
  const seconds = new Set(Object.values(pairs))
  const isShort = (s: Section) => s.markdown.length < 1100
  return sections.flatMap((s): Content[] => {
    const partner = sections.find((other) => other.id === pairs[s.id])
    if (partner && isShort(s) && isShort(partner)) {
      const own = shareOf(s, partner)
      return [{ columns: [{ stack: printed(s, bodyWidth * own), width: `${Math.round(own * 100)}%` }, { stack: printed(partner, bodyWidth * (1 - own)), width: '*' }], columnGap: 18, unbreakable: true }]
    }
    const first = Object.entries(pairs).find(([, second]) => second === s.id)?.[0]
    const before = sections.find((other) => other.id === first)
    return seconds.has(s.id) && before && isShort(before) && isShort(s) ? [] : printed(s)
  })
}

/** A column as wide as its text asks for, so that both end at about the same height and the front page stays one. */
const shareOf = (first: Section, second: Section): number => Math.min(0.64, Math.max(0.32, first.markdown.length / (first.markdown.length + second.markdown.length)))

/** Larger type, a page of its own, and nothing on it that needs the rest of the report. */
function patientSheet({ content }: PdfDocument, sections: readonly Section[], setting: Setting): Content[] {
  const [first, ...others] = sections
  if (!first) return []
  return [
    { text: 'For you, in plain words', style: 'title', pageBreak: 'before' }, { text: `About your tumour test. Your care team knows it as ${content.caseCode}.`, style: 'motto', margin: [0, 2, 0, 2] },
    { stack: [first, ...others].flatMap((s) => pdfText(s.markdown, setting)), fontSize: 11, lineHeight: 1.3 },
  ]
}
