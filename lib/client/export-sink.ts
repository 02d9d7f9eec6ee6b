import type { ExportFormat, ExportSink } from './image-export'
import { saveFile } from './save-file'

interface SavePicker {
  showSaveFilePicker?(options: object): Promise<FileSystemFileHandle>
}

const types = { csv: 'text/csv', json: 'application/json' } as const

/**
 * A file of the person's choice that is written as it comes, where the browser can; elsewhere one that is kept in memory
 * and downloaded at the end. Null where the person has chosen none.
 */
export async function openSink(name: string, format: ExportFormat): Promise<ExportSink | null> {
  const { showSaveFilePicker } = window as SavePicker
  const file = `${name}.${format}`
  if (!showSaveFilePicker) return downloadSink(file, types[format])
  try {
    const handle = await showSaveFilePicker.call(window, {
      suggestedName: file,
      types: [{ accept: { [types[format]]: [`.${format}`] } }],
    })
    return await handle.createWritable()
  } catch (error) {
    if ((error as Error).name === 'AbortError') return null
    throw error
  }
}

function downloadSink(name: string, type: string): ExportSink {
  const parts: string[] = []
  return {
    async write(text) {
      parts.push(text)
    },
    async close() {
      saveFile(name, new Blob(parts, { type }))
    },
    async abort() {
      parts.length = 0
    },
  }
}
