import type { Person } from '#src/domain/person.ts'
import { absoluteSeconds, sessionCookie, type Accounts } from './accounts.ts'
import type { Identity } from './identify.ts'
import { listAccounts } from './make-account.ts'
import { accountOf } from './person-row.ts'
import { throttle } from './throttle.ts'

export type AccountsIdentity = { accounts: Accounts; secure: boolean; now: () => number; addressOf: (request: Request) => string }

/** The identity of a server: password accounts and sessions in its database. */
export function betterAuthHome({ accounts, secure, now, addressOf }: AccountsIdentity): Identity {
  const tries = throttle(now)
  const cookie = sessionCookie(secure)

  const identify = async (request: Request): Promise<Person | null> => {
    const found = await accounts.api.getSession({ headers: onlyCookie(request, cookie) })
    if (!found) return null
    const { person, active } = accountOf(found.user)
    const tooOld = now() - found.session.createdAt.getTime() >= absoluteSeconds * 1000
    if (active && !tooOld) return person
    await endSession(accounts, found.session.token)
    return null
  }

  const isPassword = async (personId: string, password: string): Promise<boolean> => {
    const context = await accounts.$context
    const login = await context.internalAdapter.findCredentialAccount(personId)
    return login?.password ? context.password.verify({ hash: login.password, password }) : false
  }

  return {
    identify,
    signIn: async (request, email, password) => {
      const attempt = { account: email.trim().toLowerCase(), address: addressOf(request) }
      if (!tries.begin(attempt)) return 'too_many_attempts'
      // The library takes as long for an unknown address as for a wrong password.
      const answer = await accounts.api.signInEmail({ body: { email: email.trim(), password }, asResponse: true })
      const token = answer.ok ? valueOf(answer.headers.getSetCookie(), cookie) : null
      const person = token ? await identify(new Request(request.url, { headers: { cookie: `${cookie}=${token}` } })) : null
      if (!token || !person) return 'sign_in_failed'
      tries.succeeded(attempt)
      // A session from before this sign-in ends here: its token is worth nothing any more.
      await endOf(accounts, request, cookie)
      return { person, headers: setCookie(cookie, token, secure) }
    },
    signOut: async (request) => {
      await endOf(accounts, request, cookie)
      return setCookie(cookie, null, secure)
    },
    authenticateAgain: async (request, person, password) => {
      const attempt = { account: person.email, address: addressOf(request) }
      if (!tries.begin(attempt)) return 'too_many_attempts'
      const present = await identify(request)
      if (present?.id !== person.id || !(await isPassword(person.id, password))) return 'step_up_failed'
      tries.succeeded(attempt)
      return { method: 'password' }
    },
    people: async () => (await listAccounts(accounts)).filter(({ active }) => active).map(({ person }) => person),
    personas: () => Promise.resolve([]),
    takePersona: () => Promise.resolve(null),
  }
}

/** No Max-Age: the cookie ends with the browser, the session by the server's clock. */
function setCookie(name: string, token: string | null, secure: boolean): Headers {
  const attributes = `Path=/; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}${token === null ? '; Max-Age=0' : ''}`
  return new Headers({ 'set-cookie': `${name}=${token ?? ''}; ${attributes}` })
}

/** Only the session cookie reaches the library: no header of a request can steer it. */
function onlyCookie(request: Request, name: string): Headers {
  const value = valueOf((request.headers.get('cookie') ?? '').split('; '), name)
  return new Headers(value === null ? {} : { cookie: `${name}=${value}` })
}

function valueOf(cookies: readonly string[], name: string): string | null {
  const found = cookies.find((cookie) => cookie.startsWith(`${name}=`))?.slice(name.length + 1).split(';')[0]
  return found === undefined || found === '' ? null : found
}

async function endOf(accounts: Accounts, request: Request, cookie: string): Promise<void> {
  const found = await accounts.api.getSession({ headers: onlyCookie(request, cookie), query: { disableRefresh: true } })
  if (found) await endSession(accounts, found.session.token)
}

async function endSession(accounts: Accounts, token: string): Promise<void> {
  await (await accounts.$context).internalAdapter.deleteSession(token)
}
