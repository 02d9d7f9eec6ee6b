import { execFileSync } from 'node:child_process'
import { closeSync, copyFileSync, existsSync, openSync, readSync } from 'node:fs'
import { join } from 'node:path'

/** ISOs that Debian packages bring: real, small, and free. */
export const realIsos = {
  grub: { path: '/usr/lib/grub-rescue/grub-rescue-cdrom.iso', debianPackage: 'grub-rescue-pc' },
  ipxe: { path: '/usr/lib/ipxe/ipxe.iso', debianPackage: 'ipxe' },
} as const
export type RealIso = keyof typeof realIsos

interface Recipe {
  /** qemu's driver. */
  driver: string
  extension: string
  /** Further arguments of `qemu-img convert`. */
  convert?: readonly string[]
}

/** How each kind of image is made from an ISO; named by what sets it apart. */
const recipes = {
  raw: { driver: 'raw', extension: 'raw' },
  qcow2: { driver: 'qcow2', extension: 'qcow2' },
  qcow2Version2: { driver: 'qcow2', extension: 'qcow2', convert: ['-o', 'compat=0.10'] },
  vmdk: { driver: 'vmdk', extension: 'vmdk' },
  vmdkStreamOptimized: { driver: 'vmdk', extension: 'vmdk', convert: ['-o', 'subformat=streamOptimized'] },
  vmdkFlat: { driver: 'vmdk', extension: 'vmdk', convert: ['-o', 'subformat=monolithicFlat'] },
  vmdkSplit: { driver: 'vmdk', extension: 'vmdk', convert: ['-o', 'subformat=twoGbMaxExtentSparse'] },
  vdi: { driver: 'vdi', extension: 'vdi' },
  vhd: { driver: 'vpc', extension: 'vhd' },
  vhdFixed: { driver: 'vpc', extension: 'vhd', convert: ['-o', 'subformat=fixed'] },
  vhdx: { driver: 'vhdx', extension: 'vhdx' },
  vhdxFixed: { driver: 'vhdx', extension: 'vhdx', convert: ['-o', 'subformat=fixed'] },
  luks: {
    driver: 'luks',
    extension: 'luks',
    convert: ['--object', 'secret,id=key,data=not-a-secret', '-o', 'key-secret=key,hash-alg=sha512,iter-time=10'],
  },
  qed: { driver: 'qed', extension: 'qed' },
} as const satisfies Record<string, Recipe>

/** A kind of image that `makeImage` makes. */
export type RealImage = keyof typeof recipes
export const realImages = Object.keys(recipes) as RealImage[]

/** Makes an image of a real ISO's content in `folder`; answers its path. Says what to install where a tool is missing. */
export function makeImage(kind: RealImage, folder: string, iso: RealIso = 'grub'): string {
  const { driver, extension, convert = [] }: Recipe = recipes[kind]
  const path = join(folder, `${iso}-${kind}.${extension}`)
  const source = isoPath(iso)
  if (kind === 'raw') copyFileSync(source, path)
  else qemuImg('convert', '-f', 'raw', '-O', driver, ...convert, source, path)
  return path
}

/** A qcow2 that reads what it does not hold from the ISO. */
export function makeQcow2WithBackingFile(folder: string): string {
  const path = join(folder, 'backed.qcow2')
  qemuImg('create', '-f', 'qcow2', '-b', isoPath('grub'), '-F', 'raw', path)
  return path
}

/** A qcow2 whose data lie in another file. */
export function makeQcow2WithDataFile(folder: string): string {
  const path = join(folder, 'outside.qcow2')
  qemuImg('create', '-f', 'qcow2', '-o', `data_file=${join(folder, 'outside.data')},data_file_raw=on`, path, '1M')
  return path
}

/** A VMDK that reads what it does not hold from another one. */
export function makeVmdkWithParent(folder: string): string {
  const path = join(folder, 'child.vmdk')
  qemuImg('create', '-f', 'vmdk', '-b', makeImage('vmdk', folder), '-F', 'vmdk', path)
  return path
}

/** The size of the disk inside in bytes, as `qemu-img info` tells it. */
export function qemuVirtualSize(kind: RealImage, path: string): number {
  const info = JSON.parse(qemuImg('info', '--output=json', '-f', recipes[kind].driver, path))
  return info['virtual-size']
}

/** The path of a real ISO; throws the name of the Debian package where it is not installed. */
export function isoPath(iso: RealIso): string {
  const { path, debianPackage } = realIsos[iso]
  if (!existsSync(path)) throw new Error(`${path} is needed as a real image: install Debian's package ${debianPackage}`)
  return path
}

/** The first bytes of a file, at most `length`. */
export function readHead(path: string, length: number): Uint8Array {
  const file = openSync(path, 'r')
  try {
    const head = new Uint8Array(length)
    return head.subarray(0, readSync(file, head))
  } finally {
    closeSync(file)
  }
}

function qemuImg(...args: string[]): string {
  for (let attempt = 1; ; attempt++) {
    try {
      return execFileSync('qemu-img', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
        throw new Error("qemu-img is needed to make real images: install Debian's package qemu-utils", { cause: error })
      }
      // Where the machine's clock of CPU time is coarse, qemu-img sometimes cannot measure how fast it hashes a LUKS key.
      if (attempt === 10 || !`${error}`.includes('accurate CPU usage')) throw error
    }
  }
}
