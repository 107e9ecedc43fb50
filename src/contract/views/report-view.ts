import { z } from 'zod'
import { Meaning } from '#src/domain/case/events.ts'
import { Slot } from '#src/domain/person.ts'

export const SectionView = z.object({
  id: z.string(), title: z.string(), part: z.enum(['front', 'clinical', 'patient']), kind: z.enum(['text', 'block']), markdown: z.string(),
  /** `machine`: drafted from the decisions, not yet adopted by a named person. */
  state: z.enum(['machine', 'adopted', 'data']), adoptedBy: z.string().nullable(), adoptedAt: z.string().nullable(), version: z.int(),
})
export type SectionView = z.infer<typeof SectionView>

export const LintFinding = z.object({ code: z.string(), section: z.string(), detail: z.string(), blocking: z.boolean() })
export type LintFinding = z.infer<typeof LintFinding>

export const SignatureView = z.object({
  slot: Slot, name: z.string(), credential: z.string(), meaning: Meaning, reservation: z.string(), at: z.string(), authenticatedBy: z.enum(['passkey', 'password_and_code', 'password', 'demonstration']), revision: z.int(), contentHash: z.string(), standing: z.boolean(),
})
export type SignatureView = z.infer<typeof SignatureView>

export const ReportView = z.object({
  revision: z.int(), status: z.enum(['draft', 'signing', 'final']), sections: z.array(SectionView), lint: z.array(LintFinding), contentHash: z.string(),
  signatures: z.array(SignatureView), seal: z.object({ at: z.string(), manifest: z.string(), fingerprint: z.string() }).nullable(),
  intendedUse: z.string(), mySlot: Slot.nullable(), readingGrade: z.number().nullable(),
})
export type ReportView = z.infer<typeof ReportView>

export const HistoryEntryView = z.object({ version: z.int(), at: z.string(), by: z.string(), role: z.string(), act: z.string(), detail: z.string(), hash: z.string() })
export type HistoryEntryView = z.infer<typeof HistoryEntryView>
export const HistoryView = z.object({ entries: z.array(HistoryEntryView), complete: z.boolean(), chain: z.enum(['intact', 'broken']) })
export type HistoryView = z.infer<typeof HistoryView>
