import type { CaseState } from '#src/domain/case/state.ts'
import type { Deps } from '../deps.ts'
import type { Part } from '../store/ports.ts'

export type BytesOf = (hash: string) => Promise<Uint8Array>

/** The exact bytes of a part: those about to be appended, else those stored. A missing part is a defect. */
export function partBytes(deps: Deps, state: CaseState, fresh: readonly Part[] = []): BytesOf {
  return async (hash) => {
    const bytes = fresh.find((p) => p.hash === hash)?.bytes ?? (await deps.store.part(state.id, hash))?.bytes
    if (!bytes) throw new Error(`part ${hash} is missing`)
    return bytes
  }
}
