import { isProblem, Problem } from '@/lib/contract/problem'
import { isChanging } from '../image-view'
import { renewSession } from '../session-renewal'
import { createImage, readImage, removeImage } from './image-of-upload'
import { loadTransfer } from './load-transfer'
import { pauseBefore, waitOrOnline } from './pause'
import { createSpeedMeter } from './speed-meter'
import type { Upload } from './upload'

/** One upload at work: what it is now, and how it says what has changed. */
export interface Job {
  file: File
  signal: AbortSignal
  upload(): Upload
  change(changes: Partial<Upload>): void
  /** The person wants none of it any more. */
  isDiscarded(): boolean
}

const pollMs = 1000

/** Sends an upload to its end: `active`, `failed`, or what it has to wait for. An abort leaves the stage to its author. */
export async function sendUpload(job: Job): Promise<void> {
  for (let attempt = 1; !job.signal.aborted; attempt++) {
    const before = job.upload().sentBytes
    try {
      await sendOnce(job)
      return job.change({ stage: 'active', retryAt: null })
    } catch (error) {
      if (job.signal.aborted) return
      if (isSignedOut(error)) {
        job.change({ stage: 'signIn', retryAt: null, speed: null })
        if (await renewSession()) continue
        return
      }
      if (!isPassing(error, attempt))
        return job.change({ stage: 'failed', failure: (error as Error).message, retryAt: null, speed: null })
      if (job.upload().sentBytes > before) attempt = 1
      await rest(job, pauseBefore(attempt)).catch(() => undefined)
    }
  }
}

async function sendOnce(job: Job): Promise<void> {
  job.change({ stage: 'starting', retryAt: null })
  const imageId = job.upload().imageId ?? (await makeImage(job))
  const meter = createSpeedMeter()
  const answered = new AbortController()
  try {
    const { transfer } = await loadTransfer()
    await transfer({
      file: job.file,
      imageId,
      uploadUrl: job.upload().uploadUrl,
      signal: job.signal,
      onUrl: (uploadUrl) => job.change({ uploadUrl }),
      onForgotten: () => job.change({ hint: 'startedAgain', sentBytes: 0 }),
      onProgress(sentBytes) {
        if (job.signal.aborted) return
        if (sentBytes < job.file.size) return job.change({ stage: 'uploading', sentBytes, speed: meter.measure(sentBytes) })
        if (job.upload().stage === 'verifying') return
        job.change({ stage: 'verifying', sentBytes, speed: null, hint: null })
        void watchPublishing(job, imageId, answered.signal)
      },
    })
  } finally {
    answered.abort()
  }
  await untilActive(job, imageId)
}

async function makeImage(job: Job): Promise<string> {
  const imageId = await createImage(job.upload().form)
  if (job.isDiscarded()) {
    // Discarded before the server had told its id: nobody else can remove it.
    await removeImage(imageId)
    throw job.signal.reason
  }
  job.change({ imageId })
  return imageId
}

/** While the server keeps the last answer back: shows when it has gone from verifying to storing. */
async function watchPublishing(job: Job, imageId: string, answered: AbortSignal): Promise<void> {
  while (!answered.aborted) {
    const image = await readImage(imageId, answered).catch(() => null)
    if (image?.status === 'saving' && !answered.aborted) return job.change({ stage: 'publishing' })
    await waitOrOnline(pollMs, answered).catch(() => undefined)
  }
}

/** The answer to the last byte may have been lost: only the image itself tells how it ended. */
async function untilActive(job: Job, imageId: string): Promise<void> {
  for (;;) {
    const image = await readImage(imageId, job.signal)
    if (image.status === 'active') return
    if (!isChanging(image)) throw new Problem('conflict', `The image is ${image.status} after its last byte.`)
    job.change({ stage: 'publishing' })
    await waitOrOnline(pollMs, job.signal)
  }
}

/** The server's offset is not ours after a cut; asking anew mends that, unless somebody else sends to the same image. */
const conflictsBorne = 3

/** What goes away by itself: no answer, a server that restarts, a lock that an aborted request still holds. */
function isPassing(error: unknown, attempt: number): boolean {
  if (!isProblem(error)) return error instanceof Error && error.name === 'Unreachable'
  if (error.kind === 'conflict') return attempt <= conflictsBorne
  return error.status >= 500 || error.kind === 'tooManyRequests'
}

function isSignedOut(error: unknown): boolean {
  return isProblem(error) && error.kind === 'unauthenticated'
}

async function rest(job: Job, pauseMs: number): Promise<void> {
  job.change({ stage: 'offline', speed: null, retryAt: Date.now() + pauseMs })
  await waitOrOnline(pauseMs, job.signal)
}
