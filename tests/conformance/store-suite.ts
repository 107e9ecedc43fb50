import { bodyChecks } from './check-bodies.ts'
import { logChecks } from './check-log.ts'
import { raceChecks } from './check-races.ts'
import type { Check } from './home.ts'

/** What every home of the server must keep: SQLite, PostgreSQL and IndexedDB run this list and no other. */
export const storeSuite: readonly Check[] = [...logChecks, ...bodyChecks, ...raceChecks()]
