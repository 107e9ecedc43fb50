/** A state that others watch: replaced as a whole, so that a reader may compare by identity. */
export function watched<State extends object>(initial: State) {
  let state = initial
  const watchers = new Set<() => void>()
  return {
    now: () => state,
    set: (patch: Partial<State>) => {
      state = { ...state, ...patch }
      for (const tell of watchers) tell()
    },
    subscribe: (tell: () => void) => {
      watchers.add(tell)
      return () => void watchers.delete(tell)
    },
  }
}
