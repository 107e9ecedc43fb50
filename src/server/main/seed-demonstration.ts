import { seedCases } from '#mocks/seed/seed-cases.ts'
import type { RunningServer } from './start-server.ts'

/** Demonstration cases on a server: flagged as such, so that every page and every verification says so. Cases made by users stay real. */
export async function seedDemonstration(server: Pick<RunningServer, 'deps'>): Promise<void> {
  await seedCases(server.deps)
}
