import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
  const config = `[DEFAULT]
enabled_backends = fast:file, archive:file
enabled_import_methods = web-download, copy-image
image_cache_dir = ${folder}/cache
[glance_store]
default_backend = fast
[fast]
store_description = Fast disks
weight = 10
filesystem_store_datadir = ${folder}/fast
[archive]
filesystem_store_datadir = ${folder}/archive
[import_filtering_opts]
allowed_hosts = nowhere.invalid
`
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
