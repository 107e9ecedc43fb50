import type { z } from 'zod'
import type { AlwaysPossible, BodyOf, Endpoint, ParamsOf, ProblemsOf, QueryOf, ResponseOf } from '#src/contract/endpoint.ts'
import { problemStatus, type ProblemCode } from '#src/contract/problem-status.ts'

export type FailureCode = ProblemCode | 'unreachable'

/** What went wrong, under a code the operation declares. `unreachable`: no answer came, so nothing is known about what was recorded. */
export class ApiError<C extends FailureCode = FailureCode> extends Error {
  readonly code: C
  /** What the server adds: a gate, a section, or the reference of a defect. Never patient data. */
  readonly detail: string | null
  constructor(code: C, detail: string | null = null, options?: ErrorOptions) {
    super(detail ?? code, options)
    this.name = 'ApiError'
    this.code = code
    this.detail = detail
  }
}
export type ErrorCodeOf<E extends Endpoint> = ProblemsOf<E> | AlwaysPossible | 'unreachable'
export type ErrorOf<E extends Endpoint> = ApiError<ErrorCodeOf<E>>

export type InputOf<E extends Endpoint> = (keyof ParamsOf<E> extends never ? object : { params: ParamsOf<E> })
  & (E extends { query: z.ZodType } ? { query: QueryOf<E> } : object)
  & (E extends { body: z.ZodType } ? { body: BodyOf<E> } : object)
type AnyInput = { params?: Record<string, string>; query?: Record<string, unknown>; body?: unknown }

/** Asks one operation of the contract. Throws an `ApiError` whose code is one of those the operation declares; an abort is thrown as it is. */
export async function call<E extends Endpoint>(endpoint: E, input: InputOf<E>, signal?: AbortSignal): Promise<ResponseOf<E>> {
  const response = await send(endpoint, input, signal)
  const payload: unknown = await response.json().catch(() => null)
  if (!response.ok) throw problemOf(payload)
  return parseAnswer(endpoint, payload)
}

/** The address of an operation, relative to the page's own origin. */
export function addressOf(endpoint: Endpoint, input: AnyInput): string {
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(input.params?.[name] ?? ''))
  const query = new URLSearchParams(Object.entries(input.query ?? {}).map(([key, value]) => [key, String(value)]))
  return `/api${path}${query.size > 0 ? `?${query}` : ''}`
}

/** Asked for by the server of every request: a page of another origin cannot set it without being refused by the browser first. */
export const ownPage = { 'x-consilium': '1' }

export async function send(endpoint: Endpoint, input: AnyInput, signal?: AbortSignal): Promise<Response> {
  const hasBody = input.body !== undefined
  try {
    return await fetch(addressOf(endpoint, input), {
      method: endpoint.method, credentials: 'same-origin', signal: signal ?? null,
      headers: hasBody ? { ...ownPage, 'content-type': 'application/json' } : ownPage,
      body: hasBody ? JSON.stringify(input.body) : null,
    })
  } catch (cause) {
    if (signal?.aborted) throw cause
    throw new ApiError('unreachable', null, { cause })
  }
}

/** Read by hand: a refusal has two fields, and what it may be is the table of codes. */
export function problemOf(payload: unknown): ApiError {
  const { code, detail } = typeof payload === 'object' && payload !== null ? (payload as { code?: unknown; detail?: unknown }) : {} // an object has such fields or undefined
  const isDeclared = typeof code === 'string' && Object.hasOwn(problemStatus, code)
  return isDeclared ? new ApiError(code as ProblemCode, typeof detail === 'string' ? detail : null) : new ApiError('unexpected') // hasOwn has just checked
}

export function parseAnswer<E extends Endpoint>(endpoint: E, payload: unknown): ResponseOf<E> {
  const parsed = endpoint.response.safeParse(payload)
  if (!parsed.success) throw new ApiError('unexpected', 'the answer has an unknown form', { cause: parsed.error })
  return parsed.data as ResponseOf<E> // the endpoint's own schema has just parsed it
}
