/** What a command-line client needs to know of the cloud besides who signs in. */
export interface ClientSettingsView {
  auth_url: string
  /** Null where the catalogue has no image endpoint. */
  region_name: string | null
  interface: string
}

/** The same, and where else images are. */
export interface RegionalSettingsView extends ClientSettingsView {
  /** The image services of the same catalogue in other regions. */
  other_regions: OtherRegion[]
}

export interface OtherRegion {
  region_name: string
  url: string
  /** Whether a dashboard answers there; people sign in to it anew. */
  dashboard: boolean
}
