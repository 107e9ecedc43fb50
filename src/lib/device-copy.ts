export type DeviceSlot = { keep: (value: unknown) => Promise<void>; kept: () => Promise<unknown>; drop: () => Promise<void> }

/**
 * The copy of a draft in this browser. A browser that cannot keep or forget does no harm: what is said to be kept was kept, and a copy that stayed
 * says by its version how old it is.
 */
export function deviceCopy<Value>(slot: DeviceSlot, read: (kept: unknown) => Value | null) {
  let isKept = false
  return {
    isKept: () => isKept,
    keep: (version: number, value: Value) => slot.keep({ version, value }).then(() => { isKept = true }, () => { isKept = false }),
    drop: () => slot.drop().then(() => { isKept = false }, () => undefined),
    find: async (): Promise<{ version: unknown; value: Value } | null> => {
      const kept = (await slot.kept()) as { version?: unknown; value?: unknown } | null // this browser's own store: `read` decides what the value is
      const value = kept ? read(kept.value) : null
      if (!kept || !value) return null
      isKept = true
      return { version: kept.version, value }
    },
  }
}
