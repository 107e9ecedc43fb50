import type { Role } from '#src/domain/person.ts'

export const roleWords: Record<Role, string> = {
  coordinator: 'Coordinator', genomic_expert: 'Genomic expert', oncologist: 'Oncologist', arbiter: 'Arbiter', board_member: 'Board member', administrator: 'Administrator',
}
