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
  failure: null,
  createdAt: 0,
  stage: 'uploading',
  speed: null,
  retryAt: null,
  hint: null,
  ...changes,
})

const between = (before: Partial<Upload>, after: Partial<Upload>) => announcementsBetween([upload(before)], [upload(after)])

describe('announcementsBetween', () => {
  it('says that an upload has started', () =>
    expect(between({ stage: 'starting' }, {})).toEqual([{ key: 'started', name: 'disk' }]))
  it('says each quarter once', () => {
    expect(between({ sentBytes: 24 }, { sentBytes: 26 })).toEqual([{ key: 'percent', name: 'disk', share: 0.25 }])
    expect(between({ sentBytes: 26 }, { sentBytes: 49 })).toEqual([])
  })
  it('says why an upload failed', () =>
    expect(between({}, { stage: 'failed', failure: 'Not a qcow2' })).toEqual([
      { key: 'failed', name: 'disk', reason: 'Not a qcow2' },
    ]))
  it('is silent about what an earlier visit left', () =>
    expect(announcementsBetween([], [upload({ stage: 'needsFile' })])).toEqual([]))
})
