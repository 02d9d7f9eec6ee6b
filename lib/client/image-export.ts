import { csvCell } from './csv'
import { customProperties, type ImageView } from './image-view'

export type ExportFormat = 'csv' | 'json'

/** Where a file goes as it is made. */
export interface ExportSink {
  write(text: string): Promise<void>
  /** Ends the file as a whole one. */
  close(): Promise<void>
  /** Leaves no file behind. */
  abort(): Promise<void>
}

interface Export {
  format: ExportFormat
  pages: AsyncIterable<readonly ImageView[]>
  sink: ExportSink
  onRows(rows: number): void
}

/** Writes all images of the pages, a page at a time; what fails or is stopped leaves no half file that looks whole. */
export async function exportImages({ format, pages, sink, onRows }: Export): Promise<void> {
  const { head, row, between, end } = forms[format]
  let rows = 0
  try {
    await sink.write(head)
    for await (const images of pages) {
      const lead = rows > 0 && images.length > 0 ? between : ''
      await sink.write(lead + images.map(row).join(between))
      rows += images.length
      onRows(rows)
    }
    await sink.write(end)
  } catch (error) {
    await sink.abort()
    throw error
  }
  await sink.close()
}

const columns = [
  ...(['id', 'name', 'status', 'visibility', 'owner', 'disk_format', 'container_format', 'size', 'virtual_size'] as const),
  ...(['min_disk', 'min_ram', 'checksum', 'os_hash_algo', 'os_hash_value', 'protected', 'os_hidden', 'created_at'] as const),
  'updated_at',
] as const

function csvRow(image: ImageView): string {
  const own = Object.fromEntries(customProperties(image))
  const more = [image.tags.join(' '), image.stores ?? '', JSON.stringify(own)]
  return [...columns.map((column) => image[column]), ...more].map(csvCell).join(',')
}

interface Form {
  head: string
  row(image: ImageView): string
  between: string
  end: string
}

const forms: Record<ExportFormat, Form> = {
  // The mark at the beginning tells spreadsheets that it is UTF-8.
  csv: { head: `\uFEFF${[...columns, 'tags', 'stores', 'properties'].join(',')}\r\n`, row: csvRow, between: '\r\n', end: '\r\n' },
  json: { head: '[\n', row: (image) => JSON.stringify(image), between: ',\n', end: '\n]\n' },
}
