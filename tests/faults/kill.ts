import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import type { LogEntry } from '#src/domain/log-entry.ts'
import { verifyChain } from '#src/server/record/verify-chain.ts'
import { seeded } from './seeded.ts'

export type KillPlan = {
  kills: number
  /** Same seed, same moments. */
  seed: number
  /** A SQLite file or a `postgres:` URL. */
  home: string
  /** Folder of the keys. */
  folder: string
  mode: 'honest' | 'early'
  /** What is killed besides the writer: the database server, brought back before the check. */
  killDatabase?: () => Promise<void>
  /** Opens the home anew after a kill and reads the log, as the next start of the server would. */
  entries: () => Promise<LogEntry[]>
}
export type KillReport = { kills: number; acknowledged: number; lost: number; broken: string | null }

/** Kills a writing process again and again at random moments; counts what it had acknowledged and what is not there afterwards. */
export async function killCampaign(plan: KillPlan): Promise<KillReport> {
  const random = seeded(plan.seed)
  const report: KillReport = { kills: 0, acknowledged: 0, lost: 0, broken: null }
  let highest = 0
  for (let kill = 0; kill < plan.kills; kill += 1) {
    const before = highest
    highest = Math.max(highest, await writeUntilKilled(plan, 5 + Math.floor(random() * 120)))
    report.acknowledged += highest - before
    const entries = await plan.entries()
    const verdict = await verifyChain(entries)
    if (!verdict.ok) report.broken ??= `after kill ${kill + 1}, version ${verdict.version}: ${verdict.why}`
    report.lost += Math.max(0, highest - entries.length)
    // The next round goes on from what is there, so that a loss is counted once.
    highest = entries.length
    report.kills += 1
  }
  return report
}

/** Returns the highest version that was acknowledged before the kill. The clock of the kill starts with the first acknowledgement. */
async function writeUntilKilled({ home, folder, mode, killDatabase }: KillPlan, afterMs: number): Promise<number> {
  const writer = spawn(process.execPath, ['tests/faults/kill-writer.ts', home, folder, mode], { stdio: ['ignore', 'pipe', 'pipe'] })
  let [highest, errors] = [0, '']
  writer.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString()
  })
  const ended = new Promise<number | null>((done) => writer.once('close', (code) => done(code)))
  const lines = createInterface({ input: writer.stdout })
  const firstWord = new Promise<void>((go) => lines.once('line', () => go()))
  lines.on('line', (line) => {
    highest = Number(line)
  })
  const begun = await Promise.race([firstWord.then(() => true), ended.then(() => false)])
  if (!begun) throw new Error(`the writer ended before it wrote: ${errors}`)
  await sleep(afterMs)
  if (killDatabase) await killDatabase()
  writer.kill('SIGKILL')
  await ended
  return highest
}
