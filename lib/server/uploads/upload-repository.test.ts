import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { describeOnDatabases } from '@/testing/describe-on-databases'
import { problemOf } from '../stores/byte-store.contract'
import type { Upload } from './upload'
import { createUploadRepository, type UploadRepository } from './upload-repository'

const upload = (changes: Partial<Upload> = {}): Upload => ({
  id: randomUUID(),
  imageId: randomUUID(),
  projectId: 'p1',
  userId: 'u1',
  size: 2 ** 41,
  metadata: { image_id: 'x', filename: 'Größe 😀.qcow2', empty: null },
  state: 'receiving',
  reason: null,
  createdAt: new Date('2026-01-02T03:04:05.678Z'),
  updatedAt: new Date('2026-01-02T03:04:05.678Z'),
  ...changes,
})

describeOnDatabases('upload records', (on) => {
  let records: UploadRepository

  beforeAll(() => {
    records = createUploadRepository(on.database.db)
  })

  it('gives back what was inserted', async () => {
    const one = upload()
    await records.insert(one)
    expect(await records.find(one.id)).toEqual(one)
    expect(await records.findByImage(one.imageId)).toEqual(one)
    expect(await records.find(randomUUID())).toBeUndefined()
  })

  it('takes one upload per image', async () => {
    const one = upload()
    await records.insert(one)
    expect(await problemOf(records.insert(upload({ imageId: one.imageId })))).toBe('conflict')
    await records.remove(one.id)
    await records.insert(upload({ imageId: one.imageId }))
  })

  it('keeps the state and its reason', async () => {
    const one = upload()
    await records.insert(one)
    await records.setState(one.id, 'failed', 'This is not qcow2.')
    expect(await records.find(one.id)).toMatchObject({ state: 'failed', reason: 'This is not qcow2.' })
    expect((await records.find(one.id))?.updatedAt.getTime()).toBeGreaterThan(one.updatedAt.getTime())
  })

  it('lists a project’s, oldest first', async () => {
    const [young, old] = [upload({ projectId: 'p2' }), upload({ projectId: 'p2', createdAt: new Date(1000) })]
    await records.insert(young)
    await records.insert(old)
    expect((await records.ofProject('p2')).map(({ id }) => id)).toEqual([old.id, young.id])
    expect((await records.all()).length).toBeGreaterThan(2)
  })

  it('removes, and removes again', async () => {
    const one = upload()
    await records.insert(one)
    await records.remove(one.id)
    await records.remove(one.id)
    expect(await records.find(one.id)).toBeUndefined()
  })
})
