/** Number and Type that the VCF specification fixes for a reserved key; `.` stands for "not fixed". */
export type Reserved = readonly [string, string]
type Table = Readonly<Record<string, Reserved>>

/** Tables 1 and 2 of VCF 4.1 to 4.5. */
const info: Table = {
  AA: ['1', 'String'], AC: ['A', 'Integer'], AD: ['R', 'Integer'], ADF: ['R', 'Integer'], ADR: ['R', 'Integer'], AF: ['A', 'Float'], AN: ['1', 'Integer'], BQ: ['1', 'Float'],
  CIGAR: ['A', 'String'], DB: ['0', 'Flag'], DP: ['1', 'Integer'], END: ['1', 'Integer'], H2: ['0', 'Flag'], H3: ['0', 'Flag'], MQ: ['1', '.'], MQ0: ['1', 'Integer'],
  NS: ['1', 'Integer'], SB: ['.', '.'], SOMATIC: ['0', 'Flag'], VALIDATED: ['0', 'Flag'], '1000G': ['0', 'Flag'],
}
const format: Table = {
  ADF: ['R', 'Integer'], ADR: ['R', 'Integer'], DP: ['1', 'Integer'], EC: ['A', 'Integer'], FT: ['1', 'String'], GL: ['G', 'Float'], GP: ['G', 'Float'], GQ: ['1', '.'],
  GT: ['1', 'String'], HQ: ['2', 'Integer'], MQ: ['1', '.'], PL: ['G', 'Integer'], PQ: ['1', 'Integer'], PS: ['1', '.'],
}

/** What the specification of this version (41 … 45) fixes for a key, or undefined. */
export function reservedOf(column: string, name: string, _version: number): Reserved | undefined {
  const table = column === 'INFO' ? info : column === 'FORMAT' ? format : {}
  return Object.hasOwn(table, name) ? table[name] : undefined
}
