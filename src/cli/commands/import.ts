import { parseArgs } from 'node:util'
import type { Alteration } from '#src/domain/alteration.ts'
import { ColumnMeaning } from '#src/domain/column-mapping.ts'
import type { RecordReading } from '#src/domain/record-reading.ts'
import { listedSentence } from '#src/formats/names/listed-words.ts'
import { readRecords } from '#src/formats/read-records.ts'
import { loadKnowledge } from '#src/knowledge/load-knowledge.ts'
import { answer, exitCode, message } from '../command.ts'
import type { Command } from '../command.ts'
import { columnMapping } from '../column-option.ts'
import { pathProblem, recordFiles } from '../record-files.ts'
import { readContext } from '#src/server/intake/read-context.ts'

const help = `usage: consilium import FILE… [--sample NAME] [--map COLUMN=MEANING]… [--json]

Reads records and prints what they hold: format, genome build, samples, alterations, biomarkers and problems. Writes nothing.
Several files are one case; a folder stands for its files. Files are recognised by content.

  --sample NAME   the tumour sample, where the files hold several or do not say
  --map C=M       what column C of a laboratory's own table means, as often as needed; or a JSON file of { "column": "meaning" }.
                  Meanings: ${ColumnMeaning.options.join(', ')}
  --json          one JSON value: { format, genomeBuild, samples, records, read, listed, alterations, biomarkers, notTested, tables, problems }

records = read + listed: what gave no alteration is counted under a reason, also among the problems.
Exit: 0 read, 1 something could not be read (the problems say what), 2 wrong usage.`

const shown = (alteration: Alteration) => ({
  gene: alteration.gene, kind: alteration.kind, hgvsp: alteration.hgvsp, hgvsc: alteration.hgvsc, genomic: alteration.genomic, vaf: alteration.vaf, depth: alteration.depth,
  copyNumber: alteration.copyNumber, partner: alteration.partner, origin: alteration.origin, filter: alteration.filter, sample: alteration.sample,
})

function asJson(reading: RecordReading, files: string): string {
  const listed = Object.entries(reading.listed).map(([reason, count]) => ({ severity: 'warning', code: `listed_${reason}`, file: files, line: null, message: listedSentence(reason, count) }))
  return JSON.stringify({
    format: reading.format, genomeBuild: reading.genomeBuild, samples: reading.samples, records: reading.records, read: reading.read, listed: reading.listed,
    alterations: reading.alterations.map(shown),
    biomarkers: reading.biomarkers.map(({ name, value, unit, status }) => ({ name, value, unit, status })),
    notTested: reading.notTested, tables: reading.tables,
    problems: [...reading.problems.map(({ severity, code, file, line, message: text }) => ({ severity, code, file, line, message: text })), ...listed],
  })
}

const percent = (fraction: number | null) => (fraction === null ? '' : `${(fraction * 100).toFixed(1)} %`)

function alterationLine(alteration: Alteration): string {
  const place = alteration.genomic ? `${alteration.genomic.chrom}:${alteration.genomic.pos}${alteration.genomic.alt === '' ? '' : ` ${alteration.genomic.ref.slice(0, 12)}>${alteration.genomic.alt.slice(0, 12)}`}` : ''
  const what = alteration.partner !== null ? `${alteration.gene}::${alteration.partner}` : alteration.gene
  const change = alteration.hgvsp ?? alteration.hgvsc ?? (alteration.copyNumber === null ? '' : `${alteration.copyNumber} copies`)
  return ['  ', (what || '—').padEnd(16), alteration.kind.padEnd(14), change.padEnd(24), percent(alteration.vaf).padStart(7), '  ', (alteration.filter ?? '').slice(0, 24).padEnd(10), place, alteration.sample === null ? '' : `  ${alteration.sample}`].join(' ').trimEnd()
}

const LINES = 60

const columnWords = { name: 'by its name', mapping: 'by the mapping', values: 'by its values', guess: 'perhaps; not read by', nothing: '' }

/** The columns of a laboratory's own table with their first values: what to say with --map. */
function tableLines({ file, columns, understood }: RecordReading['tables'][number]): string[] {
  return [`Columns of ${file}${understood ? '' : ' (not understood: say what they mean with --map)'}`, ...columns.map(({ name, meaning, by, firstValues }) => `   ${name.slice(0, 28).padEnd(30)}${(meaning ?? '—').padEnd(13)}${columnWords[by].padEnd(22)}${firstValues.map((value) => value.slice(0, 24)).join(' · ')}`.trimEnd())]
}

function asText(reading: RecordReading): string {
  const { alterations } = reading
  const samples = reading.samples.length > 8 ? `${reading.samples.length}, among them ${reading.samples.slice(0, 4).join(', ')}` : reading.samples.join(', ') || 'not named'
  const tumour = reading.tumourSamples.length === 1 ? `${reading.tumourSamples[0]} (${reading.tumourSampleRule})` : reading.tumourSamples.length > 1 ? `${reading.tumourSamples.length} samples; choose one with --sample` : `not clear (${reading.tumourSampleRule || 'not stated'})`
  const listed = Object.entries(reading.listed)
  return [
    `Format          ${reading.format}`, `Genome build    ${reading.genomeBuild}`, `Samples         ${samples}`, `Tumour          ${tumour}`,
    `Records         ${reading.records} = ${reading.read} read + ${listed.reduce((sum, [, count]) => sum + count, 0)} listed`, ...listed.map(([reason, count]) => `                ${listedSentence(reason, count)}`),
    `Alterations     ${alterations.length}`, ...alterations.slice(0, LINES).map(alterationLine), ...(alterations.length > LINES ? [`   … and ${alterations.length - LINES} more; --json gives all`] : []),
    ...(reading.biomarkers.length > 0 ? ['Biomarkers', ...reading.biomarkers.map((marker) => `   ${marker.name} ${marker.value ?? marker.status}${marker.unit === null ? '' : ` ${marker.unit}`}`)] : []),
    ...(reading.notTested.length > 0 ? [`Not tested      ${reading.notTested.length} genes: ${reading.notTested.slice(0, 12).join(', ')}${reading.notTested.length > 12 ? ' …' : ''}`] : []),
    ...reading.tables.flatMap(tableLines),
    ...(reading.problems.length > 0 ? ['Problems', ...reading.problems.map((problem) => `   ${problem.severity} ${problem.code} (${problem.file}): ${problem.message}`)] : []),
  ].join('\n')
}

async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { sample: { type: 'string' }, map: { type: 'string', multiple: true }, json: { type: 'boolean', default: false } } })
  if (positionals.length === 0) { message(`No file is named.\n\n${help}`); return exitCode.usage }
  const mapping = await columnMapping(values.map ?? [])
  if (typeof mapping === 'string') { message(`${mapping}\n\n${help}`); return exitCode.usage }
  try {
    const knowledge = loadKnowledge()
    const files = await recordFiles(positionals)
    const reading = await readRecords(files, { ...readContext(knowledge), sample: values.sample ?? null, mappings: mapping === null ? undefined : { byFile: Object.fromEntries(files.map((file) => [file.name, { columns: mapping, source: 'the mapping given' }])), byHeader: {} } })
    answer(values.json ? asJson(reading, files.map((file) => file.name).join(', ')) : asText(reading))
    return reading.problems.some((problem) => problem.severity === 'error') ? exitCode.refused : exitCode.done
  } catch (error) {
    const known = pathProblem(error)
    if (known === null) throw error
    message(known)
    return exitCode.refused
  }
}

export const importCommand: Command = { help, run }
