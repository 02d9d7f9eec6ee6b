import { nameOf, type Upload, type UploadStage } from './upload'

/** What a screen reader is told: a message of `uploads.live` and what it is about. */
export type Announcement = Step | End

interface Step {
  key: 'started' | 'startedAgain' | 'percent' | Halt
  name: string
  /** 0 to 1. */
  share?: number
}

/** That nothing more comes of an upload, good or bad. */
export interface End {
  key: 'failed' | 'done'
  name: string
  upload: Upload
}

/** Stages that are called as what is said of them. */
const halts = ['paused', 'offline', 'retrying', 'full', 'signIn', 'needsFile', 'needsPermission', 'changed'] as const
type Halt = (typeof halts)[number]

const milestones = [0.25, 0.5, 0.75]

/** What has become worth saying between two views of the queue. */
export function announcementsBetween(before: readonly Upload[], after: readonly Upload[]): Announcement[] {
  const known = new Map(before.map((upload) => [upload.id, upload]))
  return after.flatMap((upload) => {
    const announcement = announce(known.get(upload.id), upload)
    return announcement ? [announcement] : []
  })
}

export function isEnd(announcement: Announcement): announcement is End {
  return announcement.key === 'failed' || announcement.key === 'done'
}

function announce(before: Upload | undefined, after: Upload): Announcement | null {
  const name = nameOf(after)
  if (before && before.stage !== after.stage) {
    if (after.stage === 'uploading' && before.stage === 'starting') return { key: 'started', name }
    if (isHalt(after.stage)) return { key: after.stage, name }
    if (after.stage === 'failed') return { key: 'failed', name, upload: after }
    if (after.stage === 'active') return { key: 'done', name, upload: after }
  }
  if (before && before.hint !== 'startedAgain' && after.hint === 'startedAgain') return { key: 'startedAgain', name }
  if (!before || after.stage !== 'uploading') return null
  const passed = milestones.find((mark) => before.sentBytes < mark * after.file.size && after.sentBytes >= mark * after.file.size)
  return passed ? { key: 'percent', name, share: passed } : null
}

function isHalt(stage: UploadStage): stage is Halt {
  return halts.some((halt) => halt === stage)
}
