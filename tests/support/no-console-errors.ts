import { afterEach, beforeEach, expect, vi } from 'vitest'

/** A failing `console.error` fails a test: what the product complains about is never background noise. */
let spy: ReturnType<typeof vi.spyOn>
beforeEach(() => {
  spy = vi.spyOn(console, 'error')
})
afterEach(() => {
  const said = spy.mock.calls.map((call: unknown[]) => call.map(String).join(' '))
  spy.mockRestore()
  expect(said, 'console.error was called').toEqual([])
})
