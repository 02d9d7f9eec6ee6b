import { constants } from 'node:fs'
import { access, stat, statfs } from 'node:fs/promises'
import { Problem } from '@/lib/contract/problem'
import { guarded } from './guarded'

/** How much room there is. */
export interface Capacity {
  totalBytes: number
  /** What an unprivileged process may still write. */
  freeBytes: number
}

/** The room of folders; those in one file system share it. `storeUnavailable` where one of them cannot be written. */
export async function capacityOf(folders: readonly string[]): Promise<Capacity> {
  const devices = new Map(await Promise.all(folders.map(async (folder) => [await deviceOf(folder), folder] as const)))
  const rooms = await guarded(() => Promise.all([...devices.values()].map((folder) => statfs(folder))))
  return {
    totalBytes: rooms.reduce((sum, { blocks, bsize }) => sum + blocks * bsize, 0),
    freeBytes: rooms.reduce((sum, { bavail, bsize }) => sum + bavail * bsize, 0),
  }
}

async function deviceOf(folder: string): Promise<number> {
  try {
    await access(folder, constants.W_OK)
    return (await stat(folder)).dev
  } catch (cause) {
    throw new Problem('storeUnavailable', `The folder ${folder} is not there, or cannot be written.`, { cause })
  }
}
