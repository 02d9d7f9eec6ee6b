/** What of the rules in force an operator wants to know. */
export interface BookState {
  files: readonly string[]
  loadedAt: Date
  /** Why a newer state of the files is not in force; empty where it is. */
  complaint: string
}
