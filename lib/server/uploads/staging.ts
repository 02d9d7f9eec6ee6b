import { open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { readHead, writeAll } from '../stores/file-writes'
import { guarded } from '../stores/guarded'
import { slotBytes } from '../stores/slot-pool'

export interface StagedFile {
  /** In bytes: how far the upload is. */
  size: number
  /** When its last byte came. */
  modifiedAt: Date
}

/** The bytes of unfinished uploads: one file each, named by the upload's id. */
export interface Staging {
  readonly folder: string
  path(id: string): string
  find(id: string): Promise<StagedFile | undefined>
  ids(): Promise<string[]>
  /** Calls `work` with a writer that appends from `offset` on. */
  append<T>(id: string, offset: number, work: (write: (chunk: Uint8Array) => Promise<void>) => Promise<T>): Promise<T>
  head(id: string, bytes: number): Promise<Uint8Array>
  /** The bytes from `offset` on. Each piece is only good until the next is asked for. */
  read(id: string, offset: number): AsyncIterable<Uint8Array>
  /** Removing what is not there is no error. */
  remove(id: string): Promise<void>
}

/** Keeps staged files in `folder`, which exists. */
export function createStaging(folder: string): Staging {
  const path = (id: string) => join(folder, id)
  return {
    folder,
    path,
    find: (id) =>
      guarded(async () => {
        const found = await stat(path(id)).catch(ignoreMissing)
        return found && { size: found.size, modifiedAt: found.mtime }
      }),
    ids: () => guarded(() => readdir(folder)),
    append: (id, offset, work) =>
      guarded(async () => {
        const file = await open(path(id), 'r+')
        let position = offset
        try {
          return await work((chunk) =>
            guarded(async () => {
              await writeAll(file, chunk, position)
              position += chunk.length
            }),
          )
        } finally {
          await file.close()
        }
      }),
    head: (id, bytes) =>
      guarded(async () => {
        const file = await open(path(id), 'r')
        try {
          return await readHead(file, bytes)
        } finally {
          await file.close()
        }
      }),
    read: (id, offset) => readFrom(path(id), offset),
    remove: (id) => guarded(() => rm(path(id), { force: true })),
  }
}

async function* readFrom(path: string, offset: number): AsyncIterable<Uint8Array> {
  const file = await guarded(() => open(path, 'r'))
  const buffer = Buffer.allocUnsafeSlow(slotBytes)
  try {
    for (let position = offset; ; ) {
      const { bytesRead } = await guarded(() => file.read(buffer, 0, buffer.length, position))
      if (bytesRead === 0) return
      position += bytesRead
      yield buffer.subarray(0, bytesRead)
    }
  } finally {
    await file.close()
  }
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
