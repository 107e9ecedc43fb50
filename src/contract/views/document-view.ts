import { z } from 'zod'

/** A PDF of an intake, named by its hash. */
export const DocumentView = z.object({ hash: z.string(), name: z.string(), bytes: z.int() })
export type DocumentView = z.infer<typeof DocumentView>

/** An alteration of the case that a passage may speak of, and why it is offered. `retired`: the passage names the gene by an older or other name. */
export const PassageMatchView = z.object({ alterationId: z.string(), label: z.string(), gene: z.string(), by: z.enum(['change', 'gene']), retired: z.string().nullable() })
export type PassageMatchView = z.infer<typeof PassageMatchView>
