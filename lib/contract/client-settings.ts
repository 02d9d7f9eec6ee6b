/** What a command-line client needs to know of the cloud besides who signs in. */
export interface ClientSettingsView {
  auth_url: string
  /** Null where the catalogue has no image endpoint. */
  region_name: string | null
  interface: string
}
