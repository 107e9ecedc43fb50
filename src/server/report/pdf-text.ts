import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'
import type { PhrasingContent, RootContent, Table } from 'mdast'
import type { Content, ContentText } from 'pdfmake/interfaces.js'
import { sourceNamed } from '#src/domain/report/source-ids.ts'
import { ink, ruled } from './pdf-ink.ts'
import { printable } from './printable.ts'
import { tableWidths } from './table-widths.ts'

/** How a text is set: size of the body, width it has, and the number under which a source stands among the references. */
export type Setting = { fontSize: number; width: number; reference: (id: string) => number | null }

/** Markdown to what the PDF sets. Raw HTML is printed as the text it is, an image as its words; nothing is fetched. */
export function pdfText(markdown: string, setting: Setting): Content[] {
  const root = fromMarkdown(markdown, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] })
  return root.children.map((node) => block(node, setting))
}

function block(node: RootContent, setting: Setting): Content {
  switch (node.type) {
    case 'heading': return { text: inline(node.children, setting), style: 'point', headlineLevel: 2 }
    case 'paragraph': return { text: inline(node.children, setting), style: 'paragraph' }
    case 'list': return listOf(node, setting)
    case 'table': return tableOf(node, setting)
    case 'blockquote': return { stack: node.children.map((child) => block(child, setting)), margin: [10, 0, 0, 0] }
    case 'code': return { text: printable(node.value), style: 'paragraph' }
    case 'html': return { text: printable(node.value), style: 'paragraph' }
    case 'thematicBreak': return { text: ' ', style: 'paragraph' }
    default: return { text: '' } // definitions and footnotes print nothing of their own
  }
}

function listOf(node: Extract<RootContent, { type: 'list' }>, setting: Setting): Content {
  const items = node.children.map((item): Content => {
    const [first] = item.children
    return item.children.length === 1 && first?.type === 'paragraph' ? { text: inline(first.children, setting), style: 'item' } : { stack: item.children.map((child) => block(child, setting)) }
  })
  return node.ordered ? { ol: items, margin: [0, 1, 0, 3] } : { ul: items, markerColor: ink.soft, margin: [0, 1, 0, 3] }
}

function tableOf(node: Table, setting: Setting): Content {
  const [head, ...body] = node.children
  const columns = head?.children.length ?? 0
  const cells = node.children.map((row) => Array.from({ length: columns }, (_, i) => row.children[i]?.children ?? []))
  const widths = tableWidths(cells.map((row) => row.map((cell) => plainText(cell).replace(/\b(AMP|ESCAT) (?=[IVX])/g, '$1_'))), setting.width, setting.fontSize - 1)
  const [header, ...rows] = cells
  return {
    table: {
      headerRows: 1, dontBreakRows: body.length < 400, keepWithHeaderRows: 1, widths,
      body: [(header ?? []).map((cell): Content => ({ text: inline(cell, setting), style: 'columnHead' })), ...rows.map((row) => row.map((cell): Content => ({ text: inline(cell, setting), style: 'cell' })))],
    },
    layout: ruled, margin: [0, 1, 0, 5],
  }
}

const citation = /\[([^[\]\n]{3,400})\]/g

function inline(nodes: readonly PhrasingContent[], setting: Setting): ContentText[] {
  return nodes.flatMap((node): ContentText[] => {
    switch (node.type) {
      case 'text': return cited(node.value, setting)
      case 'strong': return inline(node.children, setting).map((part) => ({ ...part, bold: true }))
      case 'emphasis': return inline(node.children, setting).map((part) => ({ ...part, italics: true }))
      case 'inlineCode': return [{ text: printable(node.value) }]
      case 'html': return [{ text: printable(node.value) }]
      case 'break': return [{ text: '\n' }]
      case 'link': return inline(node.children, setting)
      case 'image': return [{ text: printable(node.alt ?? '') }]
      default: return []
    }
  })
}

/** `[PMID:1, PMID:2]` becomes the numbers under which the references print them, words beside them stay; any other bracket stays as it is. */
function cited(text: string, setting: Setting): ContentText[] {
  const out: ContentText[] = []
  let from = 0
  for (const found of text.matchAll(citation)) {
    const printed = (found[1] ?? '').split(/[,;] /).map((piece) => ({ piece: piece.trim(), number: numberOf(piece, setting) }))
    if (printed.every((p) => p.number === null)) continue
    out.push(...unbroken(text.slice(from, found.index).replace(/ $/, '')), { text: ` [${printed.map((p) => p.number ?? printable(p.piece)).join(',')}]`, noWrap: true, fontSize: setting.fontSize * 0.82, color: ink.soft })
    from = found.index + found[0].length
  }
  out.push(...unbroken(text.slice(from)))
  return out.filter((part) => part.text !== '')
}

function numberOf(piece: string, setting: Setting): number | null {
  const id = sourceNamed(piece)
  return id === null ? null : setting.reference(id)
}

/** `AMP II-C` stays on one line: a tier broken at its hyphen is read wrongly. */
const unbroken = (text: string): ContentText[] =>
  printable(text).split(/((?:AMP|ESCAT) [IVX]{1,4}-[A-D])/).map((piece, i) => (i % 2 === 1 ? { text: piece, noWrap: true } : { text: piece }))

const plainText = (nodes: readonly PhrasingContent[]): string => nodes.map((n) => ('value' in n ? n.value : 'children' in n ? plainText(n.children) : '')).join('').replace(citation, '[1]')
