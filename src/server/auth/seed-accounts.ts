import type { Accounts } from './accounts.ts'
import { invitedPeople } from './invited-people.ts'
import { listAccounts, makeAccount } from './make-account.ts'
import { randomPassword } from './random-password.ts'

export type SeededAccount = { email: string; name: string; roles: readonly string[]; password: string }

/** First start of an empty server: one account a role with a random password, returned once and kept nowhere else. Later starts: nothing. */
export async function seedAccounts(accounts: Accounts): Promise<SeededAccount[]> {
  const { internalAdapter } = await accounts.$context
  if ((await internalAdapter.countTotalUsers()) > 0) return []
  const made: SeededAccount[] = []
  for (const invited of invitedPeople) {
    const password = randomPassword()
    await makeAccount(accounts, { ...invited, password, seeded: true })
    made.push({ email: invited.email, name: invited.name, roles: invited.roles, password })
  }
  return made
}

/** While this is true the server refuses to listen anywhere but on loopback: the passwords were on a screen. */
export async function hasSeededAccounts(accounts: Accounts): Promise<boolean> {
  return (await listAccounts(accounts)).some(({ seeded, active }) => seeded && active)
}
