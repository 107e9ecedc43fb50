import type { ComparisonRowView } from '#src/contract/views/review-view.ts'
import type { RowOutcome } from '#src/domain/case/events.ts'
import type { Agreement, Cell, RowKind, Stance } from '#src/domain/comparison/row.ts'
import type { Agreement as Mark } from '#src/ui/parts/agreement-mark.tsx'

export const kindWords: Record<RowKind, string> = { therapy: 'therapy', driver: 'driver or not', interaction: 'interaction', germline: 'germline', test: 'next test', adequacy: 'adequacy', plan: 'plan' }
export const outcomeWords: Record<RowOutcome, string> = { agreed: 'agreed', agreed_dissent: 'agreed, with dissent', needs_test: 'needs a test first', left_open: 'left open, both printed' }
export const markOf: Record<Agreement, Mark> = { different: 'differ', one_mentions: 'one', same: 'same' }
export const groupWords: Record<Agreement, string> = { different: 'Differ', one_mentions: 'Only one mentions', same: 'Same' }

const stances: Record<'therapy' | 'driver' | 'interaction' | 'other', Record<Stance, string>> = {
  therapy: { for: 'into the plan', against: 'not to do', open: 'neither' },
  driver: { for: 'a driver', against: 'not a driver', open: 'uncertain' },
  interaction: { for: 'holds', against: 'does not hold', open: 'with a limit' },
  other: { for: 'yes', against: 'no', open: 'open' },
}
export const stanceWords = (kind: RowKind): Record<Stance, string> => stances[kind === 'therapy' || kind === 'driver' || kind === 'interaction' ? kind : 'other']

export type Column = 'genomic_expert' | 'oncologist' | 'original' | 'computed'
export const columns: readonly { id: Column; name: string }[] = [{ id: 'genomic_expert', name: 'Genomics' }, { id: 'oncologist', name: 'Oncology' }, { id: 'original', name: 'Original report' }, { id: 'computed', name: 'Computed' }]

const codeWords: Record<string, string> = { confirm: 'confirms it', dispute: 'disputes it', qualify: 'holds, with a limit', test: 'asks for it', avoid: 'not to do', HIGH: 'band HIGH', MODERATE: 'band MODERATE', WEAK: 'band WEAK', NONE: 'band NONE', LOW: 'band LOW: evidence against', I: 'tier I', II: 'tier II', III: 'tier III', IV: 'tier IV' }

export const subjectText = (row: { subject: string }) => row.subject.charAt(0).toUpperCase() + row.subject.slice(1)

/** What a cell says in one line: its code in words. */
export function cellLine(cell: Cell): string {
  const said = codeWords[cell.code] ?? cell.code.replaceAll('_', ' ').replaceAll('unknown', 'not known')
  return said.charAt(0).toUpperCase() + said.slice(1)
}
export const cellUnder = (cell: Cell): string => [cell.level ? `level ${cell.level}` : '', cell.priority === null ? '' : `priority ${cell.priority}`, cell.page === null ? '' : `p. ${cell.page}`].filter(Boolean).join(' · ')

export const isOpenRow = (row: ComparisonRowView) => row.needsDecision && row.decision === null
