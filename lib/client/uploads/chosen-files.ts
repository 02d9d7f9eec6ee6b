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
  const entry = item.webkitGetAsEntry?.() ?? null
  const file = item.getAsFile()
  if (entry?.isDirectory) return (await filesBelow(entry)).map((each) => ({ file: each, handle: null, fromFolder: true }))
  const handle = (await item.getAsFileSystemHandle?.().catch(() => null)) ?? null
  return file ? [{ file, handle: handle?.kind === 'file' ? (handle as FileSystemFileHandle) : null }] : []
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
