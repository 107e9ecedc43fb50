import { useSession } from './use-session.ts'
import { dayAndTimeIn, dayIn, timeIn } from './zone-time.ts'

const offsetIn = (zone: string, instant: string) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'shortOffset' }).formatToParts(new Date(instant)).find((part) => part.type === 'timeZoneName')?.value.replace('GMT', 'UTC') ?? 'UTC'

/** Instants in the institution's zone: `day` 2026-11-23, `clock` 10:26, `minute` both, `full` with the offset, as signatures print it. */
export function useInstant() {
  const { zone } = useSession()
  return {
    day: (instant: string) => dayIn(instant, zone),
    clock: (instant: string) => timeIn(instant, zone),
    minute: (instant: string) => dayAndTimeIn(instant, zone),
    full: (instant: string) => `${dayAndTimeIn(instant, zone)} ${offsetIn(zone, instant)}`,
  }
}
