import { recordFiles } from '#src/cli/record-files.ts'
import { readRecords } from '#src/formats/read-records.ts'
import { loadKnowledge } from '#src/knowledge/load-knowledge.ts'
import { readContext } from '#src/server/intake/read-context.ts'

/** Reads one file in a process of its own and says the most memory that process held, before and after, in bytes. */
const context = readContext(loadKnowledge())
const before = process.resourceUsage().maxRSS * 1024
const reading = await readRecords(await recordFiles(process.argv.slice(2)), context)
process.stdout.write(JSON.stringify({ before, peak: process.resourceUsage().maxRSS * 1024, records: reading.records }))
