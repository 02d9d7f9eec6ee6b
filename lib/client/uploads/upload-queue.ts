import { mayReadAgain, readAgain } from './file-handle'
import { isSameFile, markFile } from './file-mark'
import { describeImage, removeImage } from './image-of-upload'
import { loadTransfer } from './load-transfer'
import { randomId } from './random-id'
import { sendUpload } from './send-upload'
import { isSentElsewhere, whenReleased, withTabLock } from './tab-lock'
import { isRunning, type Upload, type UploadForm, type UploadRecord, type UploadStage } from './upload'
import type { UploadShelf } from './upload-shelf'

export interface NewUpload {
  file: File
  handle: FileSystemFileHandle | null
  form: UploadForm
  /** A queued image that the file is for; null makes a new image. */
  imageId: string | null
}

export interface QueueOptions {
  shelf: UploadShelf
  project: { id: string; name: string }
}

export type UploadQueue = ReturnType<typeof createUploadQueue>

/** More at once only share the same line. */
const atOnce = 3
const shelveEveryMs = 2000

/** Every upload of this browser, kept beyond reloads. For `useSyncExternalStore`: `subscribe` and `uploads`. */
export function createUploadQueue({ shelf, project }: QueueOptions) {
  const byId = new Map<string, Upload>()
  const files = new Map<string, File>()
  const controllers = new Map<string, AbortController>()
  const runs = new Map<string, Promise<void>>()
  const shelvedAt = new Map<string, number>()
  const listeners = new Set<() => void>()
  let snapshot: readonly Upload[] = []

  function publish() {
    snapshot = [...byId.values()].sort((a, b) => b.createdAt - a.createdAt)
    for (const listener of listeners) listener()
  }

  function change(id: string, changes: Partial<Upload>) {
    const before = byId.get(id)
    if (!before) return
    const after = { ...before, ...changes }
    byId.set(id, after)
    shelve(before, after)
    publish()
  }

  /** Progress alone is written now and then: the server knows better how far it has come. */
  function shelve(before: Upload, after: Upload) {
    if (after.stage === 'active') return void shelf.remove(after.id).catch(() => undefined)
    const weighty = recordKeys.some((key) => key !== 'sentBytes' && before[key] !== after[key])
    const due = Date.now() - (shelvedAt.get(after.id) ?? 0) > shelveEveryMs
    if (!weighty && !due) return
    shelvedAt.set(after.id, Date.now())
    void shelf.put(recordOf(after)).catch(() => undefined)
  }

  function show(record: UploadRecord, stage: UploadStage) {
    byId.set(record.id, { ...record, stage, speed: null, retryAt: null, hint: null })
    publish()
  }

  function start(id: string) {
    change(id, { stage: 'waiting', paused: false, failure: null, hint: null })
    pump()
  }

  function pump() {
    const waiting = [...byId.values()].filter(({ stage }) => stage === 'waiting')
    for (const { id } of waiting.slice(0, Math.max(0, atOnce - controllers.size))) {
      // The run that a pause has just ended still holds the lock for a moment.
      const ended = runs.get(id) ?? Promise.resolve()
      const controller = new AbortController()
      controllers.set(id, controller)
      change(id, { stage: 'starting' })
      const run = ended.then(() => send(id, controller))
      runs.set(id, run)
    }
  }

  async function send(id: string, controller: AbortController): Promise<void> {
    const file = files.get(id)
    const job = {
      signal: controller.signal,
      upload: () => byId.get(id) as Upload,
      isDiscarded: () => !byId.has(id),
      change: (changes: Partial<Upload>) => change(id, changes),
    }
    const mine = file ? await withTabLock(id, () => sendUpload({ ...job, file })) : true
    if (!file && !controller.signal.aborted) change(id, { stage: 'needsFile' })
    if (controllers.get(id) === controller) controllers.delete(id)
    if (!mine) leaveToOtherTab(id)
    pump()
  }

  function leaveToOtherTab(id: string) {
    change(id, { stage: 'elsewhere' })
    void whenReleased(id).then(async () => {
      const record = (await shelf.all()).find((each) => each.id === id)
      if (record) return bring(record)
      byId.delete(id)
      publish()
    })
  }

  /** Puts a shelved upload back to where it can go on from. */
  async function bring(record: UploadRecord): Promise<void> {
    if (record.project.id !== project.id) return show(record, 'otherProject')
    if (record.failure !== null) return show(record, 'failed')
    if (await isSentElsewhere(record.id)) {
      show(record, 'elsewhere')
      return leaveToOtherTab(record.id)
    }
    if (!record.handle) return show(record, 'needsFile')
    if (!(await mayReadAgain(record.handle))) return show(record, 'needsPermission')
    show(record, 'paused')
    if (!record.paused) await resume(record.id)
  }

  async function restore(): Promise<void> {
    for (const record of await shelf.all().catch(() => [])) if (!byId.has(record.id)) await bring(record)
  }

  async function add({ file, handle, form, imageId }: NewUpload): Promise<void> {
    if (imageId) await describeImage(imageId, form)
    const record: UploadRecord = {
      ...{ id: randomId(), project, form, handle, imageId, imageIsOlder: imageId !== null },
      ...{ uploadUrl: null, sentBytes: 0, paused: false, failure: null, createdAt: Date.now() },
      file: await markFile(file),
    }
    files.set(record.id, file)
    await shelf.put(record).catch(() => undefined)
    show(record, 'waiting')
    pump()
  }

  /** Goes on with the file if it is the same; says so if it is not. */
  async function adopt(id: string, file: File): Promise<void> {
    const upload = byId.get(id)
    if (!upload) return
    if (!(await isSameFile(file, upload.file))) return change(id, { stage: 'needsFile', hint: 'wrongFile' })
    files.set(id, file)
    start(id)
  }

  async function resume(id: string): Promise<void> {
    const upload = byId.get(id)
    if (!upload) return
    if (files.has(id)) return start(id)
    const file = upload.handle && (await readAgain(upload.handle))
    if (file) return adopt(id, file)
    change(id, { stage: 'needsFile', handle: null, failure: null })
  }

  function pause(id: string) {
    stop(id)
    change(id, { stage: 'paused', paused: true, speed: null, retryAt: null })
  }

  function stop(id: string) {
    controllers.get(id)?.abort(new Error('Paused'))
    controllers.delete(id)
  }

  /** Drops an upload with what the server has of it, and the image that was made for it. */
  async function discard(id: string): Promise<void> {
    const upload = byId.get(id)
    if (!upload) return
    stop(id)
    forget(id)
    if (upload.uploadUrl) await terminate(upload.uploadUrl)
    if (upload.imageId && !upload.imageIsOlder) await removeImage(upload.imageId).catch(() => undefined)
    pump()
  }

  /** Takes a row off the list; nothing else. */
  function forget(id: string) {
    byId.delete(id)
    files.delete(id)
    void shelf.remove(id).catch(() => undefined)
    publish()
  }

  /** Takes the rows off the list that have nothing left to do: all, or those of one image. */
  function forgetFinished(imageId?: string) {
    for (const upload of snapshot) {
      if (upload.stage === 'active' && (!imageId || upload.imageId === imageId)) forget(upload.id)
    }
  }

  /** An image has gone, and with it whatever was still to be sent to it. */
  function forgetImage(imageId: string) {
    for (const { id, uploadUrl, stage } of snapshot.filter((upload) => upload.imageId === imageId)) {
      stop(id)
      forget(id)
      if (uploadUrl && stage !== 'active') void terminate(uploadUrl)
    }
    pump()
  }

  return {
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    uploads: () => snapshot,
    anyRunning: () => snapshot.some(isRunning),
    restore,
    add,
    adopt,
    resume,
    pause,
    discard,
    forget,
    forgetFinished,
    forgetImage,
  }
}

const recordKeys = [
  ...(['id', 'project', 'form', 'file', 'handle', 'imageId', 'imageIsOlder', 'uploadUrl'] as const),
  ...(['sentBytes', 'paused', 'failure', 'createdAt'] as const),
] satisfies (keyof UploadRecord)[]

function recordOf(upload: Upload): UploadRecord {
  return Object.fromEntries(recordKeys.map((key) => [key, upload[key]])) as unknown as UploadRecord
}

/** Drops what the server holds of an unfinished upload, where it can be reached. */
async function terminate(uploadUrl: string): Promise<void> {
  await loadTransfer()
    .then((tus) => tus.terminate(uploadUrl))
    .catch(() => undefined)
}
