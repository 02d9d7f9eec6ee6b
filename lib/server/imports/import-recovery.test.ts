import { randomUUID } from 'node:crypto'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImageStatus } from '@/lib/contract/image-fields'
import { openDatabase } from '@/lib/server/db/database'
import { type ImportApi, progressOf, startImportApi } from '@/testing/import-api'
import { createImageImportRepository } from '../images/image-import-repository'
import { createImageRepository } from '../images/image-repository'
import { createTaskRepository } from '../tasks/task-repository'

let api: ImportApi
let database: ReturnType<typeof openDatabase>
beforeAll(async () => {
  api = await startImportApi()
  database = openDatabase(api.server.services.config.database.connection)
})
afterAll(async () => {
  await database?.db.destroy()
  await api?.stop()
})

const formats = { disk_format: 'raw', container_format: 'bare' }
const staged = (name: string) => join(api.server.services.config.dataFolder, 'staging', name)
const recover = () => api.server.services.imports.recover()
const direct = { method: { name: 'glance-direct' } }

/** The image and the task that a server leaves which is killed while it imports. */
async function interrupted(statuses: readonly ImageStatus[], fields: { begun: boolean } = { begun: true }) {
  const { id } = await api.create(formats)
  const images = createImageRepository(database)
  for (const [from, to] of [...statuses.entries()].map(([at, to]) => [statuses[at - 1] ?? 'queued', to] as const))
    await images.move({ id, status: from }, to)
  const task = randomUUID()
  const tasks = createTaskRepository(database)
  const who = { owner: 'p-demo', userId: 'u-ada', requestId: 'req-1', imageId: id }
  await tasks.create({ id: task, type: 'api_image_import', input: {}, ...who })
  if (fields.begun) await tasks.begin(task)
  await createImageImportRepository(database).lock(id, task)
  const setProperties = { os_glance_importing_to_stores: 'file', os_glance_failed_import: '' }
  await images.change(id, { attributes: {}, setProperties, removeProperties: [], addTags: [], removeTags: [] })
  writeFileSync(staged(id), 'half')
  return { id, task }
}

/** Makes the task's last word older. */
async function silentFor(task: string, minutes: number) {
  const then = new Date(Date.now() - minutes * 60_000).toISOString().replace('T', ' ').replace('Z', '000')
  await database.db.updateTable('tasks').set({ updated_at: then }).where('id', '=', task).execute()
}

describe('after a crash', () => {
  it('an image that was importing is queued, its task failed, nothing staged', async () => {
    const { id } = await interrupted(['importing'])
    await recover()
    const image = await api.show(id)
    expect(image).toMatchObject({ status: 'queued', size: null })
    expect(progressOf(image)).toEqual({ lock: undefined, importing: '', failed: 'file' })
    expect(await api.settled(id)).toMatchObject([{ status: 'failure', message: expect.stringContaining('stopped') }])
    expect(existsSync(staged(id))).toBe(false)
  })
  it('an image that was to be copied stays active', async () => {
    const { id } = await interrupted(['active'])
    await recover()
    expect(progressOf(await api.show(id))).toEqual({ lock: undefined, importing: '', failed: 'file' })
    expect((await api.show(id)).status).toBe('active')
    expect(existsSync(staged(id))).toBe(false)
  })
  it('an import that never began fails too', async () => {
    const { id } = await interrupted([], { begun: false })
    await recover()
    expect(await api.settled(id)).toMatchObject([{ status: 'failure' }])
    expect((await api.show(id)).status).toBe('queued')
  })
  it('data that were staged as a whole wait on', async () => {
    const { id } = await api.create(formats)
    await api.stage(id, 'bytes')
    await recover()
    expect(await api.show(id)).toMatchObject({ status: 'uploading', size: 5 })
    expect((await api.import(id, direct)).status).toBe(202)
    await api.settled(id)
    expect((await api.show(id)).status).toBe('active')
  })
  it('data that were staged in part are gone, their image is queued', async () => {
    const { id } = await api.create(formats)
    await createImageRepository(database).move({ id, status: 'queued' }, 'uploading')
    writeFileSync(staged('.incoming/part'), 'half')
    writeFileSync(staged(id), 'half')
    await recover()
    expect((await api.show(id)).status).toBe('queued')
    expect([existsSync(staged('.incoming/part')), existsSync(staged(id))]).toEqual([false, false])
  })
  it('files of nobody are gone', async () => {
    const stranger = randomUUID()
    writeFileSync(staged(stranger), 'x')
    await recover()
    expect(existsSync(staged(stranger))).toBe(false)
  })
})

describe('a task that is silent', () => {
  const web = () => ({ method: { name: 'web-download', uri: `${api.web.url}/x` } })
  async function attempt(minutes: number, begun: boolean) {
    api.web.serve((_, response) => response.end('bytes'))
    const { id, task } = await interrupted(begun ? ['importing'] : [], { begun })
    await silentFor(task, minutes)
    return { id, status: (await api.import(id, web())).status }
  }

  it('409 while it has worked within the hour', async () => expect((await attempt(59, true)).status).toBe(409))
  it('409 while it has waited for less than two', async () => expect((await attempt(119, false)).status).toBe(409))
  for (const [minutes, begun] of [
    [61, true],
    [121, false],
  ] as const)
    it(`loses its image after ${minutes} minutes ${begun ? 'of work' : 'of waiting'}`, async () => {
      const { id, status } = await attempt(minutes, begun)
      expect(status).toBe(202)
      const tasks = await api.settled(id)
      expect(tasks).toMatchObject([{ status: 'failure', message: expect.stringContaining('silent') }, { status: 'success' }])
      expect(progressOf(await api.show(id))).toEqual({ lock: undefined, importing: '', failed: '' })
      expect((await api.show(id)).status).toBe('active')
    })
  it('loses it at once when its row is gone', async () => {
    api.web.serve((_, response) => response.end('bytes'))
    const { id, task } = await interrupted(['importing'])
    await createTaskRepository(database).withdraw(task)
    expect((await api.import(id, web())).status).toBe(202)
    await api.settled(id)
    expect((await api.show(id)).status).toBe('active')
  })
})
