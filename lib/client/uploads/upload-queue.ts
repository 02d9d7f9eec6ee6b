import type { ChosenFile } from './chosen-files'
import { mayReadAgain, readAgain } from './file-handle'
import { likenessOf, markFile } from './file-mark'
import { describeImage, removeImage } from './image-of-upload'
import { loadTransfer } from './load-transfer'
import { randomId } from './random-id'
import { sendUpload } from './send-upload'
import { createShelving } from './shelving'
import { hasTabLocks, isSentElsewhere, whenReleased, withTabLock } from './tab-lock'
import type { TabLine, TabNews } from './tab-news'
import { isRunning, type Upload, type UploadForm, type UploadRecord } from './upload'
import type { UploadShelf } from './upload-shelf'
import { createUploadTable } from './upload-table'

export interface NewUpload {
  file: File
  handle: FileSystemFileHandle | null
  form: UploadForm
  /** A queued image that the file is for; null makes a new image. */
  imageId: string | null
}

export interface QueueOptions {
  shelf: UploadShelf
  tabs: TabLine
  project: { id: string; name: string }
  /** An image that was made for an upload has gone with it. */
  onImageRemoved(): void
}

export type UploadQueue = ReturnType<typeof createUploadQueue>

/** More at once only share the same line. */
const atOnce = 3

