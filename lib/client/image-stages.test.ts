import { describe, expect, it } from 'vitest'
import type { AuditEntry } from '@/lib/contract/audit'
import type { ImageTaskView } from '@/lib/contract/task'
import { askedOf, storedIn } from './image-activity'
import { stagesOf } from './image-stages'
import type { ImageView } from './image-view'

const image = { created_at: '2026-11-20T10:00:00Z', updated_at: '2026-11-20T10:05:00Z' } as ImageView
const task = (fields: Partial<ImageTaskView>) =>
  ({ id: 't', type: 'api_image_import', status: 'success', message: '', input: {}, ...fields }) as ImageTaskView
const entry = (operation: string, time: string, status = 204, name: string | null = 'ada') =>
  ({ id: time, operation, time, status, user: name === null ? null : { id: 'u', name } }) as AuditEntry

describe('the stages of an image', () => {
  it('stand in the order of time, with what an import came to', () => {
    const copy = { import_req: { method: { name: 'copy-image' as const } } }
    const tasks = [
      task({
        id: 'copy',
        created_at: '2026-11-20T10:06:00Z',
        updated_at: '2026-11-20T10:06:09Z',
        status: 'processing',
        input: copy,
      }),
      task({
        id: 'first',
        created_at: '2026-11-20T10:01:00Z',
        updated_at: '2026-11-20T10:02:00Z',
        status: 'failure',
        message: 'why',
      }),
    ]
    const entries = [
      entry('POST /v2/images/{imageId}/actions/deactivate', '2026-11-20T10:04:59.900Z'),
      entry('DELETE /v2/images/{imageId}', '2026-11-20T10:04:00Z', 403),
      entry('PUT /v2/images/{imageId}/file', '2026-11-20T10:03:00Z'),
    ]
    expect(stagesOf(image, tasks, entries).map(({ stage, outcome, until, message }) => [stage, outcome, until, message])).toEqual(
      [
        ['created', null, null, ''],
        ['import', 'failure', '2026-11-20T10:02:00Z', 'why'],
        ['uploaded', null, null, ''],
        ['deactivated', null, null, ''],
        ['copy', 'running', null, ''],
      ],
    )
  })
  it('tell who asked for them, as far as the reader may know', () => {
    const entries = [
      entry('POST /v2/images/{imageId}/actions/deactivate', '2026-11-20T10:03:00Z', 204, null),
      entry('POST /v2/images/{imageId}/actions/reactivate', '2026-11-20T10:05:00Z'),
    ]
    expect(stagesOf(image, [], entries).map(({ stage, by }) => [stage, by])).toEqual([
      ['created', undefined],
      ['deactivated', null],
      ['reactivated', 'ada'],
    ])
  })
  it('end with the last change where nothing tells what it was', () => {
    expect(stagesOf(image, [], []).map(({ stage, at }) => [stage, at])).toEqual([
      ['created', '2026-11-20T10:00:00Z'],
      ['changed', '2026-11-20T10:05:00Z'],
    ])
  })
})

describe('what a task was asked', () => {
  it('names the method, the stores and the address, but not what signs it', () => {
    const method = { name: 'web-download', uri: 'https://host/disk.qcow2?X-Signature=secret' }
    expect(askedOf(task({ input: { import_req: { method }, backend: ['fast'] } }))).toEqual({
      method: 'web-download',
      from: 'https://host/disk.qcow2?…',
      stores: ['fast'],
    })
    expect(askedOf(task({ type: 'import', input: { import_from: 'https://host/a' } }))).toMatchObject({
      method: 'web-download',
      from: 'https://host/a',
    })
    expect(askedOf(task({ input: null }))).toEqual({ method: null, from: null, stores: [] })
  })
  it('is followed by how far it says it is', () => {
    expect(storedIn('Stored 12 MiB in slow disks')).toEqual({ store: 'slow disks', bytes: 12 * 1024 ** 2 })
    expect(storedIn('Received 3 MiB')).toBeNull()
  })
})
