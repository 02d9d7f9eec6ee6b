const diskExtension = /(?<=.)\.(qcow2?|img|raw|bin|vmdk|vdi|vhdx?|vpc|iso|qed)$/i
const archiveExtension = /(?<=.)\.(gz|xz|zst|bz2|lz4|zip|7z|tar|tgz|txz|ova)$/i

/** The file's name without the extensions of its format and of its packing; a hidden file keeps its dot. */
export function nameFor(fileName: string): string {
  const unpacked = fileName.replace(archiveExtension, '')
  return unpacked === fileName ? fileName.replace(diskExtension, '') : nameFor(unpacked)
}

/** The disk format that a file's name tells; null where it tells none. */
export function diskFormatNamed(fileName: string): string | null {
  return extensions[extensionOf(fileName)] ?? null
}

/** The format that a name with this extension promises; null for those that hold anything, as .img does. */
export function formatPromised(fileName: string): string | null {
  return /\.(img|bin)$/i.test(fileName) ? null : diskFormatNamed(fileName)
}

/** What stands behind the last dot, in small letters; empty where there is none. */
export function extensionOf(fileName: string): string {
  return /\.(\w+)$/.exec(fileName)?.[1]?.toLowerCase() ?? ''
}

const extensions: Readonly<Record<string, string>> = {
  ...{ qcow2: 'qcow2', qcow: 'qcow2', img: 'raw', raw: 'raw', bin: 'raw', vmdk: 'vmdk', vdi: 'vdi', iso: 'iso' },
  ...{ vhd: 'vhd', vpc: 'vhd', vhdx: 'vhdx' },
}

/** What comes with images in one folder: notes, checksums, signatures, and what programs keep beside a disk. */
const companion =
  /\.(txt|md|rst|html?|xml|json|ya?ml|log|pdf|png|jpe?g|asc|sig|sign|gpg|pem|md5|sha\d+|ovf|mf|nvram|vmx|vmxf|vmsd|manifest)$|(md5|sha\d+)sums?(\.\w+)?$|^\.ds_store$|^thumbs\.db$/i

/** Whether a name is that of something that comes with images and is none. */
export function isCompanion(fileName: string): boolean {
  return companion.test(fileName)
}
