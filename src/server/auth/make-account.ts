import type { Person } from '#src/domain/person.ts'
import type { Accounts } from './accounts.ts'
import { accountOf, columnsOf, type AccountRow } from './person-row.ts'

export type NewAccount = Omit<Person, 'id'> & { password: string; seeded: boolean }

/** The only way an account comes to be. Refuses a second account under the same address. */
export async function makeAccount(accounts: Accounts, { name, email, roles, credential, password, seeded }: NewAccount): Promise<Person> {
  const { internalAdapter, password: passwords } = await accounts.$context
  const address = email.trim().toLowerCase()
  if (await internalAdapter.findUserByEmail(address)) throw new Error(`there is an account for ${address} already`)
  const user = await internalAdapter.createUser(
    { name, email: address, emailVerified: true, ...columnsOf({ roles, credential }), active: true, seeded }, { method: 'admin' },
  )
  await internalAdapter.linkAccount({ userId: user.id, accountId: user.id, providerId: 'credential', password: await passwords.hash(password) })
  return accountOf(user).person
}

/** Ends every session at once; the account's acts and signatures stay. */
export async function disableAccount(accounts: Accounts, personId: string): Promise<void> {
  const { internalAdapter } = await accounts.$context
  await internalAdapter.updateUser(personId, { active: false })
  await internalAdapter.deleteUserSessions(personId)
}

/** A new password ends every session, and the account no longer counts as one whose password was printed at the first start. */
export async function setPassword(accounts: Accounts, personId: string, password: string): Promise<void> {
  const { internalAdapter, password: passwords } = await accounts.$context
  await internalAdapter.updatePassword(personId, await passwords.hash(password))
  await internalAdapter.updateUser(personId, { seeded: false })
  await internalAdapter.deleteUserSessions(personId)
}

/** An institution, not the public: far fewer people than this. */
const most = 10_000

export async function listAccounts(accounts: Accounts): Promise<AccountRow[]> {
  return (await (await accounts.$context).internalAdapter.listUsers(most)).map(accountOf)
}

export async function findAccount(accounts: Accounts, email: string): Promise<AccountRow | null> {
  const found = await (await accounts.$context).internalAdapter.findUserByEmail(email.trim().toLowerCase())
  return found ? accountOf(found.user) : null
}
