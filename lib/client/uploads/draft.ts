import type { QueryClient } from '@tanstack/react-query'
import type { Inspection } from '@/lib/contract/inspect/inspection'
import { formatsQuery } from '../image-queries'
import type { ImageView } from '../image-view'
import type { ChosenFile } from './chosen-files'
import { extensionOf, isCompanion, nameFor } from './file-name'
import { randomId } from './random-id'
import { readInWorker } from './read-in-worker'
import type { Reading } from './reading'
import type { UploadForm } from './upload'

/** A chosen file on its way to an upload. */
export interface Draft extends ChosenFile {
  id: string
  reading: Reading
  form: UploadForm
  /** The person sends it although it would be refused or useless, as far as the browser can tell. */
  anyway: boolean
  /** It came with the images of a folder and is none: not sent unless the person takes it in. */
  aside: boolean
}

interface DraftOptions {
  /** The queued image that the file is for, if it is for one. */
  target: ImageView | null
  /** The container formats that the cloud knows. */
  containers: readonly string[]
}

const gib = 1024 ** 3
/** The least that a disk has: one sector. */
export const sectorBytes = 512

/** The drafts of files that were chosen together; the cloud's formats come from `client`. A folder without images leaves nothing aside. */
export async function draftsOf(chosen: readonly ChosenFile[], target: ImageView | null, client: QueryClient): Promise<Draft[]> {
  const formats = await client.ensureQueryData(formatsQuery).catch(() => null)
  const drafts = await Promise.all(chosen.map((file) => draftOf(file, { target, containers: formats?.container ?? [] })))
  return drafts.every(({ aside }) => aside) ? drafts.map((draft) => ({ ...draft, aside: false })) : drafts
}

/** Reads the head and fills the form with what it tells. A queued image gives what it already says of itself. */
export async function draftOf(chosen: ChosenFile, options: DraftOptions): Promise<Draft> {
  const reading = await readInWorker(chosen.file)
  const draft = { ...chosen, reading }
  return { ...draft, id: randomId(), form: formFor(draft, options), anyway: false, aside: isAside(draft) }
}

type Read = Pick<Draft, 'file' | 'reading' | 'fromFolder'>

function formFor(read: Read, { target, containers }: DraftOptions): UploadForm {
  const { file, reading } = read
  const isOva = reading.disguise === 'ova' && containers.includes('ova')
  return {
    name: target?.name ?? nameFor(file.name),
    diskFormat: target?.disk_format ?? (isOva ? 'vmdk' : diskFormatFor(file.name, reading.inspection)),
    containerFormat: target?.container_format ?? (isOva ? 'ova' : 'bare'),
    minDisk: target?.min_disk || Math.ceil((diskSizeOf(read) ?? 0) / gib),
    visibility: target?.visibility ?? 'private',
    protected: target?.protected ?? false,
    tags: target?.tags ?? [],
  }
}

/** The size of the disk inside, in bytes; null where the file is no disk that can be read. */
export function diskSizeOf({ file, reading }: Pick<Draft, 'file' | 'reading'>): number | null {
  const { format, virtualSize } = reading.inspection
  const unread = reading.disguise !== null || (format === 'raw' && file.size < sectorBytes)
  return unread || virtualSize === 0 ? null : virtualSize
}

function isAside({ file, reading, fromFolder }: Read): boolean {
  if (!fromFolder || reading.inspection.format !== 'raw') return false
  return reading.disguise === 'text' || isCompanion(file.name)
}

/** Formats that have no mark of their own: only the file's name tells them. */
const unmarked = new Set(['ami', 'ari', 'aki', 'ploop', 'vhd'])

/** The disk format to declare for what was detected. */
function diskFormatFor(fileName: string, { format }: Inspection): string {
  const extension = extensionOf(fileName)
  if (format === 'raw' || format === 'gpt') return unmarked.has(extension) ? extension : 'raw'
  if (format === 'qed') return 'qcow2'
  return format === 'luks' ? 'raw' : format
}
