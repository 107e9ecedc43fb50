import { CalendarDate } from '#src/domain/calendar-date.ts'
import { cohorts } from './cohorts.ts'
import { frozen } from './frozen.ts'
import { ipredict } from './ipredict.ts'

/** Evaluations against shared data: `npm run evaluate -- NAME [YYYY-MM-DD]`. Prints its figures; exit 1 when nothing could be read. */
const evaluations: Readonly<Record<string, (date: CalendarDate) => Promise<boolean> | boolean>> = {
  cohorts, ipredict, frozen: () => { console.log(JSON.stringify(frozen())); return true },
}

const [name = '', day = '2026-11-01'] = process.argv.slice(2)
const evaluation = Object.hasOwn(evaluations, name) ? evaluations[name] : undefined
if (!evaluation) {
  console.error(`usage: npm run evaluate -- ${Object.keys(evaluations).join(' | ')} [YYYY-MM-DD]`)
  process.exitCode = 2
} else if (!(await evaluation(CalendarDate.parse(day)))) {
  console.error('not run: shared data not present (CONSILIUM_SHARED)')
  process.exitCode = 1
}
