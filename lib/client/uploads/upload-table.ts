import type { createShelving } from './shelving'
import type { Upload, UploadRecord, UploadStage } from './upload'

/** The uploads that this page knows, the newest first, and who listens to them. What changes goes to the shelf as well. */
export function createUploadTable(shelving: ReturnType<typeof createShelving>) {
  const byId = new Map<string, Upload>()
  const listeners = new Set<() => void>()
  let snapshot: readonly Upload[] = []

  function publish() {
    snapshot = [...byId.values()].sort((a, b) => b.createdAt - a.createdAt)
    for (const listener of listeners) listener()
  }

  return {
    get: (id: string) => byId.get(id),
    has: (id: string) => byId.has(id),
    /** In the order in which they came. */
    waiting: () => [...byId.values()].filter(({ stage }) => stage === 'waiting'),
    /** The same array until something changes. */
    all: () => snapshot,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    change(id: string, changes: Partial<Upload>) {
      const before = byId.get(id)
      if (!before) return
      const after = { ...before, ...changes }
      byId.set(id, after)
      shelving.note(before, after)
      publish()
    },
    /** Shows what the shelf has of an upload. */
    show(record: UploadRecord, stage: UploadStage) {
      byId.set(record.id, { ...record, stage, speed: null, retryAt: null, hint: null, found: null })
      publish()
    },
    drop(id: string) {
      byId.delete(id)
      publish()
    },
  }
}
