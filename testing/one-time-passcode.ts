import { createHmac } from 'node:crypto'

/** The passcode of RFC 6238 that an authenticator shows now. */
export function oneTimePasscode(secret: Buffer, now = Date.now()): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(now / 30_000)))
  const hash = createHmac('sha1', secret).update(counter).digest()
  const code = hash.readUInt32BE((hash.at(-1) as number) & 15) & 0x7fffffff
  return String(code % 1_000_000).padStart(6, '0')
}

/** As Keystone and authenticators write a secret. */
export function base32(secret: Buffer): string {
  const bits = [...secret].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const letters = (bits.match(/.{1,5}/g) ?? []).map((five) => Number.parseInt(five.padEnd(5, '0'), 2))
  return letters.map((five) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[five]).join('')
}
