import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AuditEntry, AuditList } from '@/lib/contract/audit'
import type { Caller } from '@/testing/identities'
import { type ImageApi, octets, startImageApi } from '@/testing/image-api'

let api: ImageApi
beforeAll(async () => {
  api = await startImageApi()
})
afterAll(() => api?.stop())

async function audit(query: Record<string, string> = {}, as: Caller = 'admin'): Promise<AuditList> {
  const answer = await api.call('GET', `/api/audit?${new URLSearchParams(query)}`, { as })
  if (answer.status !== 200) throw new Error(`${answer.status}: ${await answer.text()}`)
  return (await answer.json()) as AuditList
}

async function entries(query: Record<string, string> = {}, as: Caller = 'admin'): Promise<AuditEntry[]> {
  return (await audit(query, as)).entries
}

describe('GET /api/audit', () => {
  it('401 without a token', async () => expect(await api.status('GET', '/api/audit', { as: null })).toBe(401))
  it('400 for a filter that cannot be', async () => {
    for (const query of ['status=1', 'since=yesterday', 'limit=0', 'marker=x', 'sort_dir=up'])
      expect(await api.status('GET', `/api/audit?${query}`)).toBe(400)
  })

  it('tells who made an image, from where, by which request', async () => {
    const answer = await api.call('POST', '/v2/images', { body: { name: 'secret-name' } })
    const { id } = (await answer.json()) as { id: string }
    const [entry] = await entries({ resource_id: id })
    expect(entry).toMatchObject({
      operation: 'POST /v2/images',
      request_id: answer.headers.get('x-openstack-request-id'),
      user: { id: 'u-ada', name: 'ada' },
      project: { id: 'p-demo', name: 'demo' },
      resource_id: id,
      status: 201,
      summary: '',
    })
    expect(entry?.address).toMatch(/127\.0\.0\.1|::1/)
    expect(JSON.stringify(entry)).not.toContain('secret-name')
  })

  it('tells what became of an image in the order of time, the newest first', async () => {
    const { id } = await api.createActive('bytes')
    await api.status('PUT', `/v2/images/${id}/tags/a%20tag`)
    await api.status('DELETE', `/v2/images/${id}`, { as: 'reader' })
    await api.status('DELETE', `/v2/images/${id}`)
    const found = await entries({ resource_id: id })
    expect(found.map(({ operation, status, summary }) => [operation, status, summary])).toEqual([
      ['DELETE /v2/images/{imageId}', 204, ''],
      ['DELETE /v2/images/{imageId}', 403, expect.stringContaining('delete_image')],
      ['PUT /v2/images/{imageId}/tags/{tag}', 204, 'tag a tag'],
      ['PUT /v2/images/{imageId}/file', 204, ''],
      ['POST /v2/images', 201, ''],
    ])
  })

  it('tells which fields of an image changed, and with which project it is shared', async () => {
    const { id } = await api.create({ visibility: 'shared' })
    const body = [
      { op: 'replace', path: '/name', value: 'secret-name' },
      { op: 'replace', path: '/protected', value: true },
    ]
    const headers = { 'content-type': 'application/openstack-images-v2.1-json-patch' }
    expect(await api.status('PATCH', `/v2/images/${id}`, { headers, body: JSON.stringify(body) })).toBe(200)
    expect(await api.status('POST', `/v2/images/${id}/members`, { body: { member: 'p-other' } })).toBe(200)
    expect((await entries({ resource_id: id })).map(({ summary }) => summary)).toEqual([
      'memberId p-other',
      'protected true, changed name',
      '',
    ])
  })

  it('knows the image of an upload by tus, and its end', async () => {
    const { id } = await api.create({ disk_format: 'raw', container_format: 'bare' })
    const tus = { 'tus-resumable': '1.0.0' }
    const metadata = `image_id ${Buffer.from(id).toString('base64')}`
    const made = await api.call('POST', '/uploads', { headers: { ...tus, 'upload-length': '4', 'upload-metadata': metadata } })
    const path = new URL(made.headers.get('location') ?? '').pathname
    const patch = (offset: string) => {
      const headers = { ...tus, 'content-type': 'application/offset+octet-stream', 'upload-offset': offset }
      return api.status('PATCH', path, { headers, body: 'ab' })
    }
    expect([await patch('0'), await patch('2')]).toEqual([204, 204])
    const found = await entries({ resource_id: id })
    expect(found.map(({ operation }) => operation)).toEqual(['PATCH /uploads/{uploadId}', 'POST /uploads', 'POST /v2/images'])
  })

  it('keeps no reading, no question, and nothing of nobody', async () => {
    await api.status('GET', '/v2/images')
    await api.status('POST', '/api/explain', { body: { action: 'get_images' } })
    await api.status('DELETE', '/v2/images/nowhere', { as: null })
    const operations = new Set((await entries({ limit: '1000' })).map(({ operation }) => operation))
    for (const operation of operations) expect(operation).not.toMatch(/^GET|explain/)
    expect(await entries({ resource_id: 'nowhere' })).toEqual([])
  })

  it('filters by each of its parameters', async () => {
    const { id } = await api.create({}, 'stranger')
    await api.status('DELETE', `/v2/images/${id}`)
    const [refused, made] = await entries({ resource_id: id })
    const request = refused?.request_id ?? ''
    const ids = async (query: Record<string, string>) =>
      (await entries({ resource_id: id, ...query })).map((entry) => entry.request_id)
    expect(await ids({ status: '4xx' })).toEqual([request])
    expect(await ids({ status: '404' })).toEqual([request])
    expect(await ids({ status: '403' })).toEqual([])
    expect(await ids({ user: 'ada' })).toEqual([request])
    expect(await ids({ user: 'u-ada', project: 'demo' })).toEqual([request])
    expect(await ids({ project: 'p-other' })).toEqual([made?.request_id])
    expect(await ids({ operation: 'POST /v2/images' })).toEqual([made?.request_id])
    expect(await ids({ request_id: request })).toEqual([request])
    expect(await ids({ since: new Date(Date.now() + 60_000).toISOString() })).toEqual([])
    expect(await ids({ until: new Date(Date.now() + 60_000).toISOString() })).toHaveLength(2)
  })

  it('shows pages that go on where the one before ended', async () => {
    const { id } = await api.create()
    for (const tag of ['a', 'b', 'c']) await api.status('PUT', `/v2/images/${id}/tags/${tag}`)
    const first = await audit({ resource_id: id, limit: '2' })
    expect(first.next).toContain(`resource_id=${id}`)
    const rest = await api.call('GET', first.next ?? '', { as: 'admin' })
    const second = (await rest.json()) as AuditList
    const tags = [...first.entries, ...second.entries].map(({ summary }) => summary)
    expect(tags).toEqual(['tag c', 'tag b', 'tag a', ''])
    expect(second.next).toBeUndefined()
  })

  describe('for others than administrators', () => {
    it('shows what their project did to its images, also to deleted ones, but not from where', async () => {
      const { id } = await api.create()
      await api.status('DELETE', `/v2/images/${id}`)
      const found = await entries({ resource_id: id }, 'reader')
      expect(found.map(({ operation, address }) => [operation, address])).toEqual([
        ['DELETE /v2/images/{imageId}', null],
        ['POST /v2/images', null],
      ])
    })
    it('shows what an administrator did to their image, but not who it was', async () => {
      const { id } = await api.createActive('bytes')
      expect(await api.status('POST', `/v2/images/${id}/actions/deactivate`, { as: 'admin' })).toBe(204)
      const [deactivation, upload] = await entries({ resource_id: id }, 'member')
      expect(deactivation).toMatchObject({
        operation: 'POST /v2/images/{imageId}/actions/deactivate',
        ...{ user: null, project: null, address: null },
      })
      expect(upload).toMatchObject({ user: { name: 'ada' }, project: { id: 'p-demo' } })
      expect((await entries({ resource_id: id }))[0]).toMatchObject({ user: { id: expect.any(String) } })
      expect(await entries({ resource_id: id }, 'stranger')).toEqual([])
    })
    it('finds nothing of others by who they are, and nothing that others were refused', async () => {
      const { id } = await api.create()
      await api.status('PUT', `/v2/images/${id}/tags/x`, { as: 'admin' })
      await api.status('DELETE', `/v2/images/${id}`, { as: 'stranger' })
      const [tagged] = await entries({ resource_id: id, status: '2xx' })
      expect(await entries({ resource_id: id }, 'member')).toHaveLength(2)
      expect(await entries({ resource_id: id, user: tagged?.user?.id ?? '' }, 'member')).toEqual([])
      expect(await entries({ resource_id: id, project: tagged?.project?.id ?? '' }, 'member')).toEqual([])
      expect((await entries({}, 'member')).map(({ request_id: request }) => request)).not.toContain(tagged?.request_id)
    })
    it('shows nothing of an image that they cannot see, and of one only while they can', async () => {
      const { id } = await api.create({ visibility: 'community' }, 'stranger')
      await api.status('DELETE', `/v2/images/${id}`)
      expect(await entries({ resource_id: id }, 'member')).toHaveLength(1)
      await api.patch(id, [{ op: 'replace', path: '/visibility', value: 'private' }], 'stranger')
      expect(await entries({ resource_id: id }, 'member')).toEqual([])
    })
    it('shows nothing to a token without a project', async () => {
      for (const caller of ['unscoped', 'domainAdmin', 'systemAdmin'] as const) expect(await entries({}, caller)).toEqual([])
    })
  })

  it('survives what a database cannot keep', async () => {
    await api.status('PUT', `/v2/metadefs/namespaces/${encodeURIComponent('x\u0000y')}/tags/t`)
    await api.status('DELETE', `/v2/metadefs/namespaces/${'n'.repeat(400)}`)
    const { id } = await api.create()
    expect(await entries({ resource_id: id })).toHaveLength(1)
    expect(await entries({ resource_id: 'n'.repeat(255) })).toHaveLength(1)
  })
  it('keeps no token and nothing of a body', async () => {
    const { id } = await api.create({ disk_format: 'raw', container_format: 'bare' })
    await api.status('PUT', `/v2/images/${id}/file`, { headers: octets, body: 'top-secret-bytes' })
    expect(JSON.stringify(await entries({ limit: '1000' }))).not.toMatch(/top-secret-bytes|x-auth-token/i)
  })
})
