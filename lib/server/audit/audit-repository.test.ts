import { beforeAll, expect, it } from 'vitest'
import { AuditQuery } from '@/lib/contract/audit'
import { describeOnDatabases } from '@/testing/describe-on-databases'
import { newDraft } from '../images/image-draft'
import { createImageRepository } from '../images/image-repository'
import { createMemberRepository } from '../members/member-repository'
import type { AuditRecord } from './audit-record'
import { type AuditRepository, createAuditRepository } from './audit-repository'

const record: AuditRecord = {
  time: 1000,
  requestId: 'req-1',
  userId: 'u',
  userName: '名字 🙂',
  projectId: 'p1',
  projectName: null,
  operation: 'PATCH /v2/images/{imageId}',
  resourceId: 'image',
  status: 200,
  address: '192.0.2.1',
  summary: '',
}

describeOnDatabases('the audit log', (on) => {
  let audit: AuditRepository
  let share: (owner: string, member: string) => Promise<string>

  beforeAll(async () => {
    audit = createAuditRepository(on.database)
    const images = createImageRepository(on.database)
    const members = createMemberRepository(on.database)
    share = async (owner, member) => {
      const id = crypto.randomUUID()
      await images.create({ ...newDraft(owner).attributes, id, visibility: 'shared', tags: [], properties: {} })
      await members.add(id, member, 10)
      return id
    }
  })

  const list = (query: Partial<AuditQuery>, projectId: string | null = null) =>
    audit.list({ ...AuditQuery.parse({}), ...query }, projectId)

  it('gives back what was kept', async () => {
    await audit.append([record, { ...record, requestId: 'req-2', projectId: null, resourceId: null }])
    const [second, first] = await list({ user: '名字 🙂' })
    expect(first).toMatchObject(record)
    expect(second).toMatchObject({ requestId: 'req-2', projectId: null, resourceId: null })
    expect(second?.id).toBeGreaterThan(first?.id ?? Number.POSITIVE_INFINITY)
  })
  it('pages both ways by time', async () => {
    await audit.append([1, 2, 3].map((time) => ({ ...record, time, resourceId: 'paged' })))
    const times = async (query: Partial<AuditQuery>) => {
      const found = await list({ resource_id: 'paged', ...query })
      return { times: found.map(({ time }) => time), first: String(found[0]?.id) }
    }
    const oldest = await times({ sort_dir: 'asc' })
    expect(oldest.times).toEqual([1, 2, 3])
    expect((await times({ sort_dir: 'asc', marker: oldest.first })).times).toEqual([2, 3])
    const newest = await times({ sort_dir: 'desc' })
    expect((await times({ sort_dir: 'desc', marker: newest.first })).times).toEqual([2, 1])
  })
  it('shows a project what it did to an image that is shared with it', async () => {
    const id = await share('p2', 'p1')
    await audit.append(['p1', 'p2', 'p3'].map((projectId) => ({ ...record, projectId, resourceId: id })))
    const actors = async (query: Partial<AuditQuery>, project: string) =>
      (await list(query, project)).map(({ projectId }) => projectId)
    expect(await actors({ resource_id: id }, 'p1')).toEqual(['p1'])
    expect(await actors({}, 'p2')).toEqual(['p2'])
    expect(await actors({ resource_id: id, user: 'u' }, 'p2')).toEqual(['p2'])
    expect(await list({ resource_id: id }, 'p3')).toEqual([])
    expect(await list({ resource_id: id })).toHaveLength(3)
  })
  it('shows a project what others did to an image of its own, but not what they were refused', async () => {
    const id = await share('p2', 'p1')
    const done = ['p1', 'p2', null].map((projectId) => ({ ...record, projectId, resourceId: id }))
    await audit.append([...done, { ...record, projectId: 'p3', resourceId: id, status: 403 }])
    expect((await list({ resource_id: id }, 'p2')).map(({ projectId }) => projectId)).toEqual([null, 'p2', 'p1'])
  })
  it('forgets what is too old, and what is too much', async () => {
    await audit.append([1, 2, 3, 4].map((time) => ({ ...record, time: time * 1e6, resourceId: 'kept' })))
    await audit.prune(2e6, 1000)
    expect((await list({ resource_id: 'kept' })).map(({ time }) => time)).toEqual([4e6, 3e6, 2e6])
    expect(await list({ resource_id: 'image' })).toEqual([])
    expect(await audit.prune(0, 2)).toBe(1)
    expect((await list({})).map(({ time }) => time)).toEqual([4e6, 3e6])
    expect(await audit.prune(0, 0)).toBe(2)
  })
})
