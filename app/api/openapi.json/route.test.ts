import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenApiDocument, OperationObject } from '@/lib/contract/openapi'
import { operations } from '@/lib/contract/operations'
import { startTestServer, type TestServer } from '@/testing/test-server'

let server: TestServer
let document: OpenApiDocument
const read = async (query = '') => (await fetch(`${server.url}/api/openapi.json${query}`)).json() as Promise<OpenApiDocument>
beforeAll(async () => {
  server = await startTestServer()
  document = await read()
})
afterAll(() => server?.stop())

const rows = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, string, OperationObject] => [method, path, operation]),
  )

/** Every reference inside a value. */
function references(value: unknown): string[] {
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, inner]) => (key === '$ref' ? [String(inner)] : references(inner)))
}

describe('GET /api/openapi.json', () => {
  it('needs no token', async () => expect((await fetch(`${server.url}/api/openapi.json`)).status).toBe(200))

  it('has the operations of the table with their policies and successes, and no others', () => {
    const written = rows().map(([method, path, { responses, ...operation }]) => ({
      ...{ method: method.toUpperCase(), path: path.replaceAll('{', '[').replaceAll('}', ']'), rule: operation['x-policy'] },
      ok: Number(Object.keys(responses).find((status) => status.startsWith('2'))),
    }))
    const byKey = (a: { method: string; path: string }, b: typeof a) =>
      `${a.path} ${a.method}`.localeCompare(`${b.path} ${b.method}`)
    const table = operations.map(({ method, path, rule, ok }) => ({ method, path, rule, ok }))
    expect(written.toSorted(byKey)).toEqual(table.toSorted(byKey))
  })

  it('gives every operation an id of its own', () => {
    const ids = rows().map(([, , { operationId }]) => operationId)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('names each parameter of a path', () => {
    for (const [, path, { parameters }] of rows()) {
      const named = parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => `{${name}}`)
      expect(named).toEqual(path.match(/\{[^}]+\}/g) ?? [])
    }
  })

  it('refers only to schemas that it holds', () => {
    const found = references(document)
    expect(found.length).toBeGreaterThan(operations.length)
    for (const reference of found) {
      const keys = reference.replace('#/', '').split('/')
      const target = keys.reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], document)
      expect(target, reference).toBeTypeOf('object')
    }
  })

  it('says what it does in Chinese', async () => {
    expect((await read('?language=zh')).paths['/v2/images']?.get?.summary).toBe('列出镜像')
  })

  it('400 for a language that it does not speak', async () => {
    expect((await fetch(`${server.url}/api/openapi.json?language=tlh`)).status).toBe(400)
  })
})
