import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import { describeOnDatabases } from '@/testing/describe-on-databases'
import { newDraft } from '../images/image-draft'
import { createImageRepository } from '../images/image-repository'
import { problemOf } from '../stores/byte-store.contract'
import { createMemberRepository, type MemberRepository } from './member-repository'

describeOnDatabases('members', (on) => {
  let members: MemberRepository
  let makeImage: () => Promise<string>
  let image: string

  beforeAll(() => {
    members = createMemberRepository(on.database)
    const images = createImageRepository(on.database)
    makeImage = async () => {
      const id = randomUUID()
      await images.create({ ...newDraft('p1').attributes, id, tags: [], properties: {} })
      return id
    }
  })
  beforeEach(async () => {
    image = await makeImage()
  })

  it('gives back what was added, of this image only', async () => {
    const added = await members.add(image, 'p2', 10)
    await members.add(await makeImage(), 'p3', 10)
    expect(added).toMatchObject({ imageId: image, projectId: 'p2', status: 'pending' })
    expect(await members.find(image, 'p2')).toEqual(added)
    expect(await members.list(image)).toEqual([added])
  })

  it('tells projects apart by case', async () => {
    await members.add(image, 'p2', 10)
    expect(await members.find(image, 'P2')).toBeNull()
    await members.add(image, 'P2', 10)
    expect(await members.list(image)).toHaveLength(2)
  })

  it('refuses a member twice, also at once', async () => {
    const outcomes = await Promise.allSettled([...Array(5)].map(() => members.add(image, 'p2', 10)))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await members.list(image)).toHaveLength(1)
    expect(await problemOf(members.add(image, 'p2', 10))).toBe('conflict')
  })

  it('keeps to the quota, also at once', async () => {
    const outcomes = await Promise.allSettled([...Array(6)].map((_, i) => members.add(image, `p${i}`, 3)))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
    expect(await problemOf(members.add(image, 'p9', 3))).toBe('tooLarge')
    expect(await members.add(image, 'p9', -1)).toMatchObject({ projectId: 'p9' })
  })

  it('brings a former member back in its old row', async () => {
    const first = await members.add(image, 'p2', 1)
    expect(await members.setStatus(image, 'p2', 'accepted')).toMatchObject({ status: 'accepted' })
    expect(await members.remove(image, 'p2')).toBe(true)
    expect(await members.find(image, 'p2')).toBeNull()
    expect(await members.setStatus(image, 'p2', 'accepted')).toBeNull()
    expect(await members.remove(image, 'p2')).toBe(false)
    expect(await members.add(image, 'p2', 1)).toMatchObject({ status: 'pending', createdAt: first.createdAt })
  })

  it('lists what is shared with a project, the newest first, page by page, and counts it', async () => {
    const project = randomUUID()
    const ids: string[] = []
    for (let i = 0; i < 3; i++) {
      const id = await makeImage()
      await members.add(id, project, 10)
      ids.unshift(id)
    }
    await members.setStatus(ids[2] as string, project, 'rejected')
    const page = (query = {}) => members.received(project, { limit: 10, ...query })
    expect(await page()).toEqual(ids)
    expect(await page({ limit: 1 })).toEqual(ids.slice(0, 2))
    expect(await page({ marker: ids[0] })).toEqual(ids.slice(1))
    expect(await page({ status: 'rejected' })).toEqual([ids[2]])
    expect(await page({ image: ids[1] })).toEqual([ids[1]])
    expect(await members.countReceived(project)).toEqual({ pending: 2, accepted: 0, rejected: 1 })
    await members.remove(ids[0] as string, project)
    expect(await page({ marker: ids[0] })).toEqual(ids.slice(1))
    expect(await members.countReceived(project)).toEqual({ pending: 1, accepted: 0, rejected: 1 })
  })

  it('knows no image that does not exist', async () => {
    expect(await problemOf(members.add(randomUUID(), 'p2', 1))).toBe('notFound')
  })
})
