import { afterAll, beforeAll, expect, test } from 'vitest'
import { PreviewView } from '#src/contract/views/intake-view.ts'
import { hostileFiles, tooLarge } from './hostile-files.ts'
import { hostileServer, type HostileServer } from './hostile-server.ts'

/** Files that are meant to harm, dropped on the product's own server, while somebody else works on it. */
let server: HostileServer
let [coordinator, other] = ['', '']
let stop = false
const answers: number[] = []
let pulse: Promise<void>
let base = 0

beforeAll(async () => {
  server = await hostileServer()
  coordinator = await server.signIn(0)
  other = await server.signIn(1)
  base = (await server.memory()).held
  pulse = (async () => {
    while (!stop) {
      const from = performance.now()
      const answer = await server.ask('/cases', { cookie: other })
      await answer.arrayBuffer()
      answers.push(answer.status === 200 ? performance.now() - from : Infinity)
      await new Promise((resolve) => { setTimeout(resolve, 25) })
    }
  })()
}, 60_000)
afterAll(() => server.close())

async function intake(name: string): Promise<string> {
  const answer = await server.ask('/intakes', { method: 'POST', cookie: coordinator, body: JSON.stringify({ commandId: `hostile-${name}-`.padEnd(12, 'x').slice(0, 70) }) })
  return ((await answer.json()) as { id: string }).id // the contract's shape; a refusal fails the next request
}

async function whenRead(id: string): Promise<PreviewView> {
  for (;;) {
    const view = PreviewView.parse(await (await server.ask(`/intakes/${id}/preview`, { cookie: coordinator })).json())
    if (view.uploads.every((one) => one.state !== 'reading')) return view
    await new Promise((resolve) => { setTimeout(resolve, 100) })
  }
}

const percentile = (values: readonly number[], share: number) => values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? Infinity
const megabytes = (bytes: number) => Math.round(bytes / 2 ** 20)
const figures: string[] = []

test.each(hostileFiles.map((file) => [file.name, file] as const))('%s is answered with what it is and what to do', async (name, { bytes, code, says }) => {
  const id = await intake(name)
  const content = new Uint8Array(bytes())
  const from = performance.now()
  const upload = await server.ask(`/intakes/${id}/files`, { method: 'POST', cookie: coordinator, body: content, name: 'records' })
  expect(upload.status).toBe(200)
  const view = await whenRead(id)
  const took = performance.now() - from
  const after = await server.memory()
  figures.push(`${name}: ${(content.length / 2 ** 20).toFixed(1)} MB, ${Math.round(took)} ms, ${view.problems.map((one) => one.code).slice(0, 2).join(' ')}, ${megabytes(after.now)} MB, ${megabytes(after.held - base)} MB held more than at the start`)
  const problems = view.problems.filter((one) => new RegExp(`^(${code})$`).test(one.code))
  expect(view.problems.map((one) => one.code).join(' ')).toMatch(new RegExp(code))
  expect(problems.map((one) => one.message).join(' ')).toMatch(says)
  expect(after.held - base).toBeLessThan(300 * 2 ** 20)
  expect((await server.ask(`/intakes/${id}`, { method: 'DELETE', cookie: coordinator })).status).toBe(200)
}, 240_000)

test('more than 64 MB is refused before it is kept', async () => {
  const id = await intake('too-large')
  const answer = await server.ask(`/intakes/${id}/files`, { method: 'POST', cookie: coordinator, body: tooLarge(), name: 'records' })
  expect([answer.status, await answer.json()]).toMatchObject([413, { code: 'too_large' }])
}, 60_000)

test('meanwhile everybody else was answered, the server stands, and nothing it wrote is a defect', async () => {
  stop = true
  await pulse
  const [p95, longest, memory] = [percentile(answers, 0.95), Math.max(...answers), await server.memory()]
  process.stdout.write(`hostile uploads:\n${figures.map((line) => `  ${line}`).join('\n')}\n  another person meanwhile: ${answers.length} requests, p95 ${Math.round(p95)} ms, longest ${Math.round(longest)} ms; memory ${megabytes(memory.now)} MB, of it held ${megabytes(memory.held)} MB, peak ${megabytes(memory.peak)} MB\n`)
  expect(answers.every((one) => Number.isFinite(one))).toBe(true)
  // Not a measure of speed: one reading that held the thread that answers would keep everybody waiting for seconds.
  expect(longest).toBeLessThan(20_000)
  expect(server.errors()).toBe('')
}, 30_000)
