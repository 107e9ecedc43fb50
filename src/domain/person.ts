import { z } from 'zod'
import { CalendarDate } from './calendar-date.ts'

export const Role = z.enum(['coordinator', 'genomic_expert', 'oncologist', 'arbiter', 'board_member', 'administrator'])
export type Role = z.infer<typeof Role>

/** The two who sign. Two slots, two persons: nobody fills both of one case, even with both credentials. */
export const Slot = z.enum(['genomic_expert', 'oncologist'])
export type Slot = z.infer<typeof Slot>
export const otherSlot = (slot: Slot): Slot => (slot === 'genomic_expert' ? 'oncologist' : 'genomic_expert')

export const Credential = z.object({ title: z.string(), number: z.string(), validUntil: CalendarDate })
export type Credential = z.infer<typeof Credential>

export const Person = z.object({
  id: z.string(), name: z.string(), email: z.string(), roles: z.array(Role), credential: Credential.nullable(),
})
export type Person = z.infer<typeof Person>
