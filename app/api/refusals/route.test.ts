import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import type { RefusedRequest } from '@/lib/contract/refused-request'
import type { Caller } from '@/testing/identities'
import { type ImageApi, startImageApi } from '@/testing/image-api'

let api: ImageApi
beforeAll(async () => {
  api = await startImageApi()
})
afterAll(() => api?.stop())

async function refusals(as: Caller, query = ''): Promise<RefusedRequest[]> {
  const answer = await api.call('GET', `/api/refusals${query}`, { as })
  expect(answer.status).toBe(200)
  return ((await answer.json()) as { refusals: RefusedRequest[] }).refusals
}

/** Makes a request that is refused; its id. */
async function refused(method: string, path: string, as: Caller | null, body?: unknown): Promise<string> {
  const answer = await api.call(method, path, { as, body })
  await answer.arrayBuffer()
  const id = answer.headers.get('x-openstack-request-id') ?? answer.headers.get('x-vitrine-request-id')
  expect(id).toMatch(/^req-/)
  return id ?? ''
}

async function the(id: string, as: Caller): Promise<RefusedRequest | undefined> {
  const found = await refusals(as, `?request=${id}`)
  expect(found.length).toBeLessThan(2)
  return found[0]
}

describe('GET /api/refusals', () => {
  it('401 without a token', async () => expect(await api.status('GET', '/api/refusals', { as: null })).toBe(401))
  it('says so in JSON, and in HTML only where that is asked for', async () => {
    const typeFor = async (accept: string) =>
      (await api.call('GET', '/api/refusals', { as: null, headers: { accept } })).headers.get('content-type')
    expect(await typeFor('*/*')).toBe('application/json')
    expect(await typeFor('image/png')).toBe('application/json')
    expect(await typeFor('text/html,application/xhtml+xml,*/*;q=0.8')).toBe('text/html; charset=UTF-8')
  })

  it('tells the project of a 403: the policy, whose request, and what happened', async () => {
    const { id: imageId } = await api.create()
    const id = await refused('DELETE', `/v2/images/${imageId}?secret=1`, 'reader')
    expect(await the(id, 'member')).toMatchObject({
      request_id: id,
      ...{ method: 'DELETE', path: `/v2/images/${imageId}`, status: 403, action: 'delete_image', reason: null },
      decision: { action: 'delete_image', allowed: false },
      user: { id: 'u-rita', name: 'rita' },
      project: { id: 'p-demo', name: 'demo' },
      text: expect.stringMatching(/^DELETE .* of rita in demo was refused with 403\. The policy delete_image does not allow/),
    })
    expect(await the(id, 'stranger')).toBeUndefined()
    expect(await the(id, 'admin')).toMatchObject({ request_id: id })
  })
  it('has no action for what no policy decides', async () => {
    expect(await the(await refused('GET', '/v2/nothing', 'member'), 'member')).toMatchObject({ status: 404, action: null })
  })
  it('does not keep that a feature is off', async () => {
    expect(await the(await refused('GET', '/v2/info/nothing', 'member'), 'member')).toBeUndefined()
    const cache = await api.call('GET', '/v2/cache', { as: 'admin' })
    expect(cache.status).toBe(404)
    expect(await the(cache.headers.get('x-openstack-request-id') ?? '', 'admin')).toBeUndefined()
  })
  it('keeps what is too large', async () => {
    const tags = Array.from({ length: 129 }, (_, index) => `t${index}`)
    const id = await refused('POST', '/v2/images', 'member', { tags })
    expect(await the(id, 'member')).toMatchObject({ status: 413, action: 'add_image', text: expect.stringContaining('128 tags') })
  })
  it('tells only administrators what is there and what is not', async () => {
    const { id: theirs } = await api.create({ visibility: 'private' }, 'stranger')
    const nowhere = '00000000-0000-4000-8000-000000000000'
    const [unseen, missing] = [theirs, nowhere].map((id) => refused('GET', `/v2/images/${id}`, 'member'))
    const timeless = { request_id: '', time: '', first_time: '', last_time: '' }
    const told = await Promise.all([unseen, missing].map(async (id) => the((await id) ?? '', 'member')))
    const [one, two] = told.map((row) => JSON.stringify({ ...row, ...timeless }).replaceAll(theirs, nowhere))
    expect(one).toBe(two)
    expect(told[0]?.text).toContain('does not exist, or its project cannot see it. Check the ID.')
    expect(told[0]?.text).toContain('ask its owner to share it with')
    expect(await the((await unseen) ?? '', 'admin')).toMatchObject({ reason: 'notVisible' })
    expect(await the((await missing) ?? '', 'admin')).toMatchObject({ reason: 'notThere' })
  })
  it('tells only administrators of requests of nobody, and gives those an id', async () => {
    const answer = await api.call('GET', '/v2/images', { as: null })
    expect(answer.status).toBe(401)
    expect(answer.headers.has('x-openstack-request-id')).toBe(false)
    const id = answer.headers.get('x-vitrine-request-id') ?? ''
    expect(await the(id, 'admin')).toMatchObject({ status: 401, reason: 'noToken', user: null, action: 'get_images' })
    expect(await the(id, 'member')).toBeUndefined()
    expect(await the(id, 'domainAdmin')).toBeUndefined()
  })
  it('never shows a token', async () => {
    await api.call('GET', '/v2/images?token=secret', { as: null, headers: { 'x-auth-token': 'a-wrong-token' } })
    const all = await refusals('admin')
    expect(all[0]).toMatchObject({ status: 401, reason: 'tokenRefused' })
    expect(JSON.stringify(all)).not.toMatch(/a-wrong-token|secret/)
  })
  it('keeps what repeats itself once, with how often and when, by each of its ids', async () => {
    const { id: image } = await api.create()
    const ids: string[] = []
    for (let i = 0; i < 3; i++) ids.push(await refused('DELETE', `/v2/images/${image}`, 'reader'))
    await refused('DELETE', `/v2/images/${image}`, 'stranger')
    const [group, ...others] = (await refusals('member')).filter(({ path }) => path.endsWith(image))
    expect(others).toEqual([])
    expect(group).toMatchObject({ count: 3, request_id: ids[2], status: 403 })
    expect(group?.last_time).toBe(group?.time)
    const first = await the(ids[0] ?? '', 'member')
    expect(first).toMatchObject({ count: 3, request_id: ids[0], time: group?.first_time, last_time: group?.last_time })
  })
  it('keeps nothing of what the diagnostics try out', async () => {
    const headers = { 'user-agent': 'vitrine-diagnostics' }
    const answer = await api.call('GET', '/v2/images/probed', { as: 'member', headers })
    expect(answer.status).toBe(404)
    expect((await refusals('member')).filter(({ path }) => path === '/v2/images/probed')).toEqual([])
  })
  it('shows the newest first, and gives up the oldest of who is refused most', async () => {
    const first = await refused('GET', '/v2/nothing', 'stranger')
    // The clock stands still: what comes within one millisecond has an order too.
    const clock = vi.spyOn(Date, 'now').mockReturnValue(Date.now())
    onTestFinished(() => clock.mockRestore())
    for (let i = 0; i < 110; i++) await refused('GET', `/v2/nothing/${i}`, 'member')
    const ours = await refusals('member')
    expect(ours).toHaveLength(100)
    expect(ours.map(({ path }) => path)).toEqual(Array.from({ length: 100 }, (_, index) => `/v2/nothing/${109 - index}`))
    expect(await the(first, 'stranger')).toBeDefined()
  })
})
