import type { ImageView } from './image-view'

/** The rows that stay where they are, each as it is now, the others, which wait, and the ids of those that the list has lost. */
export function steadyRows(shown: readonly ImageView[], latest: readonly ImageView[]) {
  const now = new Map(latest.map((image) => [image.id, image]))
  const rows = shown.map((image) => now.get(image.id) ?? image)
  const known = new Set(shown.map(({ id }) => id))
  const lost = shown.filter(({ id }) => !now.has(id)).map(({ id }) => id)
  return { rows, waiting: latest.filter(({ id }) => !known.has(id)), lost }
}
