import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { OpinionDraftView } from '#src/contract/views/review-view.ts'
import { emptyOpinion, type Opinion } from '#src/domain/opinion.ts'
import { createOpinionDraft } from '#src/features/review/opinion-draft.ts'
import { sendable } from '#src/features/review/sendable.ts'
import { ApiError } from '#src/lib/call.ts'

const view = (version: number, opinion: Opinion = emptyOpinion('oncologist')): OpinionDraftView =>
  ({ version, opinion, savedAt: '2026-11-23T10:42:00Z', committedAt: null, missing: [], asked: { alterationIds: [], interactionIds: [] }, earlier: null })

function home() {
  let kept: unknown = null
  return {
    kept: () => kept, put: (value: unknown) => { kept = value },
    device: { keep: async (value: unknown) => { kept = structuredClone(value) }, kept: async () => kept, drop: async () => { kept = null } },
  }
}

const plan = (text: string) => (opinion: Opinion): Opinion => ({ ...opinion, plan: text })

beforeEach(() => { vi.useFakeTimers() })
afterEach(() => { vi.useRealTimers() })

describe('the draft of an opinion', () => {
  it('is saved once, 800 ms after the last key, naming the version it builds on', async () => {
    const save = vi.fn(async (version: number, opinion: Opinion) => view(version + 1, opinion))
    const draft = createOpinionDraft(view(3), { save, newest: async () => view(3), device: home().device })
    draft.change(plan('a'))
    await vi.advanceTimersByTimeAsync(700)
    draft.change(plan('ab'))
    await vi.advanceTimersByTimeAsync(799)
    expect(save).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(10)
    expect(save.mock.calls.map(([version, opinion]) => [version, opinion.plan])).toEqual([[3, 'ab']])
    expect(draft.snapshot().at).toBe('saved')
    expect(draft.version()).toBe(4)
  })

  it('says "kept on this device" while no answer comes, tries again, and then says "saved"', async () => {
    let isOnline = false
    const save = async (version: number, opinion: Opinion) => {
      if (!isOnline) throw new ApiError('unreachable')
      return view(version + 1, opinion)
    }
    const { device, kept } = home()
    const draft = createOpinionDraft(view(1), { save, newest: async () => view(1), device })
    draft.change(plan('typed without a line'))
    await vi.advanceTimersByTimeAsync(900)
    expect(draft.snapshot().at).toBe('device')
    expect(kept()).toMatchObject({ version: 1, value: { plan: 'typed without a line' } })
    isOnline = true
    await vi.advanceTimersByTimeAsync(8_100)
    expect(draft.snapshot().at).toBe('saved')
    expect(kept()).toBeNull()
  })

  it('shows both texts when another window saved meanwhile, and saves mine on the newer version only when asked', async () => {
    const theirs = view(7, { ...emptyOpinion('oncologist'), plan: 'theirs' })
    const save = vi.fn(async (version: number, opinion: Opinion) => {
      if (version !== 7) throw new ApiError('stale_part')
      return view(8, opinion)
    })
    const draft = createOpinionDraft(view(6), { save, newest: async () => theirs, device: home().device })
    draft.change(plan('mine'))
    await vi.advanceTimersByTimeAsync(900)
    expect(draft.snapshot()).toMatchObject({ at: 'stale', value: { plan: 'mine' }, other: { value: { plan: 'theirs' } } })
    draft.change(plan('mine, longer'))
    await vi.advanceTimersByTimeAsync(5_000)
    expect(save).toHaveBeenCalledTimes(1)
    draft.settle('mine')
    await vi.advanceTimersByTimeAsync(10)
    expect(save.mock.calls.at(-1)?.[1].plan).toBe('mine, longer')
    expect(draft.snapshot()).toMatchObject({ at: 'saved', other: null })
  })

  it('keeps a line without its reason on the device, and brings it back', async () => {
    const save = vi.fn(async (version: number, opinion: Opinion) => view(version + 1, opinion))
    const { device } = home()
    const first = createOpinionDraft(view(1), { save, newest: async () => view(1), device })
    first.change((opinion) => ({ ...opinion, avoid: [{ drugs: ['osimertinib'], reason: '' }] }))
    await vi.advanceTimersByTimeAsync(900)
    expect(save.mock.calls[0]?.[1].avoid).toEqual([])
    expect(first.snapshot()).toMatchObject({ at: 'saved' })
    expect(sendable(first.snapshot().value).waiting).toBe(1)
    const second = createOpinionDraft(view(2), { save, newest: async () => view(2), device })
    await vi.advanceTimersByTimeAsync(10)
    expect(second.snapshot().value.avoid).toEqual([{ drugs: ['osimertinib'], reason: '' }])
  })
})
