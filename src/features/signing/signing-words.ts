import type { Meaning } from '#src/domain/case/events.ts'
import type { SignatureView } from '#src/contract/views/report-view.ts'

export const meaningWords: Record<Meaning, string> = {
  authored: 'Authored', reviewed_and_concur: 'Reviewed and concur', concur_with_reservation: 'Concur with reservation', do_not_concur: 'Do not concur',
}
/** How the signer showed who they are, read from the signed statement. */
export const howWords: Record<SignatureView['authenticatedBy'], string> = {
  passkey: 'passkey, user verified', password_and_code: 'password and one-time code, asked anew', password: 'password, asked anew', demonstration: 'demonstration, no authentication',
}
export const needsText = (meaning: Meaning | null) => meaning === 'concur_with_reservation' || meaning === 'do_not_concur'
/** All digits in groups of eight: two people compare them by reading aloud. */
export const grouped = (hash: string) => (hash.match(/.{1,8}/g) ?? []).join(' ')
export const short = (hash: string) => `${hash.slice(0, 4)} ${hash.slice(4, 8)}`
