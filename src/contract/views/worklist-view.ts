import { z } from 'zod'
import { Role } from '#src/domain/person.ts'

export const Task = z.enum(['take_in', 'commit_opinion', 'wait_for_other', 'decide_rows', 'agree_consensus', 'adopt_sections', 'sign', 'wait_for_signature', 'none'])
export type Task = z.infer<typeof Task>

export const WorklistRow = z.object({
  id: z.string(), code: z.string(), question: z.string(), tumourType: z.string(), tumourName: z.string(), stage: z.string(),
  due: z.iso.date().nullable(), takenInAt: z.string(), task: Task, open: z.int(), myRole: Role.nullable(), demonstration: z.boolean(), flags: z.int(),
})
export type WorklistRow = z.infer<typeof WorklistRow>

export const WorklistView = z.object({ rows: z.array(WorklistRow), intakes: z.array(z.object({ id: z.string(), pseudonym: z.string(), savedAt: z.string() })) })
export type WorklistView = z.infer<typeof WorklistView>
