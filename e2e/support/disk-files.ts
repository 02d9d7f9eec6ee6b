import { execFileSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { closeSync, createReadStream, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

const mib = 1024 * 1024

/** A qcow2 file that holds `contentMib` of random bytes; its path. */
export function makeQcow2(folder: string, name: string, contentMib: number): string {
  const raw = join(folder, `${name}.raw`)
  const path = join(folder, name)
  writeRandom(raw, contentMib)
  execFileSync('qemu-img', ['convert', '-f', 'raw', '-O', 'qcow2', raw, path])
  rmSync(raw)
  return path
}

function writeRandom(path: string, contentMib: number) {
  const file = openSync(path, 'w')
  for (let i = 0; i < contentMib; i++) writeSync(file, randomBytes(mib))
  closeSync(file)
}

export async function sha512(path: string): Promise<string> {
  const hash = createHash('sha512')
  for await (const chunk of createReadStream(path)) hash.update(chunk)
  return hash.digest('hex')
}
