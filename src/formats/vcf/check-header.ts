import type { ReadingPart } from '../reading-part.ts'
import { note } from '../reading-part.ts'
import { reservedOf } from './reserved.ts'
import type { StructuredLine } from './structured-line.ts'

export const malformed = (line: number) => `Line ${line}: this header line is not written as KEY=value or KEY=<ID=…> with closed quotes. The records were read; ask the laboratory for a valid export.`

const numbers = new Set(['A', 'R', 'G', '.', 'LA', 'LR', 'LG', 'P', 'M'])
const types = new Set(['Integer', 'Float', 'Flag', 'Character', 'String'])
const hasSpaceOrComma = (id: string) => id.includes(' ') || id.includes(',')

/** Kinds of symbolic alleles: those of the specification (section 1.4.5), reference blocks, ambiguity codes, and two that callers have made common (Delly's TRA, the CN0 … CN9 of 1000 Genomes). */
const alleleKind = /^(?:(?:DEL|INS|DUP|INV|CNV|BND|TRA|NON_REF|CN[0-9]+)(?:$|:)|\*$|[A-Z]$)/

/** Structured lines that the specification describes, and the version from which they need an ID. */
const withId: Readonly<Record<string, number>> = { INFO: 41, FORMAT: 41, FILTER: 41, ALT: 41, contig: 41, SAMPLE: 41, META: 43, PEDIGREE: 43 }

/** Says what of a structured header line breaks the specification. Never stops the reading: values are read by content. */
export function checkDeclaration(part: ReadingPart, key: string, parsed: StructuredLine, line: number, version: number): void {
  const { attributes, quoted } = parsed
  const since = Object.hasOwn(withId, key) ? withId[key] : undefined
  if (since === undefined) return
  const say = (what: string) => note(part, 'warning', 'header_against_specification', `Line ${line}: ${what}. The records were read by their content.`, { line, column: key })
  const id = attributes.get('ID')
  if (id === undefined || id === '') { if (version >= since) say(`the ${key} entry has no ID`); return }
  const named = `${key} ${id.slice(0, 40)}`
  if (hasSpaceOrComma(id)) { say(`the ID "${id.slice(0, 40)}" of ${key} holds a space or a comma`); return }
  if (parsed.fault !== null) { say(`in ${named} ${parsed.fault}`); return }
  if (attributes.keys().next().value !== 'ID') say(`the ID of ${named} does not stand first`)
  if (attributes.has('Description') && !quoted.has('Description') && key !== 'contig') say(`the Description of ${named} does not stand in quotes`)
  if (key === 'ALT') {
    if (id.includes('>') || id.includes('<')) say(`the ID of ${named} holds an angle bracket`)
    else if (!alleleKind.test(id)) say(`the ALT entry "${id.slice(0, 40)}" is of no known kind; it begins with DEL, INS, DUP, INV, CNV or BND`)
  }
  if (key === 'SAMPLE' && version < 43) for (const name of quoted) if (name !== 'Description') say(`${name.slice(0, 20)} of ${named} stands in quotes, which only a Description may before VCF 4.3`)
  const number = attributes.get('Number') ?? ''
  const type = attributes.get('Type') ?? ''
  const isValue = key === 'INFO' || key === 'FORMAT'
  if ((isValue || attributes.has('Number')) && !numbers.has(number) && !/^[0-9]+$/.test(number)) say(`${named} has the unknown Number "${number.slice(0, 20)}"`)
  if ((isValue || attributes.has('Type')) && !types.has(type)) say(`${named} has the unknown Type "${type.slice(0, 20)}"`)
  const rule = reservedOf(key, id, version)
  if (!rule) return
  if (rule[0] !== '.' && number !== rule[0] && number !== '.') say(`${named} has Number=${number}; the specification fixes ${rule[0]}`)
  if (rule[1] !== '.' && type !== rule[1]) say(`${named} has Type=${type}; the specification fixes ${rule[1]}`)
}

/** `##pedigreeDB=<ftp://host/path>` (1.4.8 of VCF 4.1): an address with a host that has a name or four numbers. */
export function checkAddress(part: ReadingPart, value: string, line: number): void {
  const inside = value.startsWith('<') && value.endsWith('>') ? value.slice(1, -1) : value
  const host = /^[a-z][a-z0-9+.-]*:\/\/([^/:]+)/i.exec(inside)?.[1] ?? ''
  const isHost = /[a-z]/i.test(host) || /^[0-9]{1,3}(?:\.[0-9]{1,3}){3}$/.test(host)
  if (!isHost) note(part, 'warning', 'header_against_specification', `Line ${line}: the pedigree database "${inside.slice(0, 40)}" is no address. The records were read by their content.`, { line, column: 'pedigreeDB' })
}
