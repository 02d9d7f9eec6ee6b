/** What is noted beside a location: where there are several stores, which one it is of. */
export interface LocationMetadata {
  readonly store?: string
  readonly backend?: string
  readonly [name: string]: unknown
}

/** The id of the store that metadata name. Glance wrote it as `backend` before Train, and such rows are still there. */
export function storeNamedBy({ store, backend }: LocationMetadata): string | undefined {
  return [store, backend].find((name) => typeof name === 'string')
}

/** Where bytes are, as a URI that their store understands. */
export interface NewLocation {
  readonly url: string
  readonly metadata: LocationMetadata
}

/** One copy of an image's bytes. */
export interface ImageLocation extends NewLocation {
  readonly id: number
  readonly status: string
}
