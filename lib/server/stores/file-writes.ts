import { type FileHandle, open } from 'node:fs/promises'

/** Writes all of `chunk` at `position`: the system may take less at once, as it does just before a disk is full. */
export async function writeAll(file: FileHandle, chunk: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < chunk.length; ) {
    const { bytesWritten } = await file.write(chunk, done, chunk.length - done, position + done)
    done += bytesWritten
  }
}

/** The first bytes of a file, at most `bytes`. */
export async function readHead(file: FileHandle, bytes: number): Promise<Uint8Array> {
  const { size } = await file.stat()
  const head = new Uint8Array(Math.min(size, bytes))
  let done = 0
  while (done < head.length) {
    const { bytesRead } = await file.read(head, done, head.length - done, done)
    if (bytesRead === 0) break
    done += bytesRead
  }
  return head.subarray(0, done)
}

/** Makes a file's name, not only its bytes, survive a loss of power. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
