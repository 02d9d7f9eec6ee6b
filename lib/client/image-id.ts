const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i

/** Whether a text that somebody looks for is an image's id rather than its name. */
export function isImageId(text: string): boolean {
  return uuid.test(text)
}
