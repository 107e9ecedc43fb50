/** Number and Type that the VCF specification fixes for a reserved key; `.` stands for "not fixed". */
export type Reserved = readonly [string, string]
type Table = Readonly<Record<string, Reserved>>

/** Tables 1 and 2 of VCF 4.1 and 4.2, still valid later. */
const tables: Readonly<Record<string, Table>> = {
  INFO: {
    AA: ['1', 'String'], AC: ['A', 'Integer'], AF: ['A', 'Float'], AN: ['1', 'Integer'], BQ: ['1', 'Float'], CIGAR: ['A', 'String'], DB: ['0', 'Flag'], DP: ['1', 'Integer'], END: ['1', 'Integer'],
    H2: ['0', 'Flag'], H3: ['0', 'Flag'], MQ: ['1', '.'], MQ0: ['1', 'Integer'], NS: ['1', 'Integer'], SB: ['.', '.'], SOMATIC: ['0', 'Flag'], VALIDATED: ['0', 'Flag'], '1000G': ['0', 'Flag'],
  },
  FORMAT: {
    DP: ['1', 'Integer'], EC: ['A', 'Integer'], FT: ['1', 'String'], GL: ['G', 'Float'], GP: ['G', 'Float'], GQ: ['1', 'Integer'], GT: ['1', 'String'], HQ: ['2', 'Integer'], MQ: ['1', 'Integer'],
    PL: ['G', 'Integer'], PQ: ['1', 'Integer'], PS: ['1', 'Integer'],
  },
}

/** Keys that came or went with a version. */
const until42: Readonly<Record<string, Table>> = { FORMAT: { GLE: ['G', 'String'] } }
const since43: Readonly<Record<string, Table>> = {
  INFO: { AD: ['R', 'Integer'], ADF: ['R', 'Integer'], ADR: ['R', 'Integer'] },
  FORMAT: { AD: ['R', 'Integer'], ADF: ['R', 'Integer'], ADR: ['R', 'Integer'] },
}
const since44: Readonly<Record<string, Table>> = {
  INFO: {
    CN: ['A', 'Float'], EVENT: ['A', 'String'], EVENTTYPE: ['A', 'String'], RN: ['A', 'Integer'], SVCLAIM: ['A', 'String'], SVLEN: ['A', 'Integer'],
    RB: ['.', 'Integer'], RUB: ['.', 'Integer'], RUC: ['.', 'Float'], RUL: ['.', 'Integer'], RUS: ['.', 'String'],
  },
  FORMAT: { CN: ['1', 'Float'], PSL: ['P', 'String'], PSO: ['P', 'Integer'], PSQ: ['P', 'Integer'] },
}

/** What the specification of this version (41 … 45) fixes for a key, or undefined. */
export function reservedOf(column: string, name: string, version: number): Reserved | undefined {
  for (const table of [tables, version < 43 ? until42 : since43, version < 44 ? {} : since44]) {
    const found = table[column]
    if (found && Object.hasOwn(found, name)) return found[name]
  }
  return undefined
}
