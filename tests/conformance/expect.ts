import { canonicalJson } from '#src/server/record/canonical-json.ts'

/** The few expectations of the suite, free of any test runner, because it also runs inside a page. */
export function same(actual: unknown, expected: unknown, what: string): void {
  const [a, b] = [actual, expected].map((value) => (value === undefined ? 'undefined' : canonicalJson(value)))
  if (a !== b) throw new Error(`${what}: expected ${b}, found ${a}`)
}

export async function rejects(promise: Promise<unknown>, what: string): Promise<void> {
  const outcome = await promise.then(() => 'done', () => 'refused')
  same(outcome, 'refused', what)
}

export async function eventually(holds: () => boolean, what: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (holds()) return
    await new Promise((done) => setTimeout(done, 25))
  }
  throw new Error(`${what}: not within five seconds`)
}
