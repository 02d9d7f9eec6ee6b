import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { conformanceConfig } from '../../testing/conformance/conformance-config.mjs'

/** Writes the configuration of a server on which every command of the clients has something to do; its path. */
export function writeServerConfig(folder: string): string {
  const file = join(folder, 'glance-api.conf')
  const more = `[DEFAULT]
show_multiple_locations = true
image_size_cap = 1099511627776
[import_filtering_opts]
allowed_hosts = 127.0.0.1
allowed_ports = 80,443,9439,9440
`
  writeFileSync(file, conformanceConfig(folder) + more)
  return file
}
