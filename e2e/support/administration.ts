import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { twoStoresConfig } from '@/testing/two-stores-config'
import { type Cloud, connect } from './cloud'
import { makeQcow2 } from './disk-files'
import { type RunningServer, startServer } from './server'

/** A server with two stores and a cache, and images in it. */
export interface AdministeredCloud {
  server: RunningServer
  cloud: Cloud
  stop(): Promise<void>
}

export async function startAdministeredCloud(): Promise<AdministeredCloud> {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-stores-'))
  const defaults = `enabled_import_methods = web-download, copy-image\nimage_cache_dir = ${folder}/cache`
  const sections = '[import_filtering_opts]\nallowed_hosts = nowhere.invalid'
  const config = twoStoresConfig({ folder, second: 'archive', defaults, sections })
  const server = await startServer({ config })
  const cloud = await connect(server)
  const bare = { container_format: 'bare', disk_format: 'qcow2' }
  await cloud.createImage({ ...bare, name: 'debian-13' }, makeQcow2(server.folder, 'debian.qcow2', 8))
  await cloud.createImage({ ...bare, name: 'rocky-9' }, makeQcow2(server.folder, 'rocky.qcow2', 5))
  await cloud.createImage({ ...bare, name: 'never-uploaded' })
  return {
    server,
    cloud,
    async stop() {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
