import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { buildIfStale } from '#src/server/main/build-if-stale.ts'
import { appLoad } from '#tests/bench/app-load.ts'

const app = join('dist', 'app')
/** Source maps name the sources of every file, and stay on the disk of the host. */
const served = () => readdirSync(app, { recursive: true, encoding: 'utf8' }).filter((path) => !path.endsWith('.map'))
const text = () => served().filter((path) => /\.(js|html|css)$/.test(path)).map((path) => readFileSync(join(app, path), 'utf8')).join('\n')

describe('the page that a hospital gets', () => {
  beforeAll(() => buildIfStale())

  test('holds no forwarder of requests, no server, no engine, no knowledge and no demonstration case', () => {
    const all = text()
    expect(all.length, 'there is something to search').toBeGreaterThan(500_000)
    // Words that stand in these parts and nowhere else, and that no minifier changes. `civic:EID` and a number is a fact; without one it is only how a source is linked.
    const foreign = { forwarder: /mockServiceWorker|setupWorker|MOCK_ACTIVATE/, knowledge: /civic:EID\d|"variantScope"/, demonstration: /consilium-demonstration|persona-genomics|demonstration-worker/, server: /createObjectStore\(.entries/, files: /Hugo_Symbol/ }
    expect(Object.entries(foreign).filter(([, words]) => words.test(all)).map(([part]) => part)).toEqual([])
  })

  test('emits no worker of the demonstration', () => {
    expect(served().filter((path) => /worker/i.test(path))).toEqual([])
  })

  test('shows its first screen within the budget of the first load', async () => {
    const [script, style] = await appLoad()
    expect(Number(script?.ratio), script?.ours).toBeLessThanOrEqual(1)
    expect(Number(style?.ratio), style?.ours).toBeLessThanOrEqual(1)
  })
})
