import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { isoPath, makeImage, qemuVirtualSize, type RealImage, type RealIso, realIsos } from '../../testing/real-images'

/** A real image on this disk, and what a server has to find out about it. */
export interface ImageFile {
  /** Unlike every other's. */
  name: string
  path: string
  diskFormat: string
  size: number
  /** In bytes; null where the format's own idea of it differs from qemu's. */
  virtualSize: number | null
  md5: string
  sha512: string
}

const kinds = ['raw', 'qcow2', 'vmdk', 'vmdkStreamOptimized', 'vdi', 'vhd', 'vhdx'] as const satisfies RealImage[]

/** Every real ISO, as it is and in each format that qemu-img makes of it. */
export function makeImageFiles(folder: string): ImageFile[] {
  const isos = Object.keys(realIsos) as RealIso[]
  return isos.flatMap((iso) => [
    describeFile(`${iso}-iso`, isoPath(iso), { diskFormat: 'iso', virtualSize: null }),
    ...kinds.map((kind) => convertedFile(iso, kind, folder)),
  ])
}

function convertedFile(iso: RealIso, kind: (typeof kinds)[number], folder: string): ImageFile {
  const path = makeImage(kind, folder, iso)
  const diskFormat = kind === 'vmdkStreamOptimized' ? 'vmdk' : kind
  return describeFile(`${iso}-${kind}`, path, { diskFormat, virtualSize: qemuVirtualSize(kind, path) })
}

function describeFile(name: string, path: string, facts: Pick<ImageFile, 'diskFormat' | 'virtualSize'>): ImageFile {
  const bytes = readFileSync(path)
  return { name, path, size: bytes.length, md5: digest('md5', bytes), sha512: digest('sha512', bytes), ...facts }
}

function digest(algorithm: string, bytes: Uint8Array): string {
  return createHash(algorithm).update(bytes).digest('hex')
}

/** Throws unless the downloaded file is the image, byte by byte. */
export function expectSameBytes(image: ImageFile, downloaded: string): void {
  if (!readFileSync(image.path).equals(readFileSync(downloaded))) throw new Error(`${downloaded} differs from ${image.path}`)
}
