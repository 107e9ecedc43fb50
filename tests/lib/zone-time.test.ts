import { expect, test } from 'vitest'
import { dayAndTimeIn, endOfDay } from '#src/lib/zone-time.ts'

test.each([
  ['2026-11-23T09:42:00Z', 'UTC', '2026-11-23 09:42'],
  ['2026-11-23T09:42:00Z', 'Europe/Berlin', '2026-11-23 10:42'],
  ['2026-11-23T23:30:00Z', 'Asia/Tokyo', '2026-11-24 08:30'],
  ['2026-11-23T02:30:00Z', 'America/New_York', '2026-11-22 21:30'],
])('%s in %s is %s', (instant, zone, words) => expect(dayAndTimeIn(instant, zone)).toBe(words))

test.each([
  ['2026-11-25', 'UTC', '2026-11-25T23:59:59.000Z'],
  ['2026-11-25', 'Europe/Berlin', '2026-11-25T22:59:59.000Z'],
  ['2026-07-25', 'Europe/Berlin', '2026-07-25T21:59:59.000Z'],
  ['2026-11-25', 'America/New_York', '2026-11-26T04:59:59.000Z'],
  ['2026-11-25', 'Pacific/Auckland', '2026-11-25T10:59:59.000Z'],
])('%s in %s ends at %s', (date, zone, instant) => expect(new Date(endOfDay(date, zone)).toISOString()).toBe(instant))
