import { z } from 'zod'

/** A calendar date `YYYY-MM-DD`, without zone: collection, due, label from and to. Impossible dates (2026-02-30) are refused. */
export const CalendarDate = z.iso.date()
export type CalendarDate = z.infer<typeof CalendarDate>

/** An instant in UTC, ISO 8601 with `Z`. */
export const Instant = z.iso.datetime()
export type Instant = z.infer<typeof Instant>
