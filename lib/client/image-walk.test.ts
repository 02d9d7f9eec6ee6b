import { QueryClient } from '@tanstack/react-query'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { removeConfig, writeConfig } from '@/testing/config-file'
import { createIdentityClient } from '@/testing/identity-client'
import { startTestServer, type TestServer } from '@/testing/test-server'
import { adminImagePath } from './admin-images'
import { imageListPath, readImageSearch, wholeList } from './image-search'
import { matchingQuery, walkImages } from './image-walk'

const pageSize = 4
const config = writeConfig(`[DEFAULT]\napi_limit_max = ${pageSize}\n`)
const names = Array.from({ length: 2 * pageSize + 1 }, (_, at) => `image-${at}`)
const realFetch = fetch
let server: TestServer
let ask: (path: string, init?: RequestInit) => Promise<Response>

beforeAll(async () => {
  server = await startTestServer({}, ['--config-file', config])
  const scope = { project: { name: 'admin', domain: { id: 'default' } } }
  const { headers } = await createIdentityClient(server).logIn('admin', 'test-admin-password', scope)
  const token = headers.get('x-subject-token') ?? ''
  ask = (path, init) =>
    realFetch(new URL(path, server.url), {
      ...init,
      headers: { 'content-type': 'application/json', ...init?.headers, 'x-auth-token': token },
    })
  vi.stubGlobal('window', { location: { origin: server.url } })
})
afterAll(async () => {
  vi.unstubAllGlobals()
  await server.stop()
  removeConfig(config)
})

beforeEach(async () => {
  const firstPage = async () => (await (await ask('/v2/images')).json()).images
  for (let left = await firstPage(); left.length > 0; left = await firstPage()) {
    for (const { id } of left) await ask(`/v2/images/${id}`, { method: 'DELETE' })
  }
  for (const name of names) await ask('/v2/images', { method: 'POST', body: JSON.stringify({ name }) })
})

const byName = imageListPath(readImageSearch('?tab=all&sort=name&dir=asc'), 'any')

/** Walks through a list of images; what was found last of the first page is deleted before the second is asked for. */
async function walk(deleted: number, path = byName) {
  vi.stubGlobal('fetch', ask)
  const found: (string | null)[] = []
  try {
    for await (const page of walkImages(path, new AbortController().signal)) {
      if (found.length === 0)
        for (const { id } of page.slice(page.length - deleted)) await ask(`/v2/images/${id}`, { method: 'DELETE' })
      found.push(...page.map(({ name }) => name))
    }
  } finally {
    vi.stubGlobal('fetch', realFetch)
  }
  return found
}

it('finds every image once', async () => expect(await walk(0)).toEqual(names))

it.each([1, 2, 3])('goes on where the last %i of a page are deleted meanwhile', async (deleted) =>
  expect(await walk(deleted)).toEqual(names),
)

it('fails where nothing of the page is left to go on from', async () => {
  await expect(walk(pageSize)).rejects.toMatchObject({ kind: 'badRequest' })
})

it('finds what a list of all projects’ images shows of those that are stuck, from whatever page on, and no other', async () => {
  const { images } = await (await ask('/v2/images?sort=name:asc')).json()
  const later = Date.parse(images[0].updated_at) + 3_600_000 + 60_000
  const view = { name: '', project: '', status: null, stuck: '1h', hidden: false, sort: 'name', dir: 'asc' } as const
  const path = (now: number) => adminImagePath({ ...view, ...wholeList, after: [images[2].id] }, undefined, now)
  expect((await walk(0, path(later))).sort()).toEqual(names)
  expect(await walk(0, path(later - 120_000))).toEqual([])
})

it('counts what one question tells of, and nothing more', async () => {
  vi.stubGlobal('fetch', ask)
  const count = (path: string) => new QueryClient().fetchQuery(matchingQuery(path, 'any'))
  try {
    expect(await count(byName)).toBeNull()
    expect(await count(`${byName}&name=${names[0]}&marker=gone`)).toBe(1)
  } finally {
    vi.stubGlobal('fetch', realFetch)
  }
})
