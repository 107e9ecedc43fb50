import type { Deps } from './deps.ts'

/** The calendar date in the institution's zone: due dates and label dates are days there, not in UTC. */
export const todayIn = (deps: Pick<Deps, 'clock' | 'zone'>): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: deps.zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(deps.clock())
