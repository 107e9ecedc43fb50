import { startPostgres } from '#tests/support/start-postgres.ts'
import { bitflipCampaign } from './bitflip.ts'
import { killOnPostgres, killOnSqlite } from './kill-homes.ts'
import { memoryCampaign } from './memory.ts'
import { raceCampaign } from './races.ts'
import { readersCampaign } from './readers.ts'
import { tamperCampaign } from './tamper.ts'

/** Campaigns in full size: `npm run faults -- NAME`. The gate runs each at a fiftieth. Prints its figures; exit 1 when a promise broke. */
const campaigns: Readonly<Record<string, () => Promise<boolean>>> = { kill, races: raceCampaign, bitflip: bitflipCampaign, tamper, readers: readersCampaign, memory: memoryCampaign }

async function kill(): Promise<boolean> {
  const size = { kills: 200, seed: Number(process.env['SEED'] ?? 1), mode: 'honest' } as const
  const server = await startPostgres()
  try {
    const honest = [
      ['SQLite, server process killed', await killOnSqlite(size)],
      ['PostgreSQL, server process killed', await killOnPostgres(server, size, false)],
      ['PostgreSQL, database killed too', await killOnPostgres(server, size, true)],
    ] as const
    for (const [where, report] of honest) console.log(`${where}: ${report.kills} kills, ${report.acknowledged} acknowledged, ${report.lost} lost, chain ${report.broken ?? 'intact'}`)
    const control = await killOnSqlite({ ...size, kills: 40, mode: 'early' })
    console.log(`control that acknowledges before it commits: ${control.kills} kills, ${control.acknowledged} acknowledged, ${control.lost} lost (must be more than 0)`)
    return honest.every(([, report]) => report.lost === 0 && report.broken === null) && control.lost > 0
  } finally {
    await server.stop()
  }
}

async function tamper(): Promise<boolean> {
  const report = await tamperCampaign(1_000, Number(process.env['SEED'] ?? 1))
  console.log(`${report.tamperings} tamperings in seven classes: ${report.found} found, ${report.misplaced.length} at a wrong place; ${report.clean} untouched records: ${report.falseAlarms} false alarms`)
  for (const line of [...report.missed, ...report.misplaced]) console.log(line)
  return report.missed.length === 0 && report.misplaced.length === 0 && report.falseAlarms === 0
}

const name = process.argv[2] ?? ''
const campaign = Object.hasOwn(campaigns, name) ? campaigns[name] : undefined
if (!campaign) {
  console.error(`usage: npm run faults -- ${Object.keys(campaigns).join(' | ')}`)
  process.exitCode = 2
} else {
  process.exitCode = (await campaign()) ? 0 : 1
}
