import type { ReadingPart } from '../reading-part.ts'
import { note } from '../reading-part.ts'

export const malformed = (line: number) => `Line ${line}: this header line is not written as KEY=value or KEY=<ID=…> with closed quotes. The records were read; ask the laboratory for a valid export.`

/** Reserved fields whose number and type the VCF specification fixes (4.1 to 4.4, tables 1 and 2). `.` stands for "not fixed". */
const reserved: Readonly<Record<string, Readonly<Record<string, readonly [string, string]>>>> = {
  INFO: {
    AA: ['1', 'String'], AC: ['A', 'Integer'], AD: ['R', 'Integer'], ADF: ['R', 'Integer'], ADR: ['R', 'Integer'], AF: ['A', 'Float'], AN: ['1', 'Integer'], BQ: ['1', 'Float'],
    CIGAR: ['A', 'String'], DB: ['0', 'Flag'], DP: ['1', 'Integer'], END: ['1', 'Integer'], H2: ['0', 'Flag'], H3: ['0', 'Flag'], MQ: ['1', '.'], MQ0: ['1', 'Integer'],
    NS: ['1', 'Integer'], SB: ['.', '.'], SOMATIC: ['0', 'Flag'], VALIDATED: ['0', 'Flag'], '1000G': ['0', 'Flag'],
  },
  FORMAT: {
    ADF: ['R', 'Integer'], ADR: ['R', 'Integer'], DP: ['1', 'Integer'], EC: ['A', 'Integer'], FT: ['1', 'String'], GL: ['G', 'Float'], GP: ['G', 'Float'], GQ: ['1', '.'],
    GT: ['1', 'String'], HQ: ['2', 'Integer'], MQ: ['1', '.'], PL: ['G', 'Integer'], PQ: ['1', 'Integer'], PS: ['1', '.'],
  },
}

const numbers = new Set(['A', 'R', 'G', '.', 'LA', 'LR', 'LG', 'P', 'M'])
const types = new Set(['Integer', 'Float', 'Flag', 'Character', 'String'])
const hasSpaceOrComma = (id: string) => id.includes(' ') || id.includes(',')

/** Says what of a declaration breaks the specification. Never stops the reading: values are read by content. */
export function checkDeclaration(part: ReadingPart, key: string, attributes: Map<string, string>, line: number): void {
  const id = attributes.get('ID')
  const say = (what: string) => note(part, 'warning', 'header_against_specification', `Line ${line}: ${what}. The records were read by their content.`, { line, column: key })
  if (id === undefined || id === '') {
    if (['INFO', 'FORMAT', 'FILTER', 'ALT', 'contig', 'SAMPLE', 'PEDIGREE', 'META'].includes(key)) say(`the ${key} entry has no ID`)
    return
  }
  if (hasSpaceOrComma(id)) { say(`the ID "${id.slice(0, 40)}" of ${key} holds a space or a comma`); return }
  // A comma inside an ID splits it: what follows then has no `=`, and the next key begins with a stray word.
  if ([...attributes.keys()].some((name) => name.includes(','))) { say(`the ${key} entry "${id.slice(0, 40)}" holds a stray comma`); return }
  if (key === 'ALT' && !/^(DEL|INS|DUP|INV|CNV|BND|TRA|NON_REF|\*|[A-Z])/.test(id)) say(`the ALT entry "${id.slice(0, 40)}" is of no known kind`)
  if (key !== 'INFO' && key !== 'FORMAT') return
  const number = attributes.get('Number') ?? ''
  const type = attributes.get('Type') ?? ''
  if (!numbers.has(number) && !/^[0-9]+$/.test(number)) say(`${key} ${id} has the unknown Number "${number.slice(0, 20)}"`)
  if (!types.has(type)) say(`${key} ${id} has the unknown Type "${type.slice(0, 20)}"`)
  const rule = Object.hasOwn(reserved[key] ?? {}, id) ? reserved[key]?.[id] : undefined
  if (!rule) return
  if (rule[0] !== '.' && number !== rule[0] && number !== '.') say(`${key} ${id} has Number=${number}; the specification fixes ${rule[0]}`)
  if (rule[1] !== '.' && type !== rule[1]) say(`${key} ${id} has Type=${type}; the specification fixes ${rule[1]}`)
}
