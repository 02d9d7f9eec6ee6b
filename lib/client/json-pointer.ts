/** A place in a JSON text: the names and indexes on the way to it. */
export type JsonPath = readonly PropertyKey[]

/** RFC 6901: `~` first, or the `~` of `~1` would be escaped again. The whole is the empty text. */
export function pointerTo(path: JsonPath): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}
