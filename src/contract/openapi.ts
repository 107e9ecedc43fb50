import { z } from 'zod'
import { api } from './api.ts'
import type { Endpoint } from './endpoint.ts'
import { permissions } from './permission.ts'
import { problemStatus, type ProblemCode } from './problem-status.ts'

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

const always: readonly ProblemCode[] = ['invalid_request', 'unexpected']

/** The contract as OpenAPI 3.1: made from the table that server and client use, so that it cannot differ from them. */
export function openApi(version: string): Json {
  const paths: Record<string, Record<string, Json>> = {}
  for (const [name, endpoint] of Object.entries<Endpoint>(api)) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(name, endpoint) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Consilium', version, description: 'Every operation of the review workbench. Sign in first; a change needs the header `x-consilium: 1` and the origin of this server; the session travels in the cookie `consilium` (`__Host-consilium` over HTTPS). A refusal is a Problem with a code; its text for people is beside the control that was used.' },
    servers: [{ url: '/api' }],
    paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'consilium' } },
      schemas: { Problem: { type: 'object', required: ['code'], properties: { code: { type: 'string', enum: Object.keys(problemStatus) }, detail: { type: ['string', 'null'] } } } },
    },
  }
}

function operation(name: string, endpoint: Endpoint): Json {
  const { signedIn, roles } = permissions[endpoint.permission]
  const parameters: Json[] = [...endpoint.path.matchAll(/:(\w+)/g)].map(([, id]) => ({ name: id ?? '', in: 'path', required: true, schema: { type: 'string' } }))
  for (const [id, shape] of Object.entries(endpoint.query?.shape ?? {})) parameters.push({ name: id, in: 'query', required: !shape.safeParse(undefined).success, schema: schemaOf(shape, 'input') })
  if (endpoint.upload) parameters.push({ name: 'x-file-name', in: 'header', required: false, description: 'URI-encoded name of the file', schema: { type: 'string' } })
  return {
    operationId: name,
    description: roles ? `For: ${roles.join(', ')}.` : signedIn ? 'For everyone who is signed in.' : 'For anyone.',
    ...(signedIn ? { security: [{ session: [] }] } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(endpoint.body ? { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(endpoint.body, 'input') } } } } : {}),
    ...(endpoint.upload ? { requestBody: { required: true, content: { 'application/octet-stream': {} } } } : {}),
    responses: { 200: { description: 'Done', content: endpoint.file ? { [endpoint.file]: {} } : { 'application/json': { schema: schemaOf(endpoint.response, 'output') } } }, ...refusals(endpoint, signedIn) },
  }
}

/** One entry a status: OpenAPI cannot hold two answers under one, so that their codes are named together. */
function refusals(endpoint: Endpoint, signedIn: boolean): Record<string, Json> {
  const codes = [...new Set<ProblemCode>([...endpoint.problems, ...always, ...(signedIn ? ['not_signed_in' as const] : [])])]
  const byStatus = Map.groupBy(codes, (code) => problemStatus[code])
  return Object.fromEntries([...byStatus].map(([status, group]) => [status, { description: group.join(', '), content: { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } } }]))
}

/** JSON Schema of a shape; without its own `$schema`, which OpenAPI 3.1 states once for the whole document. */
function schemaOf(shape: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { io, unrepresentable: 'any' })
  return schema as Json // a JSON Schema is JSON
}
