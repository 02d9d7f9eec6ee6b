import { expect, it } from 'vitest'
import { createShelving } from './shelving'
import type { Upload, UploadRecord } from './upload'

const upload = (changes: Partial<Upload> = {}) =>
  ({ id: 'u', stage: 'uploading', sentBytes: 0, paused: false, ...changes }) as Upload

function shelfOf() {
  const kept = new Map<string, UploadRecord>()
  const put = async (record: UploadRecord) => void kept.set(record.id, record)
  const remove = async (id: string) => void kept.delete(id)
  return { kept, shelving: createShelving({ all: async () => [...kept.values()], put, remove }) }
}

it('keeps what counts at once and progress now and then, without what is only shown', async () => {
  const { kept, shelving } = shelfOf()
  shelving.note(upload(), upload({ waits: 'full' }))
  shelving.note(upload({ waits: 'full' }), upload({ waits: 'full', sentBytes: 5 }))
  await shelving.settled()
  expect(kept.get('u')).toMatchObject({ waits: 'full', sentBytes: 0 })
  expect(kept.get('u')).not.toHaveProperty('stage')
})

it('forgets what is active, and what is removed after a write that still runs', async () => {
  const { kept, shelving } = shelfOf()
  shelving.note(upload(), upload({ paused: true }))
  shelving.note(upload(), upload({ stage: 'active' }))
  shelving.note(upload({ id: 'v' }), upload({ id: 'v', paused: true }))
  shelving.remove('v')
  await shelving.settled()
  expect([...kept.keys()]).toEqual([])
})
