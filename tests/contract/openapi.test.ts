import { describe, expect, test } from 'vitest'
import { api } from '#src/contract/api.ts'
import type { Endpoint } from '#src/contract/endpoint.ts'
import { openApi } from '#src/contract/openapi.ts'

type Doc = { openapi: string; paths: Record<string, Record<string, { operationId: string; parameters?: { name: string; in: string; required: boolean }[]; security?: unknown[]; requestBody?: object; responses: Record<string, { description: string; content?: Record<string, { schema?: object }> }> }>>; components: { schemas: { Problem: { properties: { code: { enum: string[] } } } } } }
const doc = openApi('1.0.0') as unknown as Doc // read back as what OpenAPI says it is
const operations = Object.entries(doc.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, one]) => ({ path, method, ...one })))

describe('the published contract', () => {
  test('holds every operation once, under its own path and method', () => {
    const expected = Object.entries<Endpoint>(api).map(([name, one]) => `${name} ${one.method.toLowerCase()} ${one.path.replace(/:(\w+)/g, '{$1}')}`)
    expect(operations.map((one) => `${one.operationId} ${one.method} ${one.path}`).sort()).toEqual(expected.sort())
  })
  test('names every part of a path as a parameter that is needed', () => {
    for (const { path, parameters = [] } of operations) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      expect(parameters.filter((one) => one.in === 'path' && one.required).map((one) => one.name)).toEqual(named)
    }
  })
  test('says what each operation asks, answers and refuses', () => {
    for (const one of operations) {
      const endpoint: Endpoint = api[one.operationId as keyof typeof api] // the test above: every id is one of the table
      expect('requestBody' in one, one.operationId).toBe(Boolean(endpoint.body ?? endpoint.upload))
      expect(Object.keys(one.responses['200']?.content ?? {}), one.operationId).toEqual([endpoint.file ?? 'application/json'])
      const told = Object.values(one.responses).flatMap((answer) => answer.description.split(', '))
      for (const code of endpoint.problems) {
        expect(told, one.operationId).toContain(code)
        expect(doc.components.schemas.Problem.properties.code.enum).toContain(code)
      }
    }
  })
  test('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(doc))).toEqual(doc)
  })
})
