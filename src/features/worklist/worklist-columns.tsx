import type { ReactNode } from 'react'
import type { WorklistRow } from '#src/contract/views/worklist-view.ts'
import { ladderStages, stageWord } from '#src/lib/words/stage-words.ts'
import { isMineToDo, taskWords } from '#src/lib/words/task-words.ts'
import { endOfDay } from '#src/lib/zone-time.ts'
import { Chip } from '#src/ui/parts/chip.tsx'
import { DueText } from '#src/ui/parts/due-text.tsx'
import { Icon } from '#src/ui/parts/icon.tsx'
import { StageSquares } from '#src/ui/parts/stage-squares.tsx'

const stageAt = (stage: string) => Math.max(0, ladderStages.findIndex((one) => one === stage))
const blockedBy = (row: WorklistRow) =>
  row.flags > 0 ? <span className="row tight att med"><Icon name="flag" isSmall />{row.flags === 1 ? '1 open flag' : `${row.flags} open flags`}</span>
  : row.task === 'wait_for_other' ? <span className="row tight"><Icon name="user" isSmall />the other expert</span>
  : row.task === 'wait_for_signature' ? <span className="row tight"><Icon name="user" isSmall />second signature</span>
  : <span className="qq">nothing</span>

/** Columns of the worklist; `now` in ms since 1970, due dates end with their day in the institution's zone. */
export type WorklistColumn = { id: string; head: string; cell: (row: WorklistRow) => ReactNode; isMono?: boolean }
export const worklistColumns = (now: number, zone: string): readonly WorklistColumn[] => [
  { id: 'code', head: 'Case', isMono: true, cell: (row) => <b className="med">{row.code}</b> },
  {
    id: 'question', head: 'Question',
    cell: (row) => <span title={row.question}>{row.question}{row.demonstration ? <> <Chip>demonstration</Chip></> : null}</span>,
  },
  { id: 'oncotree', head: 'OncoTree', isMono: true, cell: (row) => row.tumourType },
  { id: 'tumour', head: 'Tumour', cell: (row) => row.tumourName },
  { id: 'due', head: 'Due', cell: (row) => <DueText due={row.due === null ? null : endOfDay(row.due, zone)} now={now} /> },
  { id: 'stage', head: 'Stage', cell: (row) => <StageSquares at={stageAt(row.stage)} of={ladderStages.length} name={stageWord(row.stage)} /> },
  { id: 'task', head: 'My task', cell: (row) => (isMineToDo(row.task) ? <b>{taskWords(row.task, row.open)}</b> : <span className="q">{taskWords(row.task, row.open)}</span>) },
  { id: 'blocked', head: 'Blocked by', cell: blockedBy },
]
