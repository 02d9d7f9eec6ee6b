import { randomUUID } from 'node:crypto'
import { constants, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { copyFile, type FileHandle, link, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { Problem } from '@/lib/contract/problem'
import { ConfigError } from '../config-file'
import type { ByteStore, PendingObject } from './byte-store'
import { capacityOf } from './capacity'
import { openFileSource } from './file-source'
import { readHead, syncFolder, writeAll } from './file-writes'
import { guarded } from './guarded'

export interface FileStoreOptions {
  id: string
  /** The section of the configuration that describes the store. */
  section: string
  /** The option that names the folder; `filesystem_store_datadir` unless given. */
  option?: string
  folder: string
  /** `filesystem_store_file_perm` as it is written, such as 640; 0 leaves them to the process's umask. */
  permissions: number
}

/** Images as files `<folder>/<image id>`, as Glance lays them out. */
export interface FileStore extends ByteStore {
  /** Makes a complete file the object of `key`, without a copy in the same file system; the file keeps its own name too. */
  adopt(file: string, key: string): Promise<string>
  /** Where unfinished uploads are kept: in the same file system, so that finishing one copies nothing. */
  readonly uploadsFolder: string
  /** What could be images: every object, and what strangers put beside them. */
  objects(): Promise<FileObject[]>
  /** Removes what interrupted writes have left. Without an age: all of it, so only before the first write of this process. */
  removeIncoming(olderThanMs?: number): Promise<void>
}

export interface FileObject {
  key: string
  location: string
}

/** A file store of one folder, where an object can only be in one place. */
export interface FolderStore extends FileStore {
  location(key: string): string
}

const scheme = 'file://'

/** Whether a store keeps its objects as files of this machine. */
export function isFileStore(store: ByteStore): store is FileStore {
  return 'adopt' in store
}

/** Opens the store; a folder that cannot be written is a ConfigError. */
export function createFileStore({ id, section, option, folder: configured, permissions }: FileStoreOptions): FolderStore {
  const folder = resolve(configured)
  const own = join(folder, '.vitrine')
  const incoming = join(own, 'incoming')
  const uploadsFolder = join(own, 'uploads')
  const mode = readMode(section, permissions)
  prepare(`[${section}] ${option ?? 'filesystem_store_datadir'}`, [incoming, uploadsFolder])

  const location = (key: string) => `${scheme}${objectPath(folder, key)}`
  const temporary = (key: string) => join(incoming, `${key}.${randomUUID()}`)

  async function publish(file: FileHandle, path: string, key: string): Promise<string> {
    if (mode) await file.chmod(mode)
    await file.sync()
    await file.close()
    await rename(path, objectPath(folder, key))
    await syncFolder(folder)
    return location(key)
  }

  return {
    id,
    uploadsFolder,
    location,
    begin: (key) =>
      guarded(async () => {
        objectPath(folder, key)
        const path = temporary(key)
        const file = await open(path, 'wx+')
        return pendingFile(file, path, () => publish(file, path, key))
      }),
    owns: (at) => at.startsWith(scheme) && dirname(resolve(at.slice(scheme.length))) === folder,
    size: (at) => guarded(async () => (await stat(pathOf(folder, at))).size),
    open: (at, range) => guarded(() => openFileSource(pathOf(folder, at), range)),
    remove: (at) => guarded(() => rm(pathOf(folder, at), { force: true })),
    adopt: (file, key) =>
      guarded(async () => {
        const path = temporary(key)
        await duplicate(file, path)
        const object = await open(path, 'r+')
        const published = await discardOnFailure(path, () => publish(object, path, key), object)
        // Renaming a name onto another of the same bytes, left by an attempt before this one, does nothing at all.
        await rm(path, { force: true })
        return published
      }),
    capacity: () => capacityOf([folder]),
    objects: () =>
      guarded(async () => {
        const names = (await readdir(folder)).filter((name) => !name.startsWith('.'))
        return names.map((key) => ({ key, location: `${scheme}${join(folder, key)}` }))
      }),
    removeIncoming: (olderThanMs) =>
      guarded(async () => {
        for (const name of await readdir(incoming)) {
          const path = join(incoming, name)
          if (olderThanMs === undefined || (await isUntouched(path, olderThanMs))) await rm(path, { force: true })
        }
      }),
  }
}

function pendingFile(file: FileHandle, path: string, publish: () => Promise<string>): PendingObject {
  let position = 0
  return {
    write: (chunk) =>
      guarded(async () => {
        await writeAll(file, chunk, position)
        position += chunk.length
      }),
    head: (bytes) => guarded(() => readHead(file, bytes)),
    commit: () => guarded(() => discardOnFailure(path, publish, file)),
    discard: () =>
      guarded(async () => {
        await file.close()
        await rm(path, { force: true })
      }),
  }
}

async function discardOnFailure<T>(path: string, step: () => Promise<T>, file?: FileHandle): Promise<T> {
  try {
    return await step()
  } catch (error) {
    await file?.close().catch(() => undefined)
    await rm(path, { force: true })
    throw error
  }
}

/** What `link` fails with where a second name cannot be had: another file system, or one without hard links. */
const linkless = ['EPERM', 'ENOTSUP', 'EMLINK', 'EXDEV']

/** A second name of the same bytes; a copy where that cannot be. */
async function duplicate(file: string, path: string): Promise<void> {
  try {
    await link(file, path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (!linkless.includes(code ?? '')) throw error
    await discardOnFailure(path, () => copyFile(file, path, constants.COPYFILE_FICLONE))
  }
}

async function isUntouched(path: string, ms: number): Promise<boolean> {
  const { mtimeMs } = await stat(path)
  return mtimeMs + ms < Date.now()
}

function objectPath(folder: string, key: string): string {
  if (!/^[\w-]+$/.test(key)) throw new Problem('notFound', `${key} is not a name of image data in the file store.`)
  return join(folder, key)
}

/** The file of a location; one that lies outside the store's folder is not the store's. */
function pathOf(folder: string, location: string): string {
  const path = location.startsWith(scheme) ? resolve(location.slice(scheme.length)) : ''
  const inside = path && relative(folder, path)
  if (!inside || inside.startsWith('.') || inside.startsWith(sep))
    throw new Problem('notFound', 'The location is not one of the file store.', { cause: new Error(location) })
  return path
}

function readMode(section: string, permissions: number): number {
  if (/^[0-7]{1,3}$/.test(String(permissions))) return Number.parseInt(String(permissions), 8)
  throw new ConfigError(`[${section}] filesystem_store_file_perm must be an octal number from 0 to 777, found ${permissions}`)
}

function prepare(name: string, folders: string[]) {
  for (const folder of folders) {
    const probe = join(folder, `.probe-${process.pid}`)
    try {
      mkdirSync(folder, { recursive: true, mode: 0o750 })
      writeFileSync(probe, '')
      rmSync(probe)
    } catch (error) {
      throw new ConfigError(`${name}: the folder ${folder} cannot be written: ${(error as Error).message}`)
    }
  }
}
