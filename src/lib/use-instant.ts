import { useQuery } from '@tanstack/react-query'
import { sessionQuery } from './queries/session-query.ts'

const partsIn = (zone: string, iso: string) => {
  // sv-SE writes dates as ISO 8601 does: 2026-11-23 10:26
  const text = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' }).format(new Date(iso))
  const [day = '', clock = ''] = text.split(' ')
  return { day, clock }
}

const offsetIn = (zone: string, iso: string) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'shortOffset' }).formatToParts(new Date(iso)).find((part) => part.type === 'timeZoneName')?.value.replace('GMT', 'UTC') ?? 'UTC'

/** Instants as people read them, in the institution's zone: day `2026-11-23`, clock `10:26`, full with its offset as signatures print it. */
export function useInstant() {
  const zone = useQuery(sessionQuery()).data?.zone ?? 'UTC'
  return {
    day: (iso: string) => partsIn(zone, iso).day,
    clock: (iso: string) => partsIn(zone, iso).clock,
    minute: (iso: string) => Object.values(partsIn(zone, iso)).join(' '),
    full: (iso: string) => `${Object.values(partsIn(zone, iso)).join(' ')} ${offsetIn(zone, iso)}`,
  }
}
