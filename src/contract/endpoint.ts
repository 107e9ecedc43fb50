import type { z } from 'zod'
import type { ProblemCode } from './problem-status.ts'
import type { Permission } from './permission.ts'

/** One operation of the product, written down once: server, typed client and published contract derive from it. */
export type Endpoint = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  path: `/${string}`
  /** Who may ask at all; the finer rules are in the domain. */
  permission: Permission
  query?: z.ZodObject
  body?: z.ZodType
  /** A request that carries a file instead of JSON. */
  upload?: true
  /** JSON by schema, or a file of this media type. */
  response: z.ZodType
  file?: string
  problems: readonly ProblemCode[]
}

/** Problems any endpoint may report; never listed one by one. */
export type AlwaysPossible = 'invalid_request' | 'not_signed_in' | 'unexpected'

export type BodyOf<E extends Endpoint> = E extends { body: z.ZodType } ? z.infer<E['body']> : undefined
export type QueryOf<E extends Endpoint> = E extends { query: z.ZodType } ? z.infer<E['query']> : undefined
export type ResponseOf<E extends Endpoint> = z.infer<E['response']>
export type ProblemsOf<E extends Endpoint> = E['problems'][number]
type NamesIn<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? Name | NamesIn<`/${Rest}`>
  : P extends `${string}:${infer Name}` ? Name : never
export type ParamsOf<E extends Endpoint> = Record<NamesIn<E['path']>, string>
