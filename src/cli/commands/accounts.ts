import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { Credential, Role, type Person } from '#src/domain/person.ts'
import { openAccounts, type Accounts } from '#src/server/auth/accounts.ts'
import { disableAccount, findAccount, listAccounts, makeAccount, setPassword } from '#src/server/auth/make-account.ts'
import { randomPassword } from '#src/server/auth/random-password.ts'
import { openHome } from '#src/server/main/open-home.ts'
import { answer, exitCode, message } from '../command.ts'
import type { Command } from '../command.ts'

const help = `usage: consilium accounts list | add EMAIL --name NAME --role ROLE… | password EMAIL | disable EMAIL   [--data DIR] [--database URL]

People of a server. Nobody can sign up; a new account gets a random password, printed once, which is handed over in person.

  --name NAME                   as printed beside a signature
  --role ROLE                   ${Role.options.join(', ')}; may be given several times
  --credential TITLE            for people who sign, with
  --credential-number NUMBER    its number and
  --credential-until DATE       the day it ends (YYYY-MM-DD)

Exit: 0 done, 1 refused (the reason is said), 2 wrong usage.`

const options = {
  data: { type: 'string', default: 'data' }, database: { type: 'string' }, name: { type: 'string' }, role: { type: 'string', multiple: true },
  credential: { type: 'string' }, 'credential-number': { type: 'string' }, 'credential-until': { type: 'string' },
} as const
type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values']

async function run(args: readonly string[]): Promise<number> {
  const { values, positionals: [act, email] } = parseArgs({ args: [...args], allowPositionals: true, options })
  if (act !== 'list' && (email === undefined || (act !== 'add' && act !== 'password' && act !== 'disable'))) { message(help); return exitCode.usage }
  const home = await openHome({ data: resolve(values.data), database: values.database ?? process.env['DATABASE_URL'] ?? null })
  try {
    const accounts = await openAccounts({ db: home.db, type: home.type, keys: home.keys, secure: false })
    if (act === 'list') return await list(accounts)
    if (act === 'add') return await add(accounts, email ?? '', values)
    const found = await findAccount(accounts, email ?? '')
    if (!found) { message(`There is no account for ${email}.`); return exitCode.refused }
    return act === 'password' ? await renew(accounts, found.person) : await disable(accounts, found.person)
  } finally {
    await home.store.close()
  }
}

async function list(accounts: Accounts): Promise<number> {
  for (const { person, active, seeded } of await listAccounts(accounts)) {
    answer([person.email.padEnd(36), person.name.padEnd(24), person.roles.join(', '), active ? '' : '(disabled)', seeded ? '(password was printed at the first start)' : ''].join(' ').trimEnd())
  }
  return exitCode.done
}

async function add(accounts: Accounts, email: string, values: Values): Promise<number> {
  const roles = Role.array().min(1).safeParse(values.role ?? [])
  const given = [values.credential, values['credential-number'], values['credential-until']]
  const [title, number, validUntil] = given
  const credential = given.some((part) => part !== undefined) ? Credential.safeParse({ title, number, validUntil }) : null
  if (!values.name || !roles.success || credential?.success === false || !email.includes('@')) { message(help); return exitCode.usage }
  if (await findAccount(accounts, email)) { message(`There is an account for ${email} already.`); return exitCode.refused }
  const password = randomPassword()
  await makeAccount(accounts, { name: values.name, email, roles: roles.data, credential: credential?.data ?? null, password, seeded: false })
  answer(`${email}  ${password}`)
  message('The password is shown this once and kept nowhere.')
  return exitCode.done
}

async function renew(accounts: Accounts, { id, email }: Person): Promise<number> {
  const password = randomPassword()
  await setPassword(accounts, id, password)
  answer(`${email}  ${password}`)
  message('The password is shown this once and kept nowhere. Every session of the account has ended.')
  return exitCode.done
}

async function disable(accounts: Accounts, { id, email }: Person): Promise<number> {
  await disableAccount(accounts, id)
  answer(`${email} can no longer sign in. Its acts and signatures stay.`)
  return exitCode.done
}

export const accountsCommand: Command = { help, run }
