import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { readRecords } from '#src/formats/read-records.ts'
import { defaultLimits } from '#src/formats/record-file.ts'
import { bgzfBlocks, bgzfEnd } from '#tests/support/bgzf.ts'
import { madeVcf } from './made-vcf.ts'
import { inMs, interleaved } from './measure.ts'
import type { Figure } from './figure.ts'
import { ourColumns, ourRows, peerRows, query } from './vcf-rows.ts'
import type { Sink } from './vcf-rows.ts'

const records = 100_000
const rounds = 5

function write(path: string, count: number, isPacked: boolean): void {
  const file = openSync(path, 'w')
  const encoder = new TextEncoder()
  for (const piece of madeVcf(count)) {
    const bytes = encoder.encode(piece)
    if (isPacked) for (const block of bgzfBlocks(bytes, 65_280)) writeSync(file, block)
    else writeSync(file, bytes)
  }
  if (isPacked) writeSync(file, bgzfEnd)
  closeSync(file)
}

async function digest(of: (sink: Sink) => Promise<void>): Promise<string> {
  const hash = createHash('sha256')
  await of((rows) => { hash.update(rows) })
  return hash.digest('hex')
}

/** Rows go where those of `bcftools` go when they are timed. */
async function nowhere(of: (sink: Sink) => Promise<void>): Promise<void> {
  const file = openSync('/dev/null', 'w')
  await of((rows) => { writeSync(file, rows) })
  closeSync(file)
}

/** Debian's package, or another place given by BCFTOOLS. */
const program = process.env['BCFTOOLS'] ?? 'bcftools'
const bcftools = (path: string, stdio: 'ignore' | 'pipe') => spawnSync(program, ['query', '-f', query, path], { stdio: ['ignore', stdio, 'pipe'], maxBuffer: 2 ** 30 })

async function columns(path: string, what: string): Promise<Figure> {
  const found = bcftools(path, 'pipe')
  const ours = await digest((sink) => ourColumns(path, sink))
  if (found.error || found.status !== 0) {
    const { a } = await interleaved(rounds, () => nowhere((sink) => ourColumns(path, sink)), () => undefined)
    return { what, ours: inMs(a), against: 'bcftools query: not measured (bcftools is not installed)', ratio: '', note: `rows ${ours.slice(0, 12)}` }
  }
  const theirs = createHash('sha256').update(found.stdout).digest('hex')
  const { a, b } = await interleaved(rounds, () => nowhere((sink) => ourColumns(path, sink)), () => bcftools(path, 'ignore'))
  return { what, ours: inMs(a), against: `bcftools query of the same columns ${inMs(b)}; goal 1.2`, ratio: (a.best / b.best).toFixed(2), note: `ratio of the best rounds; rows ${ours === theirs ? 'equal to the byte' : 'DIFFER'}` }
}

async function chosen(path: string): Promise<Figure> {
  const [ours, theirs] = [await digest((sink) => ourRows(path, sink)), await digest((sink) => peerRows(path, sink))]
  const { a, b } = await interleaved(rounds, () => nowhere((sink) => ourRows(path, sink)), () => nowhere((sink) => peerRows(path, sink)))
  return { what: 'The same file to rows of chosen transcript, changes, genotype and reads', ours: inMs(a), against: `@gmod/vcf with the same fields ${inMs(b)}; goal a third`, ratio: (a.best / b.best).toFixed(2), note: `${(b.best / a.best).toFixed(1)} times as fast, best against best; rows ${ours === theirs ? 'equal to the byte' : 'DIFFER'}` }
}

/** Peak memory of a process of its own that reads rows of a file of `count` records. */
function peak(folder: string, count: number): number {
  const path = join(folder, `${count}.vcf`)
  write(path, count, false)
  const script = `import { ourRows } from '#tests/bench/vcf-rows.ts'\nawait ourRows(process.argv[1], () => undefined)\nconsole.log(process.resourceUsage().maxRSS)`
  return Number(spawnSync(process.execPath, ['--input-type=module', '-e', script, path], { encoding: 'utf8' }).stdout) / 1024
}

export async function vcfReading(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    const [plain, packed] = [join(folder, 'made.vcf'), join(folder, 'made.vcf.gz')]
    write(plain, records, false)
    write(packed, records, true)
    const bytes = new Uint8Array(readFileSync(plain))
    const context = { resolveGene: (symbol: string) => ({ symbol, via: 'symbol' as const }), limits: defaultLimits }
    const figures = [await columns(plain, `Columns of a VCF of ${records} records (${(bytes.length / 1e6).toFixed(0)} MB)`), await columns(packed, 'The same, packed as BGZF'), await chosen(plain)]
    const [small, large] = [peak(folder, records / 5), peak(folder, records)]
    const whole = await interleaved(rounds, () => readRecords([{ name: 'made.vcf', bytes }], context), () => nowhere((sink) => peerRows(plain, sink)))
    return [
      ...figures,
      { what: `Peak memory of these rows, ${records} records`, ours: `${large.toFixed(0)} MB`, against: `${small.toFixed(0)} MB at ${records / 5} records`, ratio: (large / small).toFixed(2), note: 'flat when near 1' },
      { what: 'The whole reading: every record checked, findings with HGVS, what is listed counted', ours: inMs(whole.a), against: `@gmod/vcf to the rows above ${inMs(whole.b)}`, ratio: (whole.a.best / whole.b.best).toFixed(2), note: `for information: it does more. Load of the machine ${loadavg()[0]?.toFixed(1)} on ${availableParallelism()} cores` },
    ]
  } finally { rmSync(folder, { recursive: true }) }
}
