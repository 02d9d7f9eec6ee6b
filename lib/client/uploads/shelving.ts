import type { Upload, UploadRecord } from './upload'
import type { UploadShelf } from './upload-shelf'

const shelveEveryMs = 2000

/** Writes uploads to the shelf when something about them has changed that counts, and their progress now and then. */
export function createShelving(shelf: UploadShelf) {
  const shelvedAt = new Map<string, number>()
  let last: Promise<void> = Promise.resolve()

  /** One after the other. A browser that keeps nothing sends all the same. */
  function write(step: () => Promise<void>) {
    last = last.then(step).catch(() => undefined)
  }

  function put(upload: Upload) {
    shelvedAt.set(upload.id, Date.now())
    write(() => shelf.put(recordOf(upload)))
  }

  return {
    note(before: Upload, after: Upload) {
      if (after.stage === 'active') return write(() => shelf.remove(after.id))
      // The server knows better than the shelf how far an upload has come.
      const weighty = recordKeys.some((key) => key !== 'sentBytes' && before[key] !== after[key])
      const due = Date.now() - (shelvedAt.get(after.id) ?? 0) > shelveEveryMs
      if (weighty || due) put(after)
    },
    remove: (id: string) => write(() => shelf.remove(id)),
    /** Fulfilled when everything that was noted is on the shelf. */
    settled: () => last,
  }
}

const recordKeys = [
  ...(['id', 'project', 'form', 'file', 'handle', 'imageId', 'imageIsOlder', 'uploadUrl'] as const),
  ...(['sentBytes', 'paused', 'waits', 'shortage', 'failure', 'createdAt'] as const),
] satisfies (keyof UploadRecord)[]

function recordOf(upload: Upload): UploadRecord {
  return Object.fromEntries(recordKeys.map((key) => [key, upload[key]])) as unknown as UploadRecord
}
