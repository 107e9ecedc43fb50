import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ApiError } from '#src/lib/call.ts'
import { createKeptDraft, type Saved } from '#src/lib/kept-draft.ts'

/** A server of one text with a version, and a device that remembers. */
function world(kept: unknown = null) {
  const server = { saved: { version: 1, value: 'first', savedAt: '2026-11-23T10:00:00Z' } as Saved<string>, isDown: false, saves: 0 }
  const device = { kept }
  const draft = createKeptDraft<string>(server.saved, {
    save: async (version, value) => {
      if (server.isDown) throw new ApiError('unreachable')
      if (version !== server.saved.version) throw new ApiError('stale_part')
      server.saves += 1
      server.saved = { version: version + 1, value, savedAt: '2026-11-23T10:42:00Z' }
      return server.saved
    },
    newest: async () => server.saved,
    sendable: (value) => ({ value, isWhole: true }),
    read: (value) => (typeof value === 'string' ? value : null),
    device: { keep: async (value) => { device.kept = structuredClone(value) }, kept: async () => device.kept, drop: async () => { device.kept = null } },
  })
  return { server, device, draft }
}

describe('a kept draft', () => {
  beforeEach(() => { vi.useFakeTimers() })
  afterEach(() => { vi.useRealTimers() })

  test('saves 800 ms after the last change, once', async () => {
    const { server, draft } = world()
    draft.change(() => 'second')
    await vi.advanceTimersByTimeAsync(700)
    draft.change((value) => `${value}, third`)
    await vi.advanceTimersByTimeAsync(799)
    expect(server.saves).toBe(0)
    await vi.advanceTimersByTimeAsync(2)
    expect([server.saves, server.saved.value, draft.snapshot().at]).toEqual([1, 'second, third', 'saved'])
  })
  test('without an answer it says that it is on this device, and is saved when the server is back', async () => {
    const { server, device, draft } = world()
    server.isDown = true
    draft.change(() => 'second')
    await vi.advanceTimersByTimeAsync(1000)
    expect(draft.snapshot().at).toBe('device')
    expect(device.kept).toEqual({ version: 1, value: 'second' })
    server.isDown = false
    await vi.advanceTimersByTimeAsync(10_000)
    expect([server.saved.value, draft.snapshot().at, device.kept]).toEqual(['second', 'saved', null])
  })
  test('what another window saved is shown beside mine, and mine overwrites it only when a person says so', async () => {
    const { server, draft } = world()
    server.saved = { version: 5, value: 'theirs', savedAt: null }
    draft.change(() => 'mine')
    await vi.advanceTimersByTimeAsync(1000)
    expect(draft.snapshot()).toMatchObject({ at: 'stale', value: 'mine', other: { value: 'theirs' } })
    await vi.advanceTimersByTimeAsync(20_000)
    expect(server.saved.value).toBe('theirs')
    draft.settle('mine')
    await vi.advanceTimersByTimeAsync(10)
    expect([server.saved.value, server.saved.version]).toEqual(['mine', 6])
  })
  test('what this browser kept is taken up again', async () => {
    const { server, draft } = world({ version: 1, value: 'typed before the crash' })
    await vi.advanceTimersByTimeAsync(10)
    expect([draft.snapshot().value, server.saved.value]).toEqual(['typed before the crash', 'typed before the crash'])
  })
  test('ended, it saves nothing more and leaves nothing here', async () => {
    const { server, device, draft } = world()
    draft.change(() => 'second')
    await draft.end()
    await vi.advanceTimersByTimeAsync(5000)
    expect([server.saves, device.kept]).toEqual([0, null])
  })
})
