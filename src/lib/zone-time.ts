/** Instants are stored in UTC and shown in the institution's zone. All three return words of fixed form, so that columns line up. */
const parts = (instant: string, zone: string) => {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' })
  const [day = '', time = ''] = format.format(new Date(instant)).split(' ') // sv-SE writes ISO order
  return { day, time }
}

export const dayIn = (instant: string, zone: string) => parts(instant, zone).day
export const timeIn = (instant: string, zone: string) => parts(instant, zone).time
export const dayAndTimeIn = (instant: string, zone: string) => `${parts(instant, zone).day} ${parts(instant, zone).time}`

/** The last moment of a calendar date in the zone, as ms since 1970: a case due on a day is late only after it. */
export function endOfDay(date: string, zone: string): number {
  const noonUtc = Date.parse(`${date}T12:00:00Z`)
  const { day, time } = parts(new Date(noonUtc).toISOString(), zone)
  const [hours = 12, minutes = 0] = time.split(':').map(Number)
  const dayShift = day === date ? 0 : day > date ? 1 : -1
  const offset = ((hours + dayShift * 24) * 60 + minutes - 12 * 60) * 60_000
  return Date.parse(`${date}T23:59:59Z`) - offset
}
