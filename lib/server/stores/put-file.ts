import type { ByteStore } from './byte-store'
import { openFileSource } from './file-source'
import { isFileStore } from './file-store'
import { guarded } from './guarded'
import { bytesOf } from './source-bytes'

/**
 * Makes a complete file the object of `key`; answers its location. A file store in the same file system gives the bytes a
 * second name, any other store gets a copy. The file stays, so that whoever is interrupted can begin again.
 */
export async function putFile(store: ByteStore, file: string, key: string): Promise<string> {
  if (isFileStore(store)) return store.adopt(file, key)
  const pending = await store.begin(key)
  try {
    for await (const chunk of bytesOf(() => guarded(() => openFileSource(file)))) await pending.write(chunk)
  } catch (error) {
    await pending.discard()
    throw error
  }
  return pending.commit()
}
