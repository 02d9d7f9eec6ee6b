import type { Upload } from './upload'

/** What a screen reader is told: a message of `uploads.live` and what it is about. */
export interface Announcement {
  key: 'started' | 'percent' | 'paused' | 'failed' | 'done'
  name: string
  /** 0 to 1. */
  share?: number
  reason?: string
}

const milestones = [0.25, 0.5, 0.75]

/** What has become worth saying between two views of the queue. */
export function announcementsBetween(before: readonly Upload[], after: readonly Upload[]): Announcement[] {
  const known = new Map(before.map((upload) => [upload.id, upload]))
  return after.flatMap((upload) => {
    const announcement = announce(known.get(upload.id), upload)
    return announcement ? [announcement] : []
  })
}

function announce(before: Upload | undefined, after: Upload): Announcement | null {
  const name = after.form.name
  if (before && before.stage !== after.stage) {
    if (after.stage === 'uploading' && before.stage === 'starting') return { key: 'started', name }
    if (after.stage === 'paused') return { key: 'paused', name }
    if (after.stage === 'failed') return { key: 'failed', name, reason: after.failure ?? '' }
    if (after.stage === 'active') return { key: 'done', name }
  }
  if (!before || after.stage !== 'uploading') return null
  const passed = milestones.find((mark) => before.sentBytes < mark * after.file.size && after.sentBytes >= mark * after.file.size)
  return passed ? { key: 'percent', name, share: passed } : null
}
