import type { Context, Hono } from 'hono'
import type { BodyOf, Endpoint, ParamsOf, ProblemsOf, QueryOf, ResponseOf } from '#src/contract/endpoint.ts'
import { permissions } from '#src/contract/permission.ts'
import type { Problem } from '#src/contract/problem.ts'
import { problemStatus, type ProblemCode } from '#src/contract/problem-status.ts'
import type { Person } from '#src/domain/person.ts'
import type { Refused } from '#src/domain/refusal.ts'
import type { Deps } from './deps.ts'

export class Refusal<C extends ProblemCode = ProblemCode> {
  readonly problem: Problem<C>
  constructor(problem: Problem<C>) {
    this.problem = problem
  }
}
export const refuse = <C extends ProblemCode>(code: C, detail: string | null = null) => new Refusal<C>({ code, detail })

/** A file instead of JSON, or JSON with headers (cookies) of its own. */
export class Answer<T> {
  readonly value: T
  readonly headers: Headers
  constructor(value: T, headers: Headers) {
    this.value = value
    this.headers = headers
  }
}

export type Asked<E extends Endpoint> = {
  params: ParamsOf<E>
  query: QueryOf<E>
  body: BodyOf<E>
  /** The request itself: for uploads and for the session. */
  request: Request
  /** Null only where the operation is open to anyone. */
  person: Person
}
export type Handler<E extends Endpoint> = (asked: Asked<E>) => Promise<ResponseOf<E> | Answer<ResponseOf<E>> | Refusal<ProblemsOf<E> | 'case_not_found'>>

const nobody: Person = { id: '', name: '', email: '', roles: [], credential: null }

/** Binds an operation of the contract to its handler: who may ask, what the question must look like, what the answer looks like. */
export function implement<E extends Endpoint>(app: Hono, deps: Deps, endpoint: E, handler: Handler<E>) {
  app.on(endpoint.method, endpoint.path, async (c) => {
    const person = await deps.identity.identify(c.req.raw)
    const denied = deny(endpoint, person)
    if (denied) return problem(c, denied)
    const query = endpoint.query?.safeParse(c.req.query())
    if (query && !query.success) return problem(c, { code: 'invalid_request', detail: firstIssue(query.error) })
    const body = endpoint.body ? endpoint.body.safeParse(await c.req.json().catch(() => undefined)) : undefined
    if (body && !body.success) return problem(c, { code: 'invalid_request', detail: firstIssue(body.error) })
    const answer = await handler({
      params: c.req.param() as ParamsOf<E>, // Hono fills exactly the names of the path
      query: query?.data as QueryOf<E>, // parsed above
      body: body?.data as BodyOf<E>, // parsed above
      request: c.req.raw, person: person ?? nobody,
    })
    if (answer instanceof Refusal) return problem(c, answer.problem)
    const headers = answer instanceof Answer ? answer.headers : new Headers()
    const value = answer instanceof Answer ? answer.value : answer
    if (endpoint.file) return fileAnswer(endpoint.file, value, headers)
    headers.set('content-type', 'application/json')
    // The contract's shape is applied to what leaves: a field that it does not name cannot leak.
    return new Response(JSON.stringify(endpoint.response.parse(value)), { headers })
  })
}

function deny(endpoint: Endpoint, person: Person | null): Problem | null {
  const { signedIn, roles, ofCase } = permissions[endpoint.permission]
  if (signedIn && !person) return { code: 'not_signed_in' }
  // Unknown and forbidden look the same where a case is named.
  if (roles && !roles.some((role) => person?.roles.includes(role))) return { code: ofCase ? 'case_not_found' : 'not_authorised' }
  return null
}

const problem = (c: Context, body: Problem) => c.json({ code: body.code, detail: body.detail ?? null }, problemStatus[body.code])

function firstIssue(error: { issues: readonly { path: readonly PropertyKey[]; message: string }[] }) {
  const issue = error.issues[0]
  return issue ? `${issue.path.map(String).join('.') || 'request'}: ${issue.message}` : null
}

function fileAnswer(type: string, value: unknown, headers: Headers) {
  const { bytes, name } = value as { bytes: Uint8Array<ArrayBuffer>; name: string } // handlers of file operations return this pair
  headers.set('content-type', type)
  headers.set('content-disposition', `attachment; filename="${name}"`)
  // Bytes that somebody else made: opened by itself it is a document without scripts, without an origin and without any request.
  headers.set('content-security-policy', `sandbox; default-src 'none'`)
  return new Response(bytes, { headers })
}

/** A refusal of the domain travels under its own code, if the operation declares it; one that it does not declare is a defect. */
export function refusalWithin<E extends Endpoint>(endpoint: E, { refused, detail }: Refused): Refusal<ProblemsOf<E>> {
  if (!endpoint.problems.includes(refused)) throw new Error(`${endpoint.method} ${endpoint.path} does not declare the refusal ${refused}`)
  return refuse(refused as ProblemsOf<E>, detail) // checked on the line before
}
