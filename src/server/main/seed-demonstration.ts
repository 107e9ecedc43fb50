import { seedCases } from '#mocks/seed/seed-cases.ts'
import type { RunningServer } from './start-server.ts'

/**
 * Demonstration cases on a server: flagged as such, so that every page and every verification says so. Cases made by users stay real. A case
 * that does not play is said and left where it stopped: it takes no server down.
 */
export async function seedDemonstration(server: Pick<RunningServer, 'deps'>): Promise<void> {
  await seedCases(server.deps, { onFailure: (id, error) => console.error(`The demonstration case ${id} could not be played to its end: ${error instanceof Error ? error.message : 'unknown reason'}`) })
}
