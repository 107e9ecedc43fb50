import { describe, expect, test } from 'vitest'
import { guardRequest } from '#src/server/main/guard-requests.ts'

const origin = 'http://127.0.0.1:4600'
const origins = new Set([origin, 'https://consilium.hospital.example'])
const asked = (method: string, headers: Record<string, string>) => new Request(`${origin}/api/cases`, { method, headers: { host: '127.0.0.1:4600', ...headers } })
const own = { origin, 'x-consilium': '1', 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' }

describe('what passes', () => {
  test.each([
    ['a read of our page', 'GET', { 'sec-fetch-site': 'same-origin' }],
    ['a read without browser headers, as curl sends it', 'GET', {}],
    ['an address typed by a person', 'GET', { 'sec-fetch-site': 'none' }],
    ['a change of our page', 'POST', own],
    ['a change with a charset', 'POST', { ...own, 'content-type': 'application/json; charset=utf-8' }],
    ['an upload', 'POST', { ...own, 'content-type': 'application/octet-stream' }],
    ['a deletion without body', 'DELETE', { origin, 'x-consilium': '1' }],
    ['a change through the proxy', 'POST', { ...own, origin: 'https://consilium.hospital.example', host: 'consilium.hospital.example' }],
  ])('%s', (_, method, headers) => expect(guardRequest(asked(method, headers), origins)).toBeNull())
})

describe('what is refused before anyone looks at who asks', () => {
  test.each([
    ['another host name that points here', 'GET', { host: 'attacker.example' }, 421],
    ['a host with our name and more', 'GET', { host: '127.0.0.1:4600.attacker.example' }, 421],
    ['another port', 'GET', { host: '127.0.0.1:4601' }, 421],
    ['a read from a foreign page', 'GET', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a read from a sibling site', 'GET', { 'sec-fetch-site': 'same-site' }, 403],
    ['a change without our header', 'POST', { origin, 'content-type': 'application/json' }, 403],
    ['a change with another value in our header', 'POST', { ...own, 'x-consilium': '0' }, 403],
    ['a change without origin', 'POST', { 'x-consilium': '1', 'content-type': 'application/json' }, 403],
    ['a change from a foreign origin', 'POST', { ...own, origin: 'https://attacker.example' }, 403],
    ['a change from our host on another port', 'POST', { ...own, origin: 'http://127.0.0.1:9999' }, 403],
    ['a change from a sandboxed page', 'POST', { ...own, origin: 'null' }, 403],
    ['a change marked cross-site although its origin fits', 'POST', { ...own, 'sec-fetch-site': 'cross-site' }, 403],
    ['a form', 'POST', { ...own, 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['a form with a file', 'POST', { ...own, 'content-type': 'multipart/form-data; boundary=x' }, 415],
    ['plain text', 'POST', { ...own, 'content-type': 'text/plain' }, 415],
    ['a body without a type', 'PUT', { origin, 'x-consilium': '1', 'content-length': '2' }, 415],
    ['a deletion from a foreign origin', 'DELETE', { origin: 'https://attacker.example', 'x-consilium': '1' }, 403],
  ])('%s', (_, method, headers, status) => expect(guardRequest(asked(method, headers), origins)?.status).toBe(status))
})
