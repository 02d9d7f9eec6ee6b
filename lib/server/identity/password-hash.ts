import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { createTurns } from '../turns'

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt)

/** 16 MiB of memory and about a fifth of a second per guess; kept in each hash, so that they can grow. */
const cost = { N: 2 ** 14, r: 8, p: 5 }
const keyBytes = 32

// Two at once at most: each one occupies a thread of the pool that also reads and writes the images' files.
const inTurn = createTurns(2)

/** `scrypt$N$r$p$salt$key`, salt and key in base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await inTurn(() => derive(password, salt, keyBytes, cost))
  return format(salt, key)
}

/** Takes as long for a null hash, that of a user who does not exist, as for a real one. */
export async function isPassword(password: string, hash: string | null): Promise<boolean> {
  const { salt, key, ...options } = read(hash ?? nobody)
  const found = await inTurn(() => derive(password, salt, key.length, options))
  return timingSafeEqual(found, key) && hash !== null
}

const nobody = format(randomBytes(16), randomBytes(keyBytes))

function format(salt: Buffer, key: Buffer): string {
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join('$')
}

function read(hash: string) {
  const [, N, r, p, salt = '', key = ''] = hash.split('$')
  return {
    N: Number(N),
    r: Number(r),
    p: Number(p),
    salt: Buffer.from(salt, 'base64url'),
    key: Buffer.from(key, 'base64url'),
  }
}
