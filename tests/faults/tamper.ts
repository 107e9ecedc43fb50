import type { LogEntry } from '#src/domain/log-entry.ts'
import { sealEntry } from '#src/server/record/seal-entry.ts'
import { seeded } from './seeded.ts'
import { aRecord, copyOf, problemsOf, refit, type OpenRecord } from './tamper-record.ts'

/** Changes one case from `version` on; says which places the check may name first. */
type Tampering = (record: OpenRecord, caseId: string, entries: LogEntry[], version: number) => Promise<RegExp>
const place = (caseId: string, ...versions: number[]) => new RegExp(`case ${caseId}[:,] version (${versions.join('|')}):`)

const reseal = async (entries: LogEntry[], from: number, through: number) => {
  for (let index = from; index <= through; index += 1) {
    const { hash: _, ...content } = entries[index] ?? fail()
    entries[index] = await sealEntry({ ...content, previous: entries[index - 1]?.hash ?? content.previous })
  }
}
const alter = (entry: LogEntry): LogEntry => ({ ...entry, actor: { ...entry.actor, personId: 'intruder' } })
function fail(): never {
  throw new Error('no such entry')
}

/** The seven classes. The intruder holds the whole database, and neither the server's key nor the file outside. */
export const tamperings: Readonly<Record<string, Tampering>> = {
  'an entry changed': async (_record, caseId, entries, version) => {
    entries[version - 1] = alter(entries[version - 1] ?? fail())
    return place(caseId, version)
  },
  'an entry changed and its own hash made to fit': async (record, caseId, entries, version) => {
    entries[version - 1] = alter(entries[version - 1] ?? fail())
    await reseal(entries, version - 1, version - 1)
    if (version === entries.length) refit(record, caseId)
    return place(caseId, version, version + 1)
  },
  'an entry taken out': async (_record, caseId, entries, version) => {
    entries.splice(version - 1, 1)
    return version > entries.length ? new RegExp(`case ${caseId}: the head row|${place(caseId, version).source}`) : place(caseId, version)
  },
  'two entries exchanged': async (_record, caseId, entries, version) => {
    const first = Math.min(version, entries.length - 1)
    const [one, two] = [entries[first - 1] ?? fail(), entries[first] ?? fail()]
    entries.splice(first - 1, 2, { ...two, version: first }, { ...one, version: first + 1 })
    return place(caseId, first)
  },
  'the tail cut off, and the head made to fit': async (record, caseId, entries, version) => {
    const kept = Math.max(1, version - 1)
    entries.splice(kept)
    refit(record, caseId)
    return place(caseId, kept + 1)
  },
  'a case removed with everything of it': async (record, caseId) => {
    record.logs.delete(caseId)
    record.heads.delete(caseId)
    return new RegExp(`case ${caseId}, version 1: the case is gone`)
  },
  'a log written anew whole, every hash and the head made to fit': async (record, caseId, entries, version) => {
    entries[version - 1] = alter(entries[version - 1] ?? fail())
    await reseal(entries, version - 1, entries.length - 1)
    refit(record, caseId)
    return place(caseId, version)
  },
}

export type TamperReport = { tamperings: number; found: number; missed: string[]; misplaced: string[]; clean: number; falseAlarms: number }

/** Every third time the intruder also deletes the checkpoints that would tell; the file outside still has them. */
export async function tamperCampaign(count: number, seed: number, blind = false): Promise<TamperReport> {
  const random = seeded(seed)
  const { record: good, ...rest } = await aRecord()
  const report: TamperReport = { tamperings: 0, found: 0, missed: [], misplaced: [], clean: 0, falseAlarms: 0 }
  const kinds = Object.entries(tamperings)
  for (let round = 0; round < count; round += 1) {
    const [name, tamper] = kinds[round % kinds.length] ?? ['', () => fail()]
    const record = copyOf(good)
    const caseId = [...record.logs.keys()][Math.floor(random() * record.logs.size)] ?? ''
    const entries = record.logs.get(caseId) ?? []
    const version = 1 + Math.floor(random() * entries.length)
    const expected = await tamper(record, caseId, entries, version)
    const hides = random() < 1 / 3
    if (hides) record.checkpoints.splice(Math.floor(random() * record.checkpoints.length))
    const problems = await problemsOf(rest, record, blind)
    report.tamperings += 1
    if (problems.length === 0) report.missed.push(`${name}: case ${caseId}, version ${version}`)
    else report.found += 1
    // Where the checkpoints went too, the missing checkpoint itself is the first bad place.
    if (problems.length > 0 && !expected.test(problems.join('\n')) && !(hides && problems.some((problem) => problem.includes('is outside, but not in the database')))) {
      report.misplaced.push(`${name}: case ${caseId}, version ${version}: ${problems[0]}`)
    }
    if (round % 10 === 0) {
      report.clean += 1
      if ((await problemsOf(rest, copyOf(good))).length > 0) report.falseAlarms += 1
    }
  }
  return report
}
