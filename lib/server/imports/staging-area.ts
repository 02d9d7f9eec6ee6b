import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { copyFile, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { headBytes } from '@/lib/contract/inspect/inspect-head'
import type { Config } from '../config'
import { ConfigError } from '../config-file'
import { openFileSource } from '../stores/file-source'
import { readHead, syncFolder, writeAll } from '../stores/file-writes'
import { guarded } from '../stores/guarded'
import { inOrder, takeIn } from '../stores/intake'
import type { SlotPool } from '../stores/slot-pool'
import { bytesOf } from '../stores/source-bytes'

export interface StagedBytes {
  /** In bytes. */
  size: number
  /** The first bytes, at most 4 MiB. */
  head: Uint8Array
}

export interface StageOptions {
  /** More bytes than this are `tooLarge`. */
  sizeCap: number
  signal: AbortSignal
}

/** Where data wait for their import: one file for an image, named by its id. */
export interface StagingArea {
  /** Takes all bytes in, or leaves nothing; answers how many there are. What was staged before is replaced. */
  receive(imageId: string, bytes: AsyncIterable<Uint8Array>, options: StageOptions): Promise<number>
  /** Replaces what is staged by what `make` writes to the path that it is given. */
  replace(imageId: string, make: (from: string, to: string) => Promise<void>): Promise<void>
  path(imageId: string): string
  /** Null where nothing is staged. */
  size(imageId: string): Promise<number | null>
  inspect(imageId: string): Promise<StagedBytes>
  /** Each piece is only good until the next is asked for. */
  read(imageId: string): AsyncIterable<Uint8Array>
  /** Removing what is not there is no error. */
  remove(imageId: string): Promise<void>
  ids(): Promise<string[]>
  /** Removes what interrupted writes have left; only before the first of this process. */
  removeIncoming(): Promise<void>
}

/** The folder that the configuration names: of the reserved store where there are several, else `node_staging_uri`. */
export function stagingFolder(config: Config): string {
  const { node_staging_uri, enabled_backends } = config.DEFAULT
  if (enabled_backends.length > 0)
    return config.os_glance_staging_store.filesystem_store_datadir || join(config.dataFolder, 'os_glance_staging_store')
  if (node_staging_uri === '') return join(config.dataFolder, 'staging')
  if (!URL.canParse(node_staging_uri) || !node_staging_uri.startsWith('file:'))
    throw new ConfigError(`[DEFAULT] node_staging_uri must be a file:// URI, found "${node_staging_uri}"`)
  return fileURLToPath(node_staging_uri)
}

/** Where what replaces staged data is made: of the reserved store where there are several, else `[task] work_dir`; empty for the area itself. */
export function workFolder({ DEFAULT, os_glance_tasks_store, task }: Config): string {
  const reserved = DEFAULT.enabled_backends.length > 0 ? os_glance_tasks_store.filesystem_store_datadir : ''
  return reserved || task.work_dir
}

/** Opens the area, which makes what replaces staged data in the work folder; a folder that cannot be made is a ConfigError. */
export function createStagingArea(folder: string, slots: SlotPool, workIn = ''): StagingArea {
  const incoming = openIncoming(folder)
  const working = workIn === '' ? incoming : openIncoming(workIn)
  const path = (imageId: string) => join(folder, imageId)

  async function put(imageId: string, within: string, make: (to: string) => Promise<void>) {
    const name = `${imageId}.${randomUUID()}`
    const made = join(within, name)
    const temporary = join(incoming, name)
    try {
      await make(made)
      if (made !== temporary) await move(made, temporary)
      await rename(temporary, path(imageId))
      await syncFolder(folder)
    } catch (error) {
      for (const file of [made, temporary]) await rm(file, { force: true })
      throw error
    }
  }

  return {
    path,
    receive: (imageId, bytes, options) =>
      guarded(async () => {
        let size = 0
        await put(imageId, incoming, async (to) => {
          size = await write(to, bytes, { ...options, slots })
        })
        return size
      }),
    replace: (imageId, make) => guarded(() => put(imageId, working, (to) => make(path(imageId), to))),
    size: (imageId) => guarded(async () => (await stat(path(imageId)).catch(ignoreMissing))?.size ?? null),
    inspect: (imageId) =>
      guarded(async () => {
        const file = await open(path(imageId), 'r')
        try {
          return { size: (await file.stat()).size, head: await readHead(file, headBytes) }
        } finally {
          await file.close()
        }
      }),
    read: (imageId) => bytesOf(() => guarded(() => openFileSource(path(imageId)))),
    remove: (imageId) => guarded(() => rm(path(imageId), { force: true })),
    ids: () => guarded(async () => (await readdir(folder)).filter((name) => !name.startsWith('.'))),
    removeIncoming: () =>
      guarded(async () => {
        for (const within of new Set([incoming, working]))
          for (const name of await readdir(within)) await rm(join(within, name), { force: true })
      }),
  }
}

function openIncoming(folder: string): string {
  const incoming = join(folder, '.incoming')
  try {
    mkdirSync(incoming, { recursive: true, mode: 0o750 })
    return incoming
  } catch (error) {
    throw new ConfigError(`the staging folder ${folder} cannot be made: ${(error as Error).message}`)
  }
}

/** Also from one file system to another. */
async function move(from: string, to: string): Promise<void> {
  try {
    await rename(from, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error
    await copyFile(from, to)
    await rm(from)
  }
}

async function write(
  path: string,
  bytes: AsyncIterable<Uint8Array>,
  { slots, sizeCap, signal }: StageOptions & { slots: SlotPool },
) {
  const file = await open(path, 'wx')
  let position = 0
  const append = inOrder((chunk) =>
    guarded(async () => {
      await writeAll(file, chunk, position)
      position += chunk.length
    }),
  )
  try {
    const size = await takeIn(bytes, {
      slots,
      limit: sizeCap,
      signal,
      consume: (slot, length) => append(slot.bytes.subarray(0, length)),
    })
    await file.sync()
    return size
  } finally {
    await file.close()
  }
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
