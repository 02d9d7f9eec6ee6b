import { createHash } from 'node:crypto'

/** Stands for a token wherever one is remembered: tokens themselves are kept no longer than a request. */
export function fingerprint(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
