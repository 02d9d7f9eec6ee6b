import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { ConfigError } from '../config-file'
import type { LocationMetadata } from './image-location'

const mount = z.looseObject({ id: z.string(), mountpoint: z.string().startsWith('/') })
const content = z.union([mount.transform((one) => [one]), z.array(mount).min(1)])

/**
 * Reads `filesystem_store_metadata_file`: what is noted beside locations of files below each mount point, so that another
 * service that mounts the same disk finds them. Answers what belongs to a location.
 */
export function readLocationMetadata(file: string, section: string): (url: string) => LocationMetadata {
  const mounts = readMounts(file, section)
  return (url) => {
    const path = url.replace(/^file:\/\//, '')
    return mounts.find(({ mountpoint }) => path.startsWith(`${mountpoint.replace(/\/+$/, '')}/`)) ?? {}
  }
}

function readMounts(file: string, section: string): z.infer<typeof content> {
  try {
    return content.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    const why =
      error instanceof z.ZodError ? 'expected an object, or a list of objects, with id and mountpoint' : (error as Error).message
    throw new ConfigError(`[${section}] filesystem_store_metadata_file ${file}: ${why}`)
  }
}
