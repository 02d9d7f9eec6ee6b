/** What a project used at a full hour. */
interface UsageSamplesTable {
  /** Milliseconds since 1970. */
  time: number
  /** Empty for images that nobody owns. */
  project_id: string
  images: number
  uploading: number
  stored_bytes: number
  staged_bytes: number
}

export interface UsageTables {
  vitrine_usage_samples: UsageSamplesTable
}
