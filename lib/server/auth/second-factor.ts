import { decode, encode } from 'next-auth/jwt'
import { z } from 'zod'
import { services } from '../services'
import { LogInError } from './log-in-error'

/** As long as Keystone keeps a receipt, unless it is told otherwise. */
const lifeSeconds = 300
/** Makes a key of its own: no challenge is ever a session. */
const salt = 'second factor'

const challenge = z.object({ receipt: z.string(), userId: z.string() })
export type Challenge = z.infer<typeof challenge>

/** Keeps Keystone's receipt readable for this server alone while it waits in the browser. */
export function sealChallenge(open: Challenge): Promise<string> {
  return encode({ token: open, secret: services.config.sessionSecret, salt, maxAge: lifeSeconds })
}

/** Throws LogInError (`passcodeTooLate`). */
export async function openChallenge(sealed: string): Promise<Challenge> {
  const open = await decode({ token: sealed, secret: services.config.sessionSecret, salt }).catch(() => null)
  const read = challenge.safeParse(open)
  if (!read.success) throw new LogInError('passcodeTooLate')
  return read.data
}
