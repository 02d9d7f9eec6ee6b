import { isProblem, Problem } from '@/lib/contract/problem'
import type { UploadRoomView } from '@/lib/contract/upload-room'
import { isChanging } from '../image-view'
import { renewSession } from '../session-renewal'
import { isIntact } from './file-mark'
import { createImage, offsetOf, readImage, removeImage, roomFor } from './image-of-upload'
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
const watchMs = 1000

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
        job.change({ ...atRest, stage: 'signIn', waits: 'signIn' })
        if (await renewSession()) continue
        return
      }
      const end = await endBehind(job, error, attempt)
      if (job.signal.aborted) return
      if (end) return job.change({ ...atRest, ...end })
      if (job.upload().sentBytes > before) attempt = 1
      await rest(job, error, pauseBefore(attempt)).catch(() => undefined)
    }
  }
}

const atRest = { retryAt: null, speed: null } as const

/** What an error makes of the upload; null where another attempt may mend it. */
async function endBehind(job: Job, error: unknown, attempt: number): Promise<Partial<Upload> | null> {
  // The browser tells nothing of a file that it could not read: the request just fails.
  if (!(await isIntact(job.file, job.upload().file))) return { stage: 'needsFile', hint: 'fileGone' }
  if (isProblem(error) && error.kind === 'conflict' && (await hasItAll(job))) return { stage: 'active' }
  if (isProblem(error) && error.kind === 'tooLarge') return stopFor(job, await shortageBehind(error, job.file.size))
  return isPassing(error, attempt) ? null : { stage: 'failed', failure: (error as Error).message }
}

/** The image has its data: only the answer that said so was lost. */
async function hasItAll(job: Job): Promise<boolean> {
  const { imageId } = job.upload()
  const image = imageId && (await readImage(imageId).catch(() => null))
  return image ? image.status === 'active' && image.size === job.file.size : false
}

async function shortageBehind(error: Problem, size: number): Promise<UploadRoomView> {
  const room = error instanceof NoRoom ? error.room : await roomFor(size).catch(() => null)
  return room?.short_of ? room : { short_of: null, room: null, reason: error.message }
}

/** A quota or a disk may have room again; an image can never be larger than the cloud allows. */
async function stopFor(job: Job, shortage: UploadRoomView): Promise<Partial<Upload>> {
  if (shortage.short_of === 'size') return { stage: 'failed', failure: shortage.reason, shortage }
  const { uploadUrl, sentBytes: known } = job.upload()
  // Of the piece that was refused a part may have found room.
  const sentBytes = uploadUrl ? await offsetOf(uploadUrl).catch(() => known) : known
  return { stage: 'full', waits: 'full', shortage, sentBytes }
}

/** There is no room, so nothing has been made. */
class NoRoom extends Problem {
  constructor(readonly room: UploadRoomView) {
    super('tooLarge', room.reason ?? '')
  }
}

async function sendOnce(job: Job): Promise<void> {
  job.change({ stage: 'starting', retryAt: null, waits: null })
  if (!(await isIntact(job.file, job.upload().file))) throw new Error('The file is not what it was.')
  const imageId = job.upload().imageId ?? (await makeImage(job))
  const meter = createSpeedMeter()
  const answered = new AbortController()
  const { uploadUrl } = job.upload()
  const watch = watchFile(job)
  let confirmed = uploadUrl ? job.upload().sentBytes : 0
  try {
    const { transfer } = await loadTransfer()
    await transfer({
      file: job.file,
      imageId,
      uploadUrl,
      signal: AbortSignal.any([job.signal, watch.signal]),
      onUrl: (uploadUrl) => job.change({ uploadUrl }),
      onForgotten: () => job.change({ hint: 'startedAgain', sentBytes: 0 }),
      onProgress(sentBytes) {
        if (job.signal.aborted) return
        if (sentBytes < job.file.size) return job.change({ stage: 'uploading', sentBytes, speed: meter.measure(sentBytes) })
        watch.end()
        if (job.upload().stage === 'verifying') return
        job.change({ stage: 'verifying', sentBytes, speed: null, hint: null })
        void watchPublishing(job, imageId, answered.signal)
      },
      onConfirmed: (bytes) => {
        confirmed = bytes
      },
    })
  } catch (error) {
    // Sent is not received: what the server has refused it does not have.
    if (isProblem(error) && !job.signal.aborted) job.change({ sentBytes: confirmed })
    throw error
  } finally {
    watch.end()
    answered.abort()
  }
  await untilActive(job, imageId)
}

/** Calls off when the file changes under the upload: the browser would go on with whatever it finds there. */
function watchFile(job: Job): { signal: AbortSignal; end(): void } {
  const { file: mark } = job.upload()
  const changed = new AbortController()
  const timer = setInterval(async () => {
    if (!(await isIntact(job.file, mark))) changed.abort(new Error('The file has changed'))
  }, watchMs)
  return { signal: changed.signal, end: () => clearInterval(timer) }
}

async function makeImage(job: Job): Promise<string> {
  const room = await roomFor(job.file.size)
  if (room.short_of) throw new NoRoom(room)
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

async function rest(job: Job, error: unknown, pauseMs: number): Promise<void> {
  // A server that answers is not out of reach.
  job.change({ stage: isProblem(error) ? 'retrying' : 'offline', speed: null, retryAt: Date.now() + pauseMs })
  await waitOrOnline(pauseMs, job.signal)
}
