import { accessSync, constants, statfsSync } from 'node:fs'
import type { Check } from '../check'
import { fail, pass, Skipped } from '../finding'

const leastBytes = 100 * 1024 ** 2

/** The folders in which images are kept are there, can be written and have room. */
export const storeCheck: Check = {
  name: 'stores',
  about: 'service',
  async run({ folders }) {
    if (folders.length === 0) throw new Skipped('noStoreFolder', 'the configuration names no folder of images')
    const wrong = folders.flatMap((folder) => faultOf(folder) ?? [])
    const first = wrong[0]
    const evidence = Object.fromEntries(folders.map((folder) => [folder, freeSpace(folder)]))
    if (!first) return pass('The folders of images can be written.', evidence)
    const fix = { text: first.advice, lines: [`df -h ${first.folder}`, `ls -ld ${first.folder}`] }
    return fail(`${first.folder} ${first.fault}.`, evidence, { cause: 'storeFailing', fix })
  },
}

interface Fault {
  folder: string
  fault: string
  advice: string
}

function faultOf(folder: string): Fault | null {
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    const reason = error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'is not there' : 'cannot be written'
    return { folder, fault: reason, advice: 'Make the folder, or mount it, for the user that the service runs as.' }
  }
  if (bytesFree(folder) > leastBytes) return null
  return { folder, fault: 'has no room left', advice: 'Make room, or enlarge the file system.' }
}

function bytesFree(folder: string): number {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}

function freeSpace(folder: string): string | null {
  try {
    return `${(bytesFree(folder) / 1024 ** 3).toFixed(1)} GiB free`
  } catch {
    return null
  }
}
