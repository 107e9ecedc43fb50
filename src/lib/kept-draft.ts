import { ApiError } from './call.ts'

export type Saved<Value> = { version: number; value: Value; savedAt: string | null }
export type KeptDraftState<Value> = {
  value: Value
  at: 'idle' | 'saving' | 'saved' | 'device' | 'failed' | 'stale'
  savedAt: string | null
  /** What another window saved meanwhile; mine stays in `value` until a person decides. */
  other: Saved<Value> | null
}
export type KeptDraftPorts<Value> = {
  save: (version: number, value: Value) => Promise<Saved<Value>>
  newest: () => Promise<Saved<Value>>
  /** What can be sent of it; the rest stays on this device until it is whole. */
  sendable: (value: Value) => { value: Value; isWhole: boolean }
  read: (kept: unknown) => Value | null
  device: { keep: (value: unknown) => Promise<void>; kept: () => Promise<unknown>; drop: () => Promise<void> }
}
export type KeptDraft<Value> = ReturnType<typeof createKeptDraft<Value>>

const pauseMs = 800
const retryMs = 8_000

/** A draft outside any component: saved after a pause, one save at a time; kept on the device until acknowledged; never overwrites what another window saved unless a person says so. */
export function createKeptDraft<Value>(initial: Saved<Value>, { save, newest, sendable, read, device }: KeptDraftPorts<Value>) {
  let state: KeptDraftState<Value> = { value: initial.value, at: initial.savedAt ? 'saved' : 'idle', savedAt: initial.savedAt, other: null }
  let version = initial.version
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | null = null
  let isDirty = false
  let isKept = false
  const listeners = new Set<() => void>()
  const set = (patch: Partial<KeptDraftState<Value>>) => {
    state = { ...state, ...patch }
    for (const listener of listeners) listener()
  }
  const schedule = (ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), ms)
  }
  // A browser that cannot keep or forget does no harm: what is shown as kept was kept, and a copy that stayed says by its version how old it is.
  const drop = () => device.drop().then(() => { isKept = false }, () => undefined)
  const keep = () => device.keep({ version, value: state.value }).then(() => { isKept = true }, () => { isKept = false })

  async function saveOnce() {
    const sent = sendable(state.value)
    isDirty = false
    set({ at: 'saving' })
    try {
      const answer = await save(version, sent.value)
      version = answer.version
      if (isDirty) return schedule(0)
      set({ at: 'saved', savedAt: answer.savedAt })
      await (sent.isWhole ? drop() : keep())
    } catch (error) {
      isDirty = true
      const code = error instanceof ApiError ? error.code : 'unexpected'
      const other = code === 'stale_part' ? await newest().catch(() => null) : null
      if (other) return set({ at: 'stale', other })
      set({ at: code === 'unreachable' && isKept ? 'device' : 'failed' })
      if (code === 'unreachable') schedule(retryMs)
    }
  }
  async function flush(): Promise<void> {
    clearTimeout(timer)
    if (running) await running
    if (!isDirty || state.other) return
    running = saveOnce().finally(() => { running = null })
    return running
  }
  async function restore() {
    const kept = (await device.kept()) as { version?: unknown; value?: unknown } | null // read from this browser's own store: `read` decides what it is
    const value = kept ? read(kept.value) : null
    if (!kept || !value || isDirty) return
    isDirty = true
    isKept = true
    if (kept.version === version) {
      set({ value })
      schedule(0)
    } else set({ value, at: 'stale', other: initial })
  }
  void restore().catch(() => set({}))

  return {
    snapshot: () => state,
    version: () => version,
    isUnsaved: () => isDirty || running !== null,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    change: (next: (value: Value) => Value) => {
      isDirty = true
      // "Saved" would be untrue from the first letter on.
      set({ value: next(state.value), at: state.other ? 'stale' : 'saving' })
      void keep()
      if (!state.other) schedule(pauseMs)
    },
    flush,
    retry: () => schedule(0),
    /** The server changed the draft for this person: its answer is what is there now. What was typed meanwhile stands beside it, as with another window. */
    adopt: (newest: Saved<Value>) => {
      if (isDirty || running) return set({ at: 'stale', other: newest })
      version = newest.version
      set({ value: newest.value, savedAt: newest.savedAt, at: 'saved' })
      void drop()
    },
    /** The draft is gone (taken in, discarded): nothing more is saved, and nothing of it stays here. */
    end: () => {
      clearTimeout(timer)
      isDirty = false
      return drop()
    },
    settle: (which: 'mine' | 'other') => {
      if (!state.other) return
      version = state.other.version
      if (which === 'mine') {
        isDirty = true
        set({ other: null, at: 'saving' })
        schedule(0)
      } else {
        isDirty = false
        set({ value: state.other.value, savedAt: state.other.savedAt, other: null, at: 'saved' })
        void drop()
      }
    },
  }
}
