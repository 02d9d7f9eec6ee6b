import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import * as view from '@/app/api/uploads/[uploadId]/route'
import * as room from '@/app/api/uploads/room/route'
import * as list from '@/app/api/uploads/route'
import * as upload from '@/app/uploads/[uploadId]/route'
import * as uploads from '@/app/uploads/route'
import { Problem } from '@/lib/contract/problem'
import { loadConfig } from '@/lib/server/config'
import { type Database, openDatabase } from '@/lib/server/db/database'
import { migrate } from '@/lib/server/db/migrate'
import { createGateway } from '@/lib/server/gateway'
import type { Image } from '@/lib/server/images/image'
import { createWebConnector } from '@/lib/server/imports/web-connector'
import { listen, ownAddress } from '@/lib/server/listen'
import { createStaticQuotas } from '@/lib/server/quota/static-quotas'
import { recover } from '@/lib/server/recovery'
import type { Services } from '@/lib/server/services'
import type { ReceivedBytes, StoredData } from '@/lib/server/stores/image-data'
import { openStores } from '@/lib/server/stores/open-stores'
import { type Stores, startStores } from '@/lib/server/stores/start-stores'
import type { StoreRegistry } from '@/lib/server/stores/store-registry'
import { startUploads, type Uploads } from '@/lib/server/uploads/start-uploads'
import type { UploadImages } from '@/lib/server/uploads/upload-images'

/** Images in memory, with the states and refusals that the image service has. */
export class RememberedImages implements UploadImages {
  readonly states = new Map<string, 'queued' | 'saving' | 'active'>()
  readonly stored = new Map<string, StoredData>()
  /** What the bytes are refused with, if at all. */
  refusal: Problem | undefined
  /** Runs before an image becomes active. */
  beforeActive: () => Promise<void> = async () => undefined

  async authorizeUpload(_: unknown, id: string): Promise<Image> {
    const state = this.states.get(id)
    if (!state) throw new Problem('notFound', `No image ${id}`)
    if (state !== 'queued') throw new Problem('conflict', `Image ${id} is ${state}`)
    return { id } as Image
  }

  async activate(id: string, store: Parameters<UploadImages['activate']>[1]): Promise<Image> {
    const image = await this.authorizeUpload(null, id)
    this.states.set(id, 'saving')
    try {
      this.stored.set(id, await store(image, (received) => this.accept(received)))
      await this.beforeActive()
      this.states.set(id, 'active')
      return image
    } catch (error) {
      this.states.set(id, 'queued')
      this.stored.delete(id)
      throw error
    }
  }

  accept(_: ReceivedBytes) {
    if (this.refusal) throw this.refusal
  }

  async exists(id: string) {
    return this.states.has(id)
  }

  async hasData(id: string) {
    return this.states.has(id) ? this.states.get(id) === 'active' : null
  }

  async locationsOf(id: string) {
    const state = this.states.get(id)
    if (!state) return null
    const url = this.stored.get(id)?.location ?? `file:///elsewhere/${id}`
    return state === 'active' ? [{ id: 1, url, metadata: {}, status: 'active' }] : []
  }

  async recoverInterrupted() {
    const interrupted = [...this.states].filter(([, state]) => state === 'saving').map(([id]) => id)
    for (const id of interrupted) this.states.set(id, 'queued')
    return interrupted
  }
}

export interface UploadSettings {
  upload_expiry?: number
  datadir?: string
  /** How many bytes a project may have in all; any number unless given. */
  quota?: number
  /** Other stores than the file store of `datadir`. */
  registry?: StoreRegistry
}

export interface UploadServer {
  url: string
  folder: string
  images: RememberedImages
  uploads: Uploads
  stores: Stores
  /** What lies in the staging folder. */
  staged(): string[]
  /** Stops and starts again on the same folder; forgets what a process forgets. */
  restart(): Promise<void>
  stop(): Promise<void>
}

/** The real gateway, routes, database and store for uploads, before images in memory. A token is its project's name. */
export async function startUploadServer(settings: UploadSettings = {}): Promise<UploadServer> {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-uploads-'))
  const loaded = loadConfig([], { VITRINE_DATA: folder })
  const config = {
    ...loaded,
    DEFAULT: { ...loaded.DEFAULT, bind_port: 0, image_size_cap: 64 * 1024 * 1024 },
    vitrine: { ...loaded.vitrine, upload_expiry: settings.upload_expiry ?? 3600 },
    glance_store: { ...loaded.glance_store, filesystem_store_datadir: settings.datadir ?? join(folder, 'images') },
  }
  const images = new RememberedImages()
  const log = pino({ level: 'silent' })

  async function start() {
    const database: Database = openDatabase(config.database.connection)
    await migrate(database)
    const stores = startStores(config, settings.registry ?? openStores(config, createWebConnector(config.import_filtering_opts)))
    const expirySeconds = config.vitrine.upload_expiry
    const quotas = createStaticQuotas({ storedBytes: async () => 0 }, settings.quota ?? 0)
    const options = { ...stores, db: database.db, images, quotas, log, expirySeconds, sizeCap: config.DEFAULT.image_size_cap }
    const started = startUploads(options)
    const policy = { isAdmin: () => false }
    const quiet = { record: () => undefined }
    const served = {
      config,
      log,
      policy,
      refusals: quiet,
      audit: quiet,
      tokens: projectTokens,
      identityUri: '',
      uploads: started,
    }
    globalThis.vitrineServices = served as unknown as Services
    await recover({ images, uploads: started, stores: stores.registry, log })
    const routes = {
      '/uploads': uploads,
      '/uploads/[uploadId]': upload,
      '/api/uploads': list,
      '/api/uploads/[uploadId]': view,
      '/api/uploads/room': room,
    }
    const gateway = createGateway({ routes, pageRoots: [], pages: async (_, answer) => void answer.writeHead(404).end() })
    await listen(gateway.server, config.DEFAULT)
    const stop = async () => {
      await gateway.stop(0)
      await started.stop()
      await stores.stop()
      await database.db.destroy()
    }
    return { url: ownAddress(gateway.server), uploads: started, stores, stop }
  }

  let running = await start()
  return {
    folder,
    images,
    get url() {
      return running.url
    },
    get uploads() {
      return running.uploads
    },
    get stores() {
      return running.stores
    },
    staged: () => readdirSync(running.stores.uploadsFolder),
    async restart() {
      await running.stop()
      running = await start()
    },
    async stop() {
      await running.stop()
      rmSync(folder, { recursive: true })
    },
  }
}

const projectTokens: Services['tokens'] = {
  forget: async () => undefined,
  identify: async (token) => ({
    userId: `user-of-${token}`,
    userName: 'somebody',
    userDomainId: 'default',
    scope: 'project',
    projectId: token,
    projectName: token,
    projectDomainId: 'default',
    roles: ['member'],
    expiresAt: new Date(Date.now() + 3_600_000),
  }),
}
