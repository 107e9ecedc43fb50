import type { OpinionDraftView } from '#src/contract/views/review-view.ts'
import type { Opinion } from '#src/domain/opinion.ts'
import { ApiError } from '#src/lib/call.ts'
import { sendable, TypedOpinion } from './sendable.ts'

export type DraftState = {
  opinion: Opinion
  at: 'idle' | 'saving' | 'saved' | 'device' | 'failed' | 'stale'
  savedAt: string | null
  /** What another window saved meanwhile; mine stays in `opinion` until a person decides. */
  other: OpinionDraftView | null
  waiting: number
}
export type DraftPorts = {
  save: (version: number, opinion: Opinion) => Promise<OpinionDraftView>
  newest: () => Promise<OpinionDraftView>
  device: { keep: (value: unknown) => Promise<void>; kept: () => Promise<unknown>; drop: () => Promise<void> }
}

const pauseMs = 800
const retryMs = 8_000

/** The draft of one opinion outside any component: saves after a pause, keeps on the device what is not acknowledged, and never lets a later version overwrite mine unasked. */
export function createOpinionDraft(initial: OpinionDraftView, { save, newest, device }: DraftPorts) {
  let state: DraftState = { opinion: initial.opinion, at: initial.savedAt ? 'saved' : 'idle', savedAt: initial.savedAt, other: null, waiting: 0 }
  let version = initial.version
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | null = null
  let isDirty = false
  let isKept = false
  const listeners = new Set<() => void>()
  const set = (patch: Partial<DraftState>) => {
    state = { ...state, ...patch }
    for (const listener of listeners) listener()
  }
  const schedule = (ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), ms)
  }
  // A browser that refuses to forget does no harm: the copy is older than what the server holds, and says so by its version.
  const drop = () => device.drop().then(() => { isKept = false }, () => undefined)
  const keep = () => device.keep({ version, opinion: state.opinion }).then(() => { isKept = true }, () => { isKept = false })

  async function saveOnce() {
    const sent = sendable(state.opinion)
    isDirty = false
    set({ at: 'saving', waiting: sent.waiting })
    try {
      const answer = await save(version, sent.opinion)
      version = answer.version
      if (isDirty) return schedule(0)
      set({ at: 'saved', savedAt: answer.savedAt })
      await (sent.waiting === 0 ? drop() : keep()) // incomplete lines stay here, now beside the version just saved
    } catch (error) {
      isDirty = true
      const code = error instanceof ApiError ? error.code : 'unexpected'
      const other = code === 'stale_part' ? await newest().catch(() => null) : null
      if (other) return set({ at: 'stale', other })
      set({ at: code === 'unreachable' && isKept ? 'device' : 'failed' })
      if (code === 'unreachable') schedule(retryMs)
    }
  }
  /** Saves now; resolves when nothing is under way. */
  async function flush(): Promise<void> {
    clearTimeout(timer)
    if (running) await running
    if (!isDirty || state.other) return
    running = saveOnce().finally(() => { running = null })
    return running
  }
  /** What this browser kept from before: taken up where it builds on the same version, else shown beside the newer text. */
  async function restore() {
    const kept = await device.kept()
    const parsed = TypedOpinion.safeParse((kept as { opinion?: unknown } | null)?.opinion) // read from this browser's own store: the schema decides
    if (!parsed.success || isDirty) return
    isDirty = true
    isKept = true
    if ((kept as { version: number }).version === version) {
      set({ opinion: parsed.data })
      schedule(0)
    } else set({ opinion: parsed.data, at: 'stale', other: initial })
  }
  void restore().catch(() => set({}))

  return {
    snapshot: () => state,
    version: () => version,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    change: (patch: Partial<Opinion>) => {
      isDirty = true
      // "Saved" would be untrue from the first letter on.
      set({ opinion: { ...state.opinion, ...patch }, at: state.other ? 'stale' : 'saving' })
      void keep()
      if (!state.other) schedule(pauseMs)
    },
    flush,
    retry: () => schedule(0),
    /** A person has looked at both texts and chosen. */
    settle: (which: 'mine' | 'other') => {
      if (!state.other) return
      version = state.other.version
      if (which === 'mine') {
        set({ other: null, at: 'saving' })
        schedule(0)
      } else {
        isDirty = false
        set({ opinion: state.other.opinion, savedAt: state.other.savedAt, other: null, at: 'saved' })
        void drop()
      }
    },
  }
}
