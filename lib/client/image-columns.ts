/** The columns of the image list beside the name, in their order. */
export const imageColumns = [
  'status',
  'visibility',
  'format',
  'container',
  'size',
  'owner',
  'architecture',
  'distribution',
  'minDisk',
  'minRam',
  'tags',
  'stores',
  'checksum',
  'created',
  'updated',
] as const
export type ImageColumn = (typeof imageColumns)[number]

export const usualColumns: readonly ImageColumn[] = ['status', 'visibility', 'format', 'size', 'owner', 'updated']

/** The columns that a text names, in their order; the usual ones where nothing was ever chosen. */
export function columnsIn(text: string | null): readonly ImageColumn[] {
  if (text === null) return usualColumns
  const named = text.split(' ')
  return imageColumns.filter((column) => named.includes(column))
}
