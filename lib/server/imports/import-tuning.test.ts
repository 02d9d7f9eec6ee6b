import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TaskView } from '@/lib/contract/task'
import { type ImportApi, progressOf, startImportApi } from '@/testing/import-api'

const bytes = randomBytes(2 * 1024 * 1024)
const formats = { disk_format: 'raw', container_format: 'bare' }
const direct = { method: { name: 'glance-direct' }, all_stores: true }
const names = ['fast', 'cheap', 'far']

// Memory is another device than the temporary folder, if there is any.
const workFolder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'vitrine-work-'))
let api: ImportApi

beforeAll(async () => {
  api = await startImportApi({
    DEFAULT: ['enabled_backends = fast:file, cheap:file, far:file', 'image_cache_driver = xattr'],
    glance_store: ['default_backend = fast'],
    image_import_opts: ['max_parallel_stores = 2', 'image_import_plugins = [image_decompression]'],
    task: ['work_dir = /nowhere/in/use'],
    os_glance_tasks_store: [`filesystem_store_datadir = ${workFolder}`],
    taskflow_executor: ['conversion_format = qcow2'],
    ...Object.fromEntries(names.map((name) => [name, [`filesystem_store_datadir = $folder/${name}`]])),
  })
})
afterAll(async () => {
  await api?.stop()
  rmSync(workFolder, { recursive: true })
})

const objectIn = (store: string, id: string) => join(api.folder, store, id)

async function imported(body: Record<string, unknown>): Promise<string> {
  const { id } = await api.create(formats)
  expect((await api.stage(id, bytes)).status).toBe(204)
  expect((await api.import(id, body)).status).toBe(202)
  await api.settled(id)
  return id
}

it('none of these options is unknown', () => expect(api.server.services.config.warnings).toEqual([]))

describe('max_parallel_stores', () => {
  for (const all_stores_must_succeed of [true, false])
    it(`every store gets its copy, all_stores_must_succeed ${all_stores_must_succeed}`, async () => {
      const id = await imported({ ...direct, all_stores_must_succeed })
      const image = await api.show(id)
      expect(image.status).toBe('active')
      expect(image.stores?.split(',').sort()).toEqual([...names].sort())
      expect(progressOf(image)).toEqual({ lock: undefined, importing: '', failed: '' })
      for (const name of names) expect(readFileSync(objectIn(name, id)).equals(bytes)).toBe(true)
    })

  describe('while one store fails', () => {
    const incoming = () => join(api.folder, 'cheap', '.vitrine/incoming')
    beforeAll(() => {
      rmSync(incoming(), { recursive: true })
      writeFileSync(incoming(), '')
    })
    afterAll(() => {
      rmSync(incoming())
      mkdirSync(incoming())
    })

    it('the others keep theirs where not all must succeed', async () => {
      const id = await imported({ ...direct, all_stores_must_succeed: false })
      const image = await api.show(id)
      expect([image.status, image.stores?.split(',').sort()]).toEqual(['active', ['far', 'fast']])
      expect(progressOf(image)).toEqual({ lock: undefined, importing: '', failed: 'cheap' })
    })
    it('nothing stays anywhere where all must succeed', async () => {
      const id = await imported({ ...direct, all_stores_must_succeed: true })
      expect(await api.show(id)).toMatchObject({ status: 'queued', size: null })
      expect(names.filter((name) => existsSync(objectIn(name, id)))).toEqual([])
    })
  })
})

describe('conversion_format and work_dir', () => {
  it('the image of a task is converted, in the work folder, and nothing stays there', async () => {
    api.web.serve((_, response) => response.end(bytes))
    const input = { import_from: `${api.web.url}/disk`, import_from_format: 'raw', image_properties: { name: 'converted' } }
    const task = (await (
      await api.call('POST', '/v2/tasks', { as: 'admin', body: { type: 'import', input } })
    ).json()) as TaskView
    const { status, message, result } = await api.ended(task.id)
    expect([status, message]).toEqual(['success', ''])
    const { image_id: id } = result as { image_id: string }
    expect(await api.show(id, 'admin')).toMatchObject({ status: 'active', disk_format: 'qcow2', virtual_size: bytes.length })
    expect(readFileSync(objectIn('fast', id)).subarray(0, 4).toString('latin1')).toBe('QFI\xfb')
    expect(readdirSync(workFolder)).toEqual(['.incoming'])
    expect(readdirSync(join(workFolder, '.incoming'))).toEqual([])
  })
  it('what is imported otherwise stays as it is', async () => {
    expect((await api.show(await imported(direct))).disk_format).toBe('raw')
  })
})
