import type { InteractionView } from '#src/contract/views/facts-view.ts'
import type { NetworkNode } from '#src/domain/network-view.ts'
import { touches } from './lit-path.ts'

export type InteractionGroup = { certainty: number; title: string; rows: readonly InteractionView[] }
const titles: Record<number, string> = { 3: 'Curated for this setting', 2: 'From another setting, or the records', 1: 'Inferred from the network' }

/** The surest first; within a group those that touch the selected node. */
export function groupInteractions(rows: readonly InteractionView[], node: NetworkNode | null): InteractionGroup[] {
  return [3, 2, 1].flatMap((certainty) => {
    const own = rows.filter((row) => row.certainty === certainty)
    const ordered = node ? own.toSorted((a, b) => Number(touches(b, node)) - Number(touches(a, node))) : own
    return own.length === 0 ? [] : [{ certainty, title: titles[certainty] ?? '', rows: ordered }]
  })
}
