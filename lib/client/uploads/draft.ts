import { headBytes, inspectHead } from '@/lib/contract/inspect/inspect-head'
import type { Inspection } from '@/lib/contract/inspect/inspection'
import type { ImageView } from '../image-view'
import type { ChosenFile } from './chosen-files'
import { randomId } from './random-id'
import type { UploadForm } from './upload'

/** What the head of a file tells. */
export interface Reading {
  inspection: Inspection
  /** What it is instead of a disk image: a web page, or the name of a compression. */
  disguise: Disguise | null
}

export type Disguise = 'html' | 'text' | 'gzip' | 'xz' | 'bzip2' | 'zstd' | 'zip'

/** A chosen file on its way to an upload. */
export interface Draft extends ChosenFile {
  id: string
  reading: Reading
  form: UploadForm
  /** The person sends it although the server would refuse it, as far as the browser can tell. */
  anyway: boolean
}

const gib = 1024 ** 3

/** Reads the head and fills the form with what it tells. A queued image gives what it already says of itself. */
export async function draftOf(chosen: ChosenFile, target: ImageView | null): Promise<Draft> {
  const head = new Uint8Array(await chosen.file.slice(0, headBytes).arrayBuffer())
  const reading = { inspection: inspectHead(head, { size: chosen.file.size }), disguise: disguiseOf(head) }
  return { ...chosen, id: randomId(), reading, form: formFor(chosen.file, reading.inspection, target), anyway: false }
}

function formFor(file: File, inspection: Inspection, target: ImageView | null): UploadForm {
  const { virtualSize } = inspection
  const diskFormat = target?.disk_format ?? diskFormatFor(file.name, inspection)
  return {
    name: target?.name ?? nameFor(file.name),
    diskFormat,
    containerFormat: target?.container_format ?? 'bare',
    minDisk: target?.min_disk || Math.ceil((virtualSize ?? 0) / gib),
    visibility: target?.visibility ?? 'private',
    protected: target?.protected ?? false,
    tags: target?.tags ?? [],
  }
}

/** The file's name without its extension; a hidden file keeps its dot. */
export function nameFor(fileName: string): string {
  return fileName.replace(/(?<=.)\.(qcow2?|img|raw|bin|vmdk|vdi|vhdx?|vpc|iso|qed)$/i, '')
}

/** The disk format that a file's name tells; null where it tells none. */
export function diskFormatNamed(fileName: string): string | null {
  const extension = /\.(\w+)$/.exec(fileName)?.[1]?.toLowerCase() ?? ''
  return extensions[extension] ?? null
}

/** The format that a name with this extension promises; null for those that hold anything, as .img does. */
export function formatPromised(fileName: string): string | null {
  return /\.(img|bin)$/i.test(fileName) ? null : diskFormatNamed(fileName)
}

const extensions: Readonly<Record<string, string>> = {
  ...{ qcow2: 'qcow2', qcow: 'qcow2', img: 'raw', raw: 'raw', bin: 'raw', vmdk: 'vmdk', vdi: 'vdi', iso: 'iso' },
  ...{ vhd: 'vhd', vpc: 'vhd', vhdx: 'vhdx' },
}

/** Formats that have no mark of their own: only the file's name tells them. */
const unmarked = new Set(['ami', 'ari', 'aki', 'ploop', 'vhd'])

/** The disk format to declare for what was detected. */
export function diskFormatFor(fileName: string, { format }: Inspection): string {
  const extension = /\.(\w+)$/.exec(fileName)?.[1]?.toLowerCase() ?? ''
  if (format === 'raw' || format === 'gpt') return unmarked.has(extension) ? extension : 'raw'
  if (format === 'qed') return 'qcow2'
  return format === 'luks' ? 'raw' : format
}

const signatures: readonly [Disguise, readonly number[]][] = [
  ['gzip', [0x1f, 0x8b]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['bzip2', [0x42, 0x5a, 0x68]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
]

function disguiseOf(head: Uint8Array): Disguise | null {
  const found = signatures.find(([, bytes]) => bytes.every((byte, at) => head[at] === byte))
  if (found) return found[0]
  const start = new TextDecoder('latin1').decode(head.subarray(0, 256))
  if (/^\s*<(!doctype\s+html|html)/i.test(start)) return 'html'
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what no text has.
  return start !== '' && !/[\0-\x08\x0e-\x1f\x7f]/.test(start) ? 'text' : null
}
