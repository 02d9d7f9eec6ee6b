import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ImageApi, startImageApi } from './image-api'
import { twoStoresConfig } from './two-stores-config'

export interface SeveralStores {
  api: ImageApi
  /** Where a file store keeps an image. */
  fileOf(store: 'fast' | 'slow', imageId: string): string
  stop(): Promise<void>
}

/** The Image API with the file stores `fast` (the default) and `slow`, and `web` to read from; `more` is added to the file. */
export async function startSeveralStores(more: { defaults?: string; sections?: string } = {}): Promise<SeveralStores> {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-several-'))
  const file = join(folder, 'glance-api.conf')
  writeFileSync(file, twoStoresConfig({ folder, second: 'slow', others: ['web:http'], ...more }))
  const api = await startImageApi(['--config-file', file])
  return {
    api,
    fileOf: (store, imageId) => join(folder, store, imageId),
    async stop() {
      await api.stop()
      rmSync(folder, { recursive: true })
    },
  }
}