/** Every upload of this browser, kept beyond reloads. For `useSyncExternalStore`: `subscribe` and `uploads`. */
export function createUploadQueue({ shelf, tabs, project, onImageRemoved }: QueueOptions) {
  const files = new Map<string, File>()
  const controllers = new Map<string, AbortController>()
  const runs = new Map<string, Promise<void>>()
  const shelving = createShelving(shelf)
  const table = createUploadTable(shelving)
  const { change, show } = table
  /** Uploads of which another tab will let go. */
  const awaited = new Set<string>()

  function start(id: string) {
    change(id, { stage: 'waiting', paused: false, waits: null, shortage: null, failure: null, hint: null, found: null })
    pump()
  }

  function pump() {
    for (const { id } of table.waiting().slice(0, Math.max(0, atOnce - controllers.size))) {
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
      upload: () => table.get(id) as Upload,
      isDiscarded: () => !table.has(id),
      change: (changes: Partial<Upload>) => change(id, changes),
    }
    const mine = file ? await withTabLock(id, () => sendForAllTabs({ ...job, file })) : true
    if (!file && !controller.signal.aborted) change(id, { stage: 'needsFile' })
    if (controllers.get(id) === controller) controllers.delete(id)
    if (!mine) leaveToOtherTab(id)
    else if (table.get(id)?.hint === 'fileGone') await lookAgain(id)
    pump()
  }

  async function sendForAllTabs(job: Parameters<typeof sendUpload>[0]): Promise<void> {
    const { id } = job.upload()
    tabs.say({ id, what: 'taken' })
    await sendUpload(job)
    // Who takes it over reads there how far it has come, and whether it may go on at all.
    await shelving.settled()
    tabs.say({ id, what: 'left' })
  }

  /** The file has changed, or is gone, since the page took hold of it: a handle may know better. */
  async function lookAgain(id: string): Promise<void> {
    files.delete(id)
    const handle = table.get(id)?.handle
    if (!handle || !(await mayReadAgain(handle))) return
    const file = await readAgain(handle)
    if (file) await adopt(id, { file, handle })
  }

  function leaveToOtherTab(id: string) {
    change(id, { stage: 'elsewhere', speed: null, retryAt: null })
    if (!hasTabLocks() || awaited.has(id)) return
    awaited.add(id)
    void whenReleased(id).then(() => {
      awaited.delete(id)
      return comeBack(id)
    })
  }

  /** Another tab sends it no more: perhaps it is done, or waits for something, or that tab was closed. */
  async function comeBack(id: string): Promise<void> {
    const record = (await shelf.all()).find((each) => each.id === id)
    if (!record) return drop(id)
    // What has stopped the other tab would stop this one as well.
    if (record.waits) return show(record, record.waits)
    await bring(record)
  }

  function heed({ id, what }: TabNews) {
    if (!table.has(id)) return
    if (what === 'gone') {
      stop(id)
      return drop(id)
    }
    if (controllers.has(id)) return
    if (what === 'taken') leaveToOtherTab(id)
    else if (!hasTabLocks()) void comeBack(id)
  }

  function drop(id: string) {
    table.drop(id)
    files.delete(id)
  }

  /** Puts a shelved upload back to where it can go on from. */
  async function bring(record: UploadRecord): Promise<void> {
    if (record.project.id !== project.id) return show(record, 'otherProject')
    if (record.failure !== null) return show(record, 'failed')
    if (record.waits === 'full') return show(record, 'full')
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
    tabs.listen(heed)
    for (const record of await shelf.all().catch(() => [])) if (!table.has(record.id)) await bring(record)
  }

  async function add({ file, handle, form, imageId }: NewUpload): Promise<void> {
    if (imageId) await describeImage(imageId, form)
    const record: UploadRecord = {
      ...{ id: randomId(), project, form, handle, imageId, imageIsOlder: imageId !== null },
      ...{ uploadUrl: null, sentBytes: 0, paused: false, waits: null, shortage: null, failure: null, createdAt: Date.now() },
      file: await markFile(file),
    }
    files.set(record.id, file)
    await shelf.put(record).catch(() => undefined)
    show(record, 'waiting')
    pump()
  }

  /** Goes on with the file if it is the same; says so if it is another, or may have been changed. */
  async function adopt(id: string, chosen: ChosenFile): Promise<void> {
    const upload = table.get(id)
    if (!upload) return
    const likeness = await likenessOf(chosen.file, upload.file).catch(() => null)
    if (likeness === null) return change(id, { stage: 'needsFile', hint: 'fileGone' })
    if (likeness === 'other') return change(id, { stage: 'needsFile', hint: 'wrongFile' })
    if (likeness === 'changed')
      return change(id, { stage: 'changed', found: chosen, hint: null, failure: null, shortage: null, waits: null })
    files.set(id, chosen.file)
    change(id, { handle: chosen.handle ?? upload.handle })
    start(id)
  }

  /** Sends the changed file from its first byte, for the same image and with the same form. */
  async function restart(id: string): Promise<void> {
    const { found: chosen, uploadUrl } = table.get(id) ?? {}
    if (!chosen) return resume(id)
    // Nothing may go on from the bytes of the file as it was.
    if (uploadUrl) await terminate(uploadUrl)
    files.set(id, chosen.file)
    change(id, { file: await markFile(chosen.file), handle: chosen.handle, uploadUrl: null, sentBytes: 0 })
    start(id)
  }

  async function resume(id: string): Promise<void> {
    const upload = table.get(id)
    if (!upload) return
    if (files.has(id)) return start(id)
    const file = upload.handle && (await readAgain(upload.handle))
    if (file) return adopt(id, { file, handle: upload.handle })
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
    const upload = table.get(id)
    if (!upload) return
    stop(id)
    forget(id)
    if (upload.uploadUrl) await terminate(upload.uploadUrl)
    // Whoever looked when the row went has still seen the image.
    if (upload.imageId && !upload.imageIsOlder) await removeImage(upload.imageId).then(onImageRemoved, () => undefined)
    pump()
  }

  /** Takes a row off the list; nothing else. */
  function forget(id: string) {
    drop(id)
    shelving.remove(id)
    tabs.say({ id, what: 'gone' })
  }

  /** Takes the rows off the list that have nothing left to do: all, or those of one image. */
  function forgetFinished(imageId?: string) {
    for (const upload of table.all()) {
      if (upload.stage === 'active' && (!imageId || upload.imageId === imageId)) forget(upload.id)
    }
  }

  /** An image has gone, and with it whatever was still to be sent to it. */
  function forgetImage(imageId: string) {
    for (const { id, uploadUrl, stage } of table.all().filter((upload) => upload.imageId === imageId)) {
      stop(id)
      forget(id)
      if (uploadUrl && stage !== 'active') void terminate(uploadUrl)
    }
    pump()
  }

  return {
    subscribe: table.subscribe,
    uploads: table.all,
    anyRunning: () => table.all().some(isRunning),
    restore,
    add,
    adopt,
    restart,
    resume,
    pause,
    discard,
    forget,
    forgetFinished,
    forgetImage,
  }
}

/** Drops what the server holds of an unfinished upload, where it can be reached. */
async function terminate(uploadUrl: string): Promise<void> {
  await loadTransfer()
    .then((tus) => tus.terminate(uploadUrl))
    .catch(() => undefined)
}
