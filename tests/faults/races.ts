import { postgresHome } from '#tests/conformance/postgres-home.ts'
import { sqliteHome } from '#tests/conformance/sqlite-home.ts'
import { raceChecks } from '#tests/conformance/check-races.ts'
import type { OpenHome } from '#tests/conformance/home.ts'
import { startPostgres } from '#tests/support/start-postgres.ts'

const rounds = 200

/** The race checks of the conformance suite, with 200 rounds of 50 racers. */
export async function raceCampaign(): Promise<boolean> {
  const server = await startPostgres()
  const homes: readonly (readonly [string, OpenHome])[] = [['SQLite', sqliteHome], ['PostgreSQL', () => postgresHome(server)]]
  let kept = true
  try {
    for (const [home, open] of homes) {
      for (const { name, run } of raceChecks(rounds)) {
        const failure = await run(open).then(() => null, (error: Error) => error.message)
        console.log(`${home}: ${name}: ${failure ?? 'kept'}`)
        kept &&= failure === null
      }
    }
    return kept
  } finally {
    await server.stop()
  }
}
