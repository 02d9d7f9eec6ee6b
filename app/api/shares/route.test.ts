import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ShareListView } from '@/lib/contract/share'
import type { Caller } from '@/testing/identities'
import { type ImageApi, startImageApi } from '@/testing/image-api'

let api: ImageApi
const ids: string[] = []
const shareWith = async (member: string, fields = {}) => {
  const { id } = await api.create({ visibility: 'shared', ...fields })
  await api.call('POST', `/v2/images/${id}/members`, { body: { member } })
  return id
}
const answer = (id: string, status: string) =>
  api.call('PUT', `/v2/images/${id}/members/p-other`, { as: 'admin', body: { status } })
const inbox = async (query = '', as: Caller = 'stranger'): Promise<ShareListView> =>
  (await (await api.call('GET', `/api/shares${query}`, { as })).json()) as ShareListView
const imagesOf = ({ shares }: ShareListView) => shares.map(({ image }) => image.id)

beforeAll(async () => {
  api = await startImageApi()
  for (let i = 0; i < 4; i++) ids.push(await shareWith('p-other', { name: `image-${i}`, os_hidden: i === 3 }))
  await answer(ids[0] as string, 'accepted')
  await answer(ids[1] as string, 'rejected')
})
afterAll(() => api?.stop())

describe('GET /api/shares', () => {
  it('200 with what others share, the newest first, hidden images too', async () => {
    const list = await inbox()
    expect(imagesOf(list)).toEqual([...ids].reverse())
    expect(list.shares[0]).toMatchObject({
      member: { member_id: 'p-other', image_id: ids[3], status: 'pending' },
      image: { name: 'image-3', owner: 'p-demo', os_hidden: true },
    })
    expect(list.counts).toEqual({ pending: 2, accepted: 1, rejected: 1 })
  })
  it('keeps to a status and to an image, and counts them all', async () => {
    expect(imagesOf(await inbox('?status=accepted'))).toEqual([ids[0]])
    expect(imagesOf(await inbox(`?image=${ids[1]}`))).toEqual([ids[1]])
    expect((await inbox('?limit=0&status=rejected')).counts.pending).toBe(2)
  })
  it('has pages, and a link from each to the next', async () => {
    const first = await inbox('?limit=3')
    expect(imagesOf(first)).toEqual([ids[3], ids[2], ids[1]])
    const next = first.next?.replace('/api/shares', '')
    expect(imagesOf(await inbox(next))).toEqual([ids[0]])
    expect((await inbox(next)).next).toBeUndefined()
  })
  it('leaves out what the project owns, what is no longer shared, and what was taken back or deleted', async () => {
    const before = (await inbox()).counts
    const own = await api.create({ visibility: 'shared' }, 'stranger')
    await api.call('POST', `/v2/images/${own.id}/members`, { as: 'stranger', body: { member: 'p-other' } })
    const [closed, revoked, gone] = [await shareWith('p-other'), await shareWith('p-other'), await shareWith('p-other')]
    await api.patch(closed as string, [{ op: 'replace', path: '/visibility', value: 'private' }])
    await api.call('DELETE', `/v2/images/${revoked}/members/p-other`)
    await api.call('DELETE', `/v2/images/${gone}`)
    expect((await inbox()).counts).toEqual(before)
    expect(imagesOf(await inbox())).toEqual([...ids].reverse())
  })
  it('is the same for a reader, and empty for the owner and for an administrator', async () => {
    expect(imagesOf(await inbox('', 'strangeReader'))).toHaveLength(4)
    expect(imagesOf(await inbox('', 'member'))).toEqual([])
    expect(imagesOf(await inbox('', 'admin'))).toEqual([])
  })
  it.each(['status=perhaps', 'limit=-1', 'limit=101', 'limit=x'])('400 for %s', async (query) =>
    expect(await api.status('GET', `/api/shares?${query}`, { as: 'stranger' })).toBe(400),
  )
  it('lists as images what was accepted, with the filters and pages of the image list', async () => {
    const more = [await shareWith('p-other', { name: 'b' }), await shareWith('p-other', { name: 'a' })]
    for (const id of more) await answer(id, 'accepted')
    const list = async (query: string, as: Caller = 'stranger') => {
      const said = await api.call('GET', `/api/shares/images${query}`, { as })
      return (await said.json()) as { images: { id: string; name: string }[]; next?: string }
    }
    const names = async (query: string) => (await list(query)).images.map(({ name }) => name)
    expect(await names('?sort=name:asc')).toEqual(['a', 'b', 'image-0'])
    expect(await names('?name=b')).toEqual(['b'])
    expect(await names(`?id=${more[1]}`)).toEqual(['a'])
    expect(await names(`?id=${ids[1]}`)).toEqual([])
    const { images, next } = await list('?sort=name:asc&limit=2')
    expect(images).toHaveLength(2)
    expect(await names((next ?? '').replace('/api/shares/images', ''))).toEqual(['image-0'])
    expect((await list('', 'member')).images).toEqual([])
    expect((await list('', 'admin')).images).toEqual([])
  })
  it('401 without a token', async () => expect(await api.status('GET', '/api/shares', { as: null })).toBe(401))
  it('403 for a token without a project', async () =>
    expect(await api.status('GET', '/api/shares', { as: 'unscoped' })).toBe(403))
})
