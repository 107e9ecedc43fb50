import { z } from 'zod'
import { CalendarDate } from '../calendar-date.ts'
import { Slot } from '../person.ts'
import { InteractionVerdict, ReasonCode } from '../opinion.ts'

/**
 * The acts of a case's life: the only entries of its log. Entries hold codes and hashes of parts; free text and identity are parts.
 * `v` of every shape below is 1; a changed shape gets an upcaster, entries are never rewritten.
 */
const Hash = z.string().regex(/^[0-9a-f]{64}$/)

export const SuggestionVerdict = z.enum(['agree', 'agree_with_change', 'reject', 'not_assessable'])
export type SuggestionVerdict = z.infer<typeof SuggestionVerdict>
export const RowOutcome = z.enum(['agreed', 'agreed_dissent', 'needs_test', 'left_open'])
export type RowOutcome = z.infer<typeof RowOutcome>
export const Meaning = z.enum(['authored', 'reviewed_and_concur', 'concur_with_reservation', 'do_not_concur'])
export type Meaning = z.infer<typeof Meaning>

export const eventShapes = {
  case_taken_in: z.object({
    code: z.string(), tumourType: z.string(), protocol: z.enum(['independent', 'assisted']), demonstration: z.boolean(), due: CalendarDate.nullable(),
    assigned: z.object({ genomic_expert: z.string(), oncologist: z.string() }), coordinator: z.string(),
    intake: Hash, profile: Hash, identity: Hash, files: z.array(Hash), gaps: z.array(z.string()),
  }),
  round_opened: z.object({
    round: z.int().min(1), reason: z.string(), snapshot: Hash, baseRun: Hash, knowledge: z.object({ release: z.string(), hash: z.string() }), date: CalendarDate,
    /** What the review asks a word on: alterations called drivers, and the curated interactions among them. */
    asked: z.object({ alterationIds: z.array(z.string()), interactionIds: z.array(z.string()) }),
  }),
  /**
   * A file took the place of others (`replaced`; empty: it was added), for a reason. `difference` says what that changed; opinions of the round before stay on record, and the
   * next round opens in the same act.
   */
  records_corrected: z.object({ round: z.int(), replaced: z.array(Hash), file: Hash, reason: Hash, intake: Hash, profile: Hash, difference: Hash, files: z.array(Hash), gaps: z.array(z.string()) }),
  opinion_committed: z.object({ round: z.int(), slot: Slot, opinion: Hash, run: Hash }),
  opinions_revealed: z.object({ round: z.int() }),
  interaction_annotated: z.object({ slot: Slot, interactionId: z.string(), verdict: InteractionVerdict.nullable(), note: Hash.nullable(), run: Hash }),
  suggestion_judged: z.object({ slot: Slot, therapy: z.string(), verdict: SuggestionVerdict, reasons: z.array(ReasonCode), possibleHarm: z.boolean(), note: Hash.nullable() }),
  row_decided: z.object({ row: z.string(), outcome: RowOutcome, decision: Hash }),
  consensus_agreed: z.object({ slot: Slot }),
  consensus_reached: z.object({ plan: Hash, run: Hash }),
  section_adopted: z.object({ section: z.string(), text: Hash }),
  report_signed: z.object({
    revision: z.int(), slot: Slot, contentHash: Hash, content: Hash, statement: Hash, signature: Hash, meaning: Meaning,
  }),
  signature_withdrawn: z.object({ revision: z.int(), slot: Slot }),
  report_sealed: z.object({ revision: z.int(), manifest: Hash, seal: Hash, pdf: Hash }),
  flag_raised: z.object({ flag: z.string(), text: Hash, blocking: z.boolean() }),
  flag_resolved: z.object({ flag: z.string(), note: Hash }),
  case_erased: z.object({ reason: z.string() }),
} as const

export type EventType = keyof typeof eventShapes
export type CaseEvent = { [T in EventType]: { type: T; data: z.infer<(typeof eventShapes)[T]> } }[EventType]
export type EventData<T extends EventType> = z.infer<(typeof eventShapes)[T]>

/** Reads an entry's type and data back into an event; throws on an impossible row (a defect, not a refusal). */
export function eventOf(entry: { type: string; data: unknown }): CaseEvent {
  const shape = eventShapes[entry.type as EventType] // checked on the next line: an unknown type has no shape
  if (!shape) throw new Error(`The log holds an act of unknown type ${entry.type}`)
  return { type: entry.type, data: shape.parse(entry.data) } as CaseEvent // the shape just parsed guarantees the pair
}
