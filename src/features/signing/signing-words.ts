import type { Meaning } from '#src/domain/case/events.ts'

export const meaningWords: Record<Meaning, string> = {
  authored: 'Authored', reviewed_and_concur: 'Reviewed and concur', concur_with_reservation: 'Concur with reservation', do_not_concur: 'Do not concur',
}
export const needsText = (meaning: Meaning | null) => meaning === 'concur_with_reservation' || meaning === 'do_not_concur'
export const short = (hash: string) => `${hash.slice(0, 4)} ${hash.slice(4, 8)}`
