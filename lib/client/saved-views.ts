/** A view of the image list under a name: what the address says, and the columns. */
export interface SavedView {
  name: string
  /** The address's query, with its question mark; empty for the list as it begins. */
  query: string
  columns: string
}

const longestName = 60

/** The views that a text holds; what is no view is passed over. */
export function viewsIn(text: string | null): readonly SavedView[] {
  try {
    const views: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(views) ? views.filter(isView) : []
  } catch {
    return []
  }
}

function isView(value: unknown): value is SavedView {
  const { name, query, columns } = (value ?? {}) as Record<string, unknown>
  return typeof name === 'string' && typeof columns === 'string' && typeof query === 'string' && /^(?:\?|$)/.test(query)
}

/** The views with this one, in place of one of the same name. */
export function withView(views: readonly SavedView[], view: SavedView): readonly SavedView[] {
  const named = { ...view, name: view.name.trim().slice(0, longestName) }
  const at = views.findIndex(({ name }) => name === named.name)
  return at === -1 ? [...views, named] : views.with(at, named)
}

/** The views with one under another name; the other that had the name goes. */
export function renamed(views: readonly SavedView[], name: string, wanted: string): readonly SavedView[] {
  const to = wanted.trim().slice(0, longestName)
  if (to === '') return views
  return views
    .filter((view) => view.name === name || view.name !== to)
    .map((view) => (view.name === name ? { ...view, name: to } : view))
}
