/** What somebody came to ask about. */
export interface Subject {
  requestId?: string | undefined
  imageId?: string | undefined
}
