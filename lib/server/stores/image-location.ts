/** What is noted beside a location: where there are several stores, which one it is of. */
export interface LocationMetadata {
  readonly store?: string
  readonly [name: string]: unknown
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
