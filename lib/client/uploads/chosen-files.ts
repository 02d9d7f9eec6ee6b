/** A file that the person gave us, and how to read it again where the browser has a way. */
export interface ChosenFile {
  file: File
  handle: FileSystemFileHandle | null
  /** It was not chosen by itself, but lay in a folder that was. */
  fromFolder?: boolean
}

interface FilePicker {
  showOpenFilePicker?(options: { multiple: boolean }): Promise<FileSystemFileHandle[]>
}

interface HandleItem extends DataTransferItem {
  getAsFileSystemHandle?(): Promise<FileSystemHandle | null>
}

/** What TypeScript's DOM does not know yet: a folder can be walked. */
interface WalkableFolder extends FileSystemDirectoryHandle {
  values(): AsyncIterableIterator<FileSystemHandle>
}

/** Whether a drag or the clipboard has files at all. */
export function carriesFiles(data: DataTransfer | null): boolean {
  return data?.types.includes('Files') ?? false
}

/** The files of a drop or a paste; folders are expanded. Reads `data` at once, because it empties when the event ends. */
export async function filesOf(data: DataTransfer): Promise<ChosenFile[]> {
  const items = [...data.items].filter(({ kind }) => kind === 'file')
  const found = items.map((item) => fromItem(item))
  return (await Promise.all(found)).flat()
}

async function fromItem(item: HandleItem): Promise<ChosenFile[]> {
  // All three are asked for before the first wait: the event's data are gone after it.
  const entry = item.webkitGetAsEntry?.() ?? null
  const file = item.getAsFile()
  const handle = (await item.getAsFileSystemHandle?.().catch(() => null)) ?? null
  if (entry?.isDirectory) return inFolder(entry, handle)
  return file ? [{ file, handle: handle?.kind === 'file' ? (handle as FileSystemFileHandle) : null }] : []
}

/** By handles where the browser has them: then each file can be read again after a reload. */
async function inFolder(entry: FileSystemEntry, handle: FileSystemHandle | null): Promise<ChosenFile[]> {
  const walked = handle?.kind === 'directory' ? await handlesBelow(handle as WalkableFolder).catch(() => null) : null
  return walked ?? (await filesBelow(entry)).map((file) => ({ file, handle: null, fromFolder: true }))
}

async function handlesBelow(folder: WalkableFolder): Promise<ChosenFile[]> {
  const found: Promise<ChosenFile[]>[] = []
  for await (const child of folder.values()) {
    found.push(child.kind === 'directory' ? handlesBelow(child as WalkableFolder) : withItsFile(child as FileSystemFileHandle))
  }
  return (await Promise.all(found)).flat()
}

async function withItsFile(handle: FileSystemFileHandle): Promise<ChosenFile[]> {
  return [{ file: await handle.getFile(), handle, fromFolder: true }]
}

async function filesBelow(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isFile) {
    return [await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject))]
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  const found: FileSystemEntry[] = []
  // A directory is read in batches; an empty one ends it.
  for (;;) {
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (batch.length === 0) break
    found.push(...batch)
  }
  return (await Promise.all(found.map(filesBelow))).flat()
}

/** Opens the browser's file dialog; null where it was closed without a choice. */
export async function pickFiles(multiple: boolean): Promise<ChosenFile[] | null> {
  const { showOpenFilePicker } = window as FilePicker
  if (!showOpenFilePicker) return pickByInput(multiple)
  try {
    const handles = await showOpenFilePicker({ multiple })
    return await Promise.all(handles.map(async (handle) => ({ file: await handle.getFile(), handle })))
  } catch (error) {
    if ((error as Error).name === 'AbortError') return null
    return pickByInput(multiple)
  }
}

function pickByInput(multiple: boolean): Promise<ChosenFile[] | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.multiple = multiple
    input.addEventListener('change', () => resolve([...(input.files ?? [])].map((file) => ({ file, handle: null }))))
    input.addEventListener('cancel', () => resolve(null))
    input.click()
  })
}
