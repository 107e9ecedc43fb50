import { ApiError } from './call.ts'
import { deviceCopy, type DeviceSlot } from './device-copy.ts'
import { watched } from './watched.ts'

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
  device: DeviceSlot
}
export type KeptDraft<Value> = ReturnType<typeof createKeptDraft<Value>>

const pauseMs = 800
const retryMs = 8_000

/** A draft outside any component: saved after a pause, one save at a time; kept on the device until acknowledged; never overwrites what another window saved unless a person says so. */
export function createKeptDraft<Value>(initial: Saved<Value>, { save, newest, sendable, read, device }: KeptDraftPorts<Value>) {
  const state = watched<KeptDraftState<Value>>({ value: initial.value, at: initial.savedAt ? 'saved' : 'idle', savedAt: initial.savedAt, other: null })
  const copy = deviceCopy(device, read)
  const { set } = state
  let version = initial.version
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | null = null
  let isDirty = false
  const schedule = (ms: number) => { clearTimeout(timer); timer = setTimeout(() => void flush(), ms) }

  async function saveOnce() {
    const sent = sendable(state.now().value)
    isDirty = false
    set({ at: 'saving' })
    try {
      const answer = await save(version, sent.value)
      version = answer.version
      if (isDirty) return schedule(0)
      set({ at: 'saved', savedAt: answer.savedAt })
      await (sent.isWhole ? copy.drop() : copy.keep(version, state.now().value))
    } catch (error) {
      isDirty = true
      const code = error instanceof ApiError ? error.code : 'unexpected'
      const other = code === 'stale_part' ? await newest().catch(() => null) : null
      if (other) return set({ at: 'stale', other })
      set({ at: code === 'unreachable' && copy.isKept() ? 'device' : 'failed' })
      if (code === 'unreachable') schedule(retryMs)
    }
  }
  async function flush(): Promise<void> {
    clearTimeout(timer)
    if (running) await running
    if (!isDirty || state.now().other) return
    running = saveOnce().finally(() => { running = null })
    return running
  }
  async function restore() {
    const kept = await copy.find()
    if (!kept || isDirty) return
    isDirty = true
    const isSame = kept.version === version
    set(isSame ? { value: kept.value } : { value: kept.value, at: 'stale', other: initial })
    if (isSame) schedule(0)
  }
  void restore().catch(() => set({}))

  return {
    snapshot: state.now,
    subscribe: state.subscribe,
    version: () => version,
    isUnsaved: () => isDirty || running !== null,
    change: (next: (value: Value) => Value) => {
      isDirty = true
      // "Saved" would be untrue from the first letter on.
      const { value, other } = state.now()
      set({ value: next(value), at: other ? 'stale' : 'saving' })
      void copy.keep(version, state.now().value)
      if (!other) schedule(pauseMs)
    },
    flush,
    retry: () => schedule(0),
    /** The server changed the draft for this person: its answer is what is there now. What was typed meanwhile stands beside it, as with another window. */
    adopt: (newest: Saved<Value>) => {
      if (isDirty || running) return set({ at: 'stale', other: newest })
      version = newest.version
      set({ value: newest.value, savedAt: newest.savedAt, at: 'saved' })
      void copy.drop()
    },
    /** The draft is gone (taken in, discarded): nothing more is saved, and nothing of it stays here. */
    end: () => { clearTimeout(timer); isDirty = false; return copy.drop() },
    settle: (which: 'mine' | 'other') => {
      const { other } = state.now()
      if (!other) return
      version = other.version
      isDirty = which === 'mine'
      set(isDirty ? { other: null, at: 'saving' } : { value: other.value, savedAt: other.savedAt, other: null, at: 'saved' })
      if (isDirty) schedule(0)
      else void copy.drop()
    },
  }
}
