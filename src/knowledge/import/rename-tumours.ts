import { z } from 'zod'
import type { Expression } from '../expression.ts'
import { parseExpression } from '../parse-expression.ts'
import type { ReleaseRows } from '../release.ts'
import { rowKey } from '../row-key.ts'
import { TumourScope } from '../schema.ts'

/** A code a row speaks of that is no type of the new tree. */
export type LostCode = { table: 'labels' | 'evidence' | 'priors'; row: string; code: string }

const groups: ReadonlySet<string> = new Set(['SOLID', 'HEME', 'ANY'])

/** Rows with their tumour codes carried over (`renames`: old to new), and every code that is then none of `codes`. Rows without tumour codes stay as they are. */
export function withCodes(rows: ReleaseRows, codes: ReadonlySet<string>, renames: ReadonlyMap<string, string>): { rows: ReleaseRows; lost: LostCode[] } {
  const lost: LostCode[] = []
  const follow = (table: LostCode['table'], row: string) => (code: string): string => {
    const now = codes.has(code) || groups.has(code) ? code : (renames.get(code) ?? code)
    if (!codes.has(now) && !groups.has(now)) lost.push({ table, row, code })
    return now
  }
  const followed = (table: LostCode['table']) => rows[table].map((part) => part.map((one) => {
    const row = Coded.parse(one)
    const to = follow(table, rowKey(table, one))
    const tumour = typeof row.tumour === 'string' ? to(row.tumour) : { in: row.tumour.in.map(to), except: row.tumour.except.map(to) }
    return { ...row, tumour, ...(row.biomarker === undefined ? {} : { biomarker: withConditions(row.biomarker, to) }) }
  }))
  return { rows: { ...rows, labels: followed('labels'), evidence: followed('evidence'), priors: followed('priors') }, lost }
}

/** A row with tumour codes, whatever else it has. */
const Coded = z.looseObject({ tumour: z.union([z.string(), TumourScope]), biomarker: z.string().optional() })

/** Tumour conditions within a biomarker expression; everything else stays letter by letter. */
function withConditions(biomarker: string, to: (code: string) => string): string {
  const conditions = new Set(tumoursIn(parseExpression(biomarker)))
  return conditions.size === 0 ? biomarker : biomarker.split(/([ (),])/).map((word) => (conditions.has(word) ? to(word) : word)).join('')
}

function tumoursIn(expression: Expression): string[] {
  if (expression.op === 'tumour') return [expression.code]
  if (expression.op === 'not') return tumoursIn(expression.of)
  return expression.op === 'and' || expression.op === 'or' || expression.op === 'cis' || expression.op === 'trans' ? expression.of.flatMap(tumoursIn) : []
}
