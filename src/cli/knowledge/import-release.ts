import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { importCivic } from '#src/knowledge/import/import-civic.ts'
import type { CivicImport } from '#src/knowledge/import/import-civic.ts'
import { importOncotree } from '#src/knowledge/import/import-oncotree.ts'
import { rejectSentence } from '#src/knowledge/import/reject.ts'
import type { Reject } from '#src/knowledge/import/reject.ts'
import type { ReleaseManifest, ReleaseRows } from '#src/knowledge/release.ts'
import { findRelease, shelfOf, shelve } from '#src/server/main/release-shelf.ts'
import type { FoundRelease } from '#src/server/main/release-shelf.ts'
import { dataFolder } from '../chosen-release.ts'
import { answer, exitCode, message } from '../command.ts'
import { pathProblem } from '../record-files.ts'

/** What an importer gives back, whatever it read. */
export type Imported = { kind: 'civic' | 'oncotree'; format: string; read: number; imported: number; rows: ReleaseRows; rowsMade: number; rejects: readonly Reject[]; leftOut: CivicImport['leftOut']; remarks: readonly string[] }
type Source = { path: string; file: string; lines: AsyncIterable<string>; sha256: () => string }

/** `knowledge import SOURCE FILE`: reads a public release on top of one of ours and puts the result on the shelf. Null is wrong usage. */
export async function knowledgeImport(args: readonly string[]): Promise<number | null> {
  const { values, positionals: [kind, path, ...more] } = parseArgs({ args: [...args], allowPositionals: true, options: {
    data: { type: 'string' }, out: { type: 'string' }, onto: { type: 'string', default: 'built-in' }, name: { type: 'string' }, json: { type: 'boolean', default: false },
  } })
  const read = kind !== undefined && Object.hasOwn(readers, kind) ? readers[kind] : undefined
  if (!read || path === undefined || more.length > 0) return null
  const shelf = shelfOf(dataFolder(values.data))
  const base = await findRelease(shelf, values.onto)
  if ('problem' in base) { message(base.problem); return exitCode.refused }
  try {
    const source = sourceAt(path)
    const imported = await read(source, base)
    if ('problem' in imported) { message(imported.problem); return exitCode.refused }
    const { release, hash } = base.manifest
    const manifest = await shelve(values.out === undefined ? shelf : resolve(values.out), imported.rows, {
      release: values.name ?? `${release}+${imported.kind}-${versionOf(source.file)}`, made: new Date().toISOString(), base: { release, hash },
      source: { kind: imported.kind, file: source.file, sha256: source.sha256(), format: imported.format, read: imported.read, imported: imported.imported, rejected: imported.rejects.length },
    }, rejectTable(imported.rejects))
    if (values.name !== undefined && manifest.release !== values.name) message(`These rows are there already, under the name ${manifest.release}.`)
    report(manifest, imported, join(values.out ?? shelf, `${manifest.hash}.rejects.tsv`), values.json)
    return exitCode.done
  } catch (error) {
    const problem = pathProblem(error)
    if (problem === null) throw error
    message(problem)
    return exitCode.refused
  }
}

const readers: Readonly<Record<string, (source: Source, base: FoundRelease) => Promise<Imported | { problem: string }>>> = {
  civic: async ({ file, lines }, { knowledge, rows }) => {
    const read = await importCivic(file, lines, knowledge)
    if (read.format === null) return { problem: `${file} is no evidence table of CIViC: it has no column ${read.missing.join(', ')}.` }
    const format = read.format === 'profiles' ? 'molecular profiles' : 'genes and variants'
    return { ...read, kind: 'civic', format, remarks: [], rowsMade: read.rows.length, rows: { ...rows, evidence: [...rows.evidence, read.rows] } }
  },
  oncotree: async ({ file, lines }, { knowledge, rows }) => {
    const text: string[] = []
    for await (const line of lines) text.push(line)
    const read = importOncotree(file, parsed(text.join('\n')), knowledge, rows)
    if (read === null) return { problem: `${file} is no OncoTree: neither its published tree nor its list of tumour types as JSON.` }
    if (read.lost.length > 0) return { problem: `The release speaks of ${new Set(read.lost.map((one) => one.code)).size} codes that ${file} has no type for:\n${read.lost.map((one) => `  ${one.code}  ${one.table}  ${one.row}`).join('\n')}` }
    return { ...read, kind: 'oncotree', format: 'tumour types', rowsMade: read.imported, leftOut: [], remarks: read.renamed.map(({ from, to }) => `${from} is now ${to}`) }
  },
}

/** null is no OncoTree. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Lines of a file, read once as they come, and the SHA-256 of its bytes when the last one has been read. */
function sourceAt(path: string): Source {
  const digest = createHash('sha256')
  const bytes = createReadStream(path)
  bytes.on('data', (chunk) => digest.update(chunk))
  async function* lines(): AsyncGenerator<string> {
    const failed = new Promise<never>((_, fail) => bytes.once('error', fail))
    failed.catch(() => undefined)
    const iterator = createInterface({ input: bytes, crlfDelay: Number.POSITIVE_INFINITY })[Symbol.asyncIterator]()
    for (;;) {
      const next = await Promise.race([iterator.next(), failed])
      if (next.done) return
      yield next.value
    }
  }
  return { path, file: basename(path), lines: lines(), sha256: () => digest.digest('hex') }
}

/** `2026-05-nightly` of `2026-05-nightly-ClinicalEvidenceSummaries.tsv`. */
const versionOf = (file: string): string => file.replace(/\.[a-z]+$/i, '').replace(/-?ClinicalEvidenceSummaries$/, '').replace(/^oncotree_?/i, '') || 'file'

const cell = (text: string): string => text.replace(/[\t\r\n]/g, ' ')
const rejectTable = (rejects: readonly Reject[]): string => ['file\tline\titem\tcode\treason', ...rejects.map((one) => [one.file, one.line, one.item ?? '', one.code, rejectSentence(one)].map((part) => cell(String(part))).join('\t'))].join('\n') + '\n'

function report(manifest: ReleaseManifest, imported: Imported, rejectsAt: string, asJson: boolean): void {
  const { read, imported: taken, rejects, leftOut, format, rowsMade } = imported
  if (asJson) {
    answer(JSON.stringify({ release: manifest.release, hash: manifest.hash, format, read, imported: taken, rows: rowsMade, remarks: imported.remarks, rejects: rejects.map((one) => ({ ...one, reason: rejectSentence(one) })), leftOut: leftOut.map((one) => ({ ...one, reason: rejectSentence(one) })) }))
    return
  }
  const byCode = [...Map.groupBy(rejects, (one) => one.code)].toSorted(([, a], [, b]) => b.length - a.length)
  answer([
    `${manifest.release}  ${manifest.hash}`,
    `${read} items read (${format}) = ${taken} imported as ${rowsMade} rows + ${rejects.length} listed`,
    ...imported.remarks,
    ...byCode.map(([code, of]) => `${String(of.length).padStart(6)}  ${code}: ${rejectSentence({ code, what: '' })}`),
    ...(leftOut.length > 0 ? [`${String(leftOut.length).padStart(6)}  substitutes left out of items whose others were imported`] : []),
    `rejects with line and reason: ${rejectsAt}`,
  ].join('\n'))
}
