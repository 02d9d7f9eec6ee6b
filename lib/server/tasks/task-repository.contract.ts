import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import type { TestDatabase } from '@/testing/describe-on-databases'
import { newDraft } from '../images/image-draft'
import { createImageImportRepository } from '../images/image-import-repository'
import { createImageRepository } from '../images/image-repository'
import type { NewTask } from './task'
import { readTaskListQuery } from './task-list-query'
import { createTaskRepository, type TaskRepository } from './task-repository'

const limits = { limit_param_default: 25, api_limit_max: 1000 }
const inAnHour = () => new Date(Date.now() + 3_600_000)

/** What every database must do for tasks, and for the locks of imports. */
export function taskRepositoryContract(on: TestDatabase) {
  let tasks: TaskRepository

  const make = async (fields: Partial<NewTask> = {}): Promise<string> => {
    const id = randomUUID()
    const who = { owner: 'p1', userId: 'u1', requestId: 'req-1', imageId: null }
    await tasks.create({ type: 'import', input: { import_from: 'http://x' }, ...who, ...fields, id })
    return id
  }
  const finish = (id: string, expiresAt = inAnHour()) =>
    tasks.finish(id, { status: 'success', result: { image_id: 'x' }, message: '', expiresAt })
  const idsOf = async (owner: string | null, parameters: Record<string, string> = {}) =>
    (await tasks.list(readTaskListQuery(parameters, limits), owner)).tasks.map(({ id }) => id)

  beforeAll(() => {
    tasks = createTaskRepository(on.database)
  })

  it('gives back what it was given', async () => {
    const imageId = randomUUID()
    const id = await make({ imageId, input: { a: ['b', 1, null] } })
    expect(await tasks.find(id)).toMatchObject({
      id,
      ...{ type: 'import', status: 'pending', owner: 'p1', userId: 'u1', requestId: 'req-1', imageId },
      ...{ input: { a: ['b', 1, null] }, result: null, message: '', expiresAt: null },
    })
    expect((await tasks.ofImage(imageId)).map((task) => task.id)).toEqual([id])
    expect(await tasks.find(randomUUID())).toBeNull()
  })

  it('begins once, tells how far it is, and ends once', async () => {
    const id = await make()
    expect([await tasks.begin(id), await tasks.begin(id)]).toEqual([true, false])
    expect(await tasks.report(id, 'half')).toBe(true)
    expect(await tasks.find(id)).toMatchObject({ status: 'processing', message: 'half' })
    expect([await finish(id), await finish(id)]).toEqual([true, false])
    expect(await tasks.report(id, 'late')).toBe(false)
    expect(await tasks.find(id)).toMatchObject({ status: 'success', result: { image_id: 'x' }, message: '' })
  })

  it('knows what is not finished', async () => {
    const [open, done] = [await make(), await make()]
    await finish(done)
    const ids = (await tasks.unfinished()).map(({ id }) => id)
    expect([ids.includes(open), ids.includes(done)]).toEqual([true, false])
  })

  it('withdraws what never began', async () => {
    const id = await make()
    await tasks.withdraw(id)
    expect(await tasks.find(id)).toBeNull()
  })

  it('forgets what has expired', async () => {
    const [old, young] = [await make(), await make()]
    await finish(old, new Date(Date.now() - 5000))
    await finish(young)
    await tasks.removeExpired()
    expect(await tasks.find(old)).toBeNull()
    expect(await tasks.find(young)).not.toBeNull()
  })

  it('lists a project’s own, and pages without gaps in every order', async () => {
    const owner = randomUUID()
    const [imageId, other] = [randomUUID(), randomUUID()]
    const images = [imageId, null, other, imageId, null]
    const all = await Promise.all(images.map((image) => make({ owner, imageId: image })))
    for (const id of all.slice(0, 2)) await finish(id)
    expect((await idsOf(owner)).toSorted()).toEqual(all.toSorted())
    expect((await idsOf(null, { owner })).toSorted()).toEqual(all.toSorted())
    expect(await idsOf(owner, { status: 'success' })).toHaveLength(2)
    for (const sort_key of ['id', 'type', 'status', 'owner', 'image_id', 'created_at', 'updated_at', 'expires_at']) {
      for (const sort_dir of ['asc', 'desc']) {
        const seen: string[] = []
        for (let page = await idsOf(owner, { sort_key, sort_dir, limit: '2' }); page.length > 0; ) {
          seen.push(...page)
          page = await idsOf(owner, { sort_key, sort_dir, limit: '2', marker: seen.at(-1) ?? '' })
        }
        expect(seen.toSorted(), `${sort_key} ${sort_dir}`).toEqual(all.toSorted())
      }
    }
    const byImage = (await tasks.list(readTaskListQuery({ sort_key: 'image_id', sort_dir: 'asc' }, limits), owner)).tasks
    const expected = images.toSorted((a, b) => ((a ?? '') < (b ?? '') ? -1 : 1))
    expect(byImage.map((task) => task.imageId)).toEqual(expected)
  })

  it('gives the lock of an image to one task, and to the next afterwards', async () => {
    const locks = createImageImportRepository(on.database)
    const id = randomUUID()
    await createImageRepository(on.database).create({ ...newDraft('p1').attributes, id, tags: [], properties: {} })
    const taken = await Promise.all(['a', 'b', 'c'].map((task) => locks.lock(id, task)))
    expect(taken.filter(Boolean)).toHaveLength(1)
    const holder = ['a', 'b', 'c'][taken.indexOf(true)] ?? ''
    expect([await locks.unlock(id, 'd'), await locks.unlock(id, holder), await locks.unlock(id, holder)]).toEqual([
      false,
      true,
      false,
    ])
    const again = await Promise.all(['e', 'f'].map((task) => locks.lock(id, task)))
    expect(again.filter(Boolean)).toHaveLength(1)
  })
}
