import { describe, expect, it } from 'vitest'
import { announcementsBetween } from './announcements'
import type { Upload } from './upload'

const upload = (changes: Partial<Upload>): Upload => ({
  id: 'u',
  project: { id: 'p', name: 'demo' },
  form: {
    name: 'disk',
    diskFormat: 'raw',
    containerFormat: 'bare',
    minDisk: 0,
    visibility: 'private',
    protected: false,
    tags: [],
  },
  file: { name: 'disk.img', size: 100, lastModified: 0, sample: '' },
  handle: null,
  imageId: 'i',
  imageIsOlder: false,
  uploadUrl: null,
  sentBytes: 0,
  paused: false,
  waits: null,
  shortage: null,
  failure: null,
  createdAt: 0,
  stage: 'uploading',
  speed: null,
  retryAt: null,
  hint: null,
  found: null,
  ...changes,
})

const between = (before: Partial<Upload>, after: Partial<Upload>) => announcementsBetween([upload(before)], [upload(after)])

describe('announcementsBetween', () => {
  it('says that an upload has started', () =>
    expect(between({ stage: 'starting' }, {})).toEqual([{ key: 'started', name: 'disk.img' }]))
  it('says each quarter once', () => {
    expect(between({ sentBytes: 24 }, { sentBytes: 26 })).toEqual([{ key: 'percent', name: 'disk.img', share: 0.25 }])
    expect(between({ sentBytes: 26 }, { sentBytes: 49 })).toEqual([])
  })
  it('says that an upload failed, and gives what knows why', () => {
    const failed = upload({ stage: 'failed', failure: 'Not a qcow2' })
    expect(announcementsBetween([upload({})], [failed])).toEqual([{ key: 'failed', name: 'disk.img', upload: failed }])
  })
  it('says that an upload is done', () => {
    const done = upload({ stage: 'active' })
    expect(announcementsBetween([upload({ stage: 'publishing' })], [done])).toEqual([
      { key: 'done', name: 'disk.img', upload: done },
    ])
  })
  it.each(['paused', 'offline', 'full', 'signIn', 'needsFile', 'changed'] as const)('says that it has come to %s', (stage) =>
    expect(between({}, { stage })).toEqual([{ key: stage, name: 'disk.img' }]),
  )
  it('says that the server has forgotten it', () =>
    expect(between({}, { hint: 'startedAgain' })).toEqual([{ key: 'startedAgain', name: 'disk.img' }]))
  it('names the image too where that is called otherwise', () => {
    const form = { ...upload({}).form, name: 'web' }
    expect(between({}, { stage: 'paused', form })).toEqual([{ key: 'paused', name: 'web (disk.img)' }])
  })
  it('is silent about what an earlier visit left', () =>
    expect(announcementsBetween([], [upload({ stage: 'needsFile' })])).toEqual([]))
})
