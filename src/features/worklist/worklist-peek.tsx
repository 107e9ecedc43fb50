import type { WorklistRow } from '#src/contract/views/worklist-view.ts'
import { roleWords } from '#src/lib/words/role-words.ts'
import { stageWord } from '#src/lib/words/stage-words.ts'
import { taskWords } from '#src/lib/words/task-words.ts'
import { dayIn } from '#src/lib/zone-time.ts'
import { Facts } from '#src/ui/parts/facts.tsx'

/** The selected case at a glance, below the list: facts and my own task, nothing of the other expert's. */
export function WorklistPeek({ row, zone, now }: { row: WorklistRow; zone: string; now: number }) {
  const waiting = Math.max(0, Math.floor((now - Date.parse(row.takenInAt)) / 86_400_000))
  return (
    <section className="worklist-peek" aria-label={`${row.code} at a glance`}>
      <div><h3><span className="mono">{row.code}</span> at a glance</h3><p className="read q">{row.question || 'no question recorded'}</p></div>
      <div><Facts facts={[{ label: 'Tumour', value: `${row.tumourName} (${row.tumourType})` }, { label: 'Stage', value: stageWord(row.stage) }, { label: 'You are', value: row.myRole ? roleWords[row.myRole] : 'not assigned to it' }]} /></div>
      <div><Facts facts={[{ label: 'My task', value: taskWords(row.task, row.open) }, { label: 'Due', value: row.due ?? 'no date' }, { label: 'Taken in', value: `${dayIn(row.takenInAt, zone)}, ${waiting} d ago` }]} /></div>
    </section>
  )
}
