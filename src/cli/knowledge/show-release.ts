import { parseArgs } from 'node:util'
import { knowledgeTables } from '#src/knowledge/release.ts'
import { rowKey } from '#src/knowledge/row-key.ts'
import { findRelease, shelfOf } from '#src/server/main/release-shelf.ts'
import { dataFolder } from '../chosen-release.ts'
import { answer, exitCode, message } from '../command.ts'

/** A release, one of its tables, or one row of it. Null is wrong usage. */
export async function knowledgeShow(args: readonly string[]): Promise<number | null> {
  const { values, positionals: [wanted, ...more] } = parseArgs({ args: [...args], allowPositionals: true, options: {
    data: { type: 'string' }, table: { type: 'string' }, row: { type: 'string' }, json: { type: 'boolean', default: false },
  } })
  if (wanted === undefined || more.length > 0) return null
  const asked = knowledgeTables.filter((table) => values.table === undefined || table === values.table)
  if (asked.length === 0) { message(`"${values.table}" is no table. They are ${knowledgeTables.join(', ')}.`); return exitCode.usage }
  const found = await findRelease(shelfOf(dataFolder(values.data)), wanted)
  if ('problem' in found) { message(found.problem); return exitCode.refused }
  if (values.table === undefined && values.row === undefined) {
    answer(values.json ? JSON.stringify(found.manifest) : description(found.manifest))
    return exitCode.done
  }
  const rows = asked.flatMap((table) => found.rows[table].flat().map((row) => ({ table, id: rowKey(table, row), row }))).filter((one) => values.row === undefined || one.id === values.row)
  if (values.row !== undefined && rows.length === 0) { message(`${found.manifest.release} has no row "${values.row}".`); return exitCode.refused }
  if (values.json) answer(JSON.stringify(rows))
  else for (const { table, row } of rows) answer(`${table}\t${JSON.stringify(row)}`)
  return exitCode.done
}

function description({ release, hash, made, base, source, counts }: Extract<Awaited<ReturnType<typeof findRelease>>, { manifest: unknown }>['manifest']): string {
  return [
    `${release}  ${hash}`,
    made === null ? 'built-in' : `made ${made}`,
    ...(base ? [`on ${base.release}  ${base.hash}`] : []),
    ...(source ? [`from ${source.file} (${source.kind}, ${source.format}; SHA-256 ${source.sha256})`, `${source.read} items read = ${source.imported} imported + ${source.rejected} listed`] : []),
    ...Object.entries(counts).map(([table, count]) => `${String(count).padStart(6)}  ${table}`),
  ].join('\n')
}
