import { z } from 'zod'
import { ProfileDifference } from '#src/domain/correction/profile-difference.ts'
import { ReadingProblem } from '#src/domain/record-reading.ts'
import { GateView, IdentityRow } from './intake-view.ts'

/** A file of the case that the dropped one may take the place of. `sameSource`: same name, or same kind of file of the same sample. */
export const ReplaceableFile = z.object({ hash: z.string(), name: z.string(), format: z.string(), sameSource: z.boolean() })
export type ReplaceableFile = z.infer<typeof ReplaceableFile>

/** A corrected file before it is confirmed: what it would take the place of, and what that changes. Nothing of it is recorded yet. */
export const CorrectionView = z.object({
  state: z.enum(['none', 'reading', 'ready', 'failed']),
  file: z.object({ name: z.string(), hash: z.string(), bytes: z.int() }).nullable(),
  /** Hashes of the case's files that the new one takes the place of; empty: it is added. */
  replaces: z.array(z.string()), candidates: z.array(ReplaceableFile),
  /** Names what is shown here; `confirmCorrection` takes exactly this. */
  reading: z.string().nullable(),
  changes: ProfileDifference.omit({ carried: true }).nullable(), identity: z.array(IdentityRow), gates: z.array(GateView), problems: z.array(ReadingProblem),
  gaps: z.array(z.object({ gate: z.string(), reason: z.string() })),
})
export type CorrectionView = z.infer<typeof CorrectionView>
