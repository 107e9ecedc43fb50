import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { canRun } from './requirements.ts'

const root = resolve(process.env['CONSILIUM_SHARED'] ?? '../shared')

/** Path into the shared data, or null where it is not present. */
export function sharedPath(...parts: string[]): string | null {
  const path = join(root, ...parts)
  return existsSync(path) ? path : null
}

/** Says `not run: N (shared data not present)` where it is missing; under REQUIRE=shared that fails. For `describe.runIf`. */
export function hasSharedData(folder: string, tests: number): boolean {
  return canRun('shared', sharedPath(folder) !== null, tests, 'shared data not present')
}
