import type { Task } from '#src/contract/views/worklist-view.ts'

/** What is asked of me, as a short order; `open` counts the rows or sections it concerns. */
export function taskWords(task: Task, open: number): string {
  const words: Record<Task, string> = {
    take_in: 'Take the case in', commit_opinion: 'Commit opinion', wait_for_other: 'Wait for the other expert', decide_rows: open > 0 ? `Resolve ${open} open` : 'Resolve rows',
    agree_consensus: 'Agree to the plan', adopt_sections: open > 0 ? `Adopt ${open} sections` : 'Adopt the report', sign: 'Sign', wait_for_signature: 'Wait for the other signature', none: 'none now',
  }
  return words[task]
}

/** Tasks that wait for me, as against those where I wait for somebody. */
export const isMineToDo = (task: Task): boolean => !['none', 'wait_for_other', 'wait_for_signature'].includes(task)
