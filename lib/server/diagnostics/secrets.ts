import { createHash } from 'node:crypto'

/** Knows what must not be shown, and takes it out of texts. */
export interface Secrets {
  /** From now on this text is never shown. Short texts that would spoil everything else are left alone. */
  add(secret: string | undefined): void
  /** The text with every secret replaced by its mark. */
  hide(text: string): string
}

const shortest = 4

export function createSecrets(): Secrets {
  const known = new Set<string>()
  return {
    add(secret) {
      if (!secret || secret.length < shortest) return
      known.add(secret)
      known.add(encodeURIComponent(secret))
    },
    hide(text) {
      let shown = text
      // The longest first: one secret may be a part of another.
      for (const secret of [...known].sort((a, b) => b.length - a.length)) shown = shown.replaceAll(secret, fingerprint(secret))
      return shown.replace(anyFernetToken, fingerprint).replace(userInUrl, '$1')
    },
  }
}

/** A Fernet token, whoever's it is. */
const anyFernetToken = /gAAAAA[\w-]{60,}=*/g
const userInUrl = /(\bhttps?:\/\/)[^\s/@]+@/g

/** By which two reports can be compared without showing the secret. */
export function fingerprint(secret: string): string {
  return `sha256:${createHash('sha256').update(secret).digest('hex').slice(0, 8)}`
}
