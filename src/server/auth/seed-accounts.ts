import type { Accounts } from './accounts.ts'
import { invitedPeople } from './invited-people.ts'
import { makeAccount } from './make-account.ts'
import { accountOf } from './person-row.ts'

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
  const { internalAdapter } = await accounts.$context
  return (await internalAdapter.listUsers(10_000)).map(accountOf).some(({ seeded, active }) => seeded && active)
}

/** 20 of 32 unmistakable signs in groups of five: 100 bits, and a person can type it. */
function randomPassword(): string {
  const signs = 'abcdefghjkmnpqrstuvwxyz23456789W'
  const drawn = Array.from(crypto.getRandomValues(new Uint8Array(20)), (byte) => signs[byte % 32] ?? '')
  return [0, 5, 10, 15].map((start) => drawn.slice(start, start + 5).join('')).join('-')
}
