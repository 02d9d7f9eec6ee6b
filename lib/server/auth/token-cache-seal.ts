import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'

/** Protects what lies in a cache that others can write to. An entry opens under its own name only. */
export interface CacheSeal {
  /** The name under which something is kept. */
  name(text: string): string
  seal(name: string, text: string): Buffer
  /** Null for what this seal did not make. */
  open(name: string, sealed: Buffer): string | null
}

export type SealStrategy = 'None' | 'MAC' | 'ENCRYPT'

const macBytes = 32
const ivBytes = 12
const tagBytes = 16

/** keystonemiddleware’s `memcache_security_strategy`: signed with HMAC-SHA-256, or encrypted with AES-256-GCM. */
export function createCacheSeal(strategy: SealStrategy, secret: string): CacheSeal {
  if (strategy === 'None') return openSeal
  const key = (use: string) => Buffer.from(hkdfSync('sha256', secret, 'vitrine token cache', `${strategy} ${use}`, 32))
  const named = { name: (text: string) => createHmac('sha256', key('names')).update(text).digest('base64url') }
  return { ...named, ...(strategy === 'MAC' ? macSeal(key('entries')) : encryptSeal(key('entries'))) }
}

const openSeal: CacheSeal = {
  name: (text) => createHmac('sha256', 'vitrine').update(text).digest('base64url'),
  seal: (_, text) => Buffer.from(text),
  open: (_, sealed) => sealed.toString('utf8'),
}

type Sealing = Pick<CacheSeal, 'seal' | 'open'>

function macSeal(key: Buffer): Sealing {
  const macOf = (name: string, content: Buffer) => createHmac('sha256', key).update(`${name}\n`).update(content).digest()
  return {
    seal(name, text) {
      const content = Buffer.from(text)
      return Buffer.concat([macOf(name, content), content])
    },
    open(name, sealed) {
      const content = sealed.subarray(macBytes)
      if (sealed.length < macBytes || !timingSafeEqual(sealed.subarray(0, macBytes), macOf(name, content))) return null
      return content.toString('utf8')
    },
  }
}

function encryptSeal(key: Buffer): Sealing {
  return {
    seal(name, text) {
      const iv = randomBytes(ivBytes)
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(name))
      const content = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([iv, cipher.getAuthTag(), content])
    },
    open(name, sealed) {
      if (sealed.length < ivBytes + tagBytes) return null
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, ivBytes)).setAAD(Buffer.from(name))
        decipher.setAuthTag(sealed.subarray(ivBytes, ivBytes + tagBytes))
        return Buffer.concat([decipher.update(sealed.subarray(ivBytes + tagBytes)), decipher.final()]).toString('utf8')
      } catch {
        return null
      }
    },
  }
}
