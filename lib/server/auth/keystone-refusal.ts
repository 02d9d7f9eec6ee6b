import { z } from 'zod'
import type { SignInFailure } from '@/lib/contract/session'
import type { KeystoneAnswer } from './keystone-http'
import { LogInError } from './log-in-error'
import type { Proof } from './proofs'
import { sealChallenge } from './second-factor'

const receiptAnswer = z.object({
  receipt: z.object({ methods: z.array(z.string()), user: z.object({ id: z.string() }) }),
  required_auth_methods: z.array(z.array(z.string())),
})

/**
 * Keystone has no codes for these, only words; without `insecure_debug` it says no more than the first two, and only to
 * somebody who knows the password. Older ones also tell of a lock.
 */
const words: readonly [RegExp, SignInFailure][] = [
  [/password is expired|password.+expired/i, 'passwordExpired'],
  [/account is disabled for user/i, 'disabled'],
  [/account is locked for user/i, 'locked'],
]

const refusedBy: Readonly<Record<string, SignInFailure>> = {
  totp: 'wrongPasscode',
  application_credential: 'wrongSecret',
}

/** Throws LogInError where the answer to a request for a token is none. */
export async function assertIssued(answer: KeystoneAnswer, { methods }: Proof): Promise<void> {
  if (answer.status === 201) return
  const receipt = answer.headers['openstack-auth-receipt']
  if (answer.status === 401 && typeof receipt === 'string') throw await nextFactor(receipt, answer.body)
  if (answer.status === 429 || answer.status === 413) throw new LogInError('tooManyAttempts')
  if (answer.status !== 401 && answer.status !== 404) throw new LogInError('badAnswer', { cause: new Error(answer.body) })
  const told = words.find(([pattern]) => pattern.test(answer.body))?.[1]
  const userId = /for user: ([\w-]+)/.exec(answer.body)?.[1]
  throw new LogInError(told ?? refusedBy[methods[0] ?? ''] ?? 'wrongPassword', { cause: new Error(answer.body), userId })
}

async function nextFactor(receipt: string, body: string): Promise<LogInError> {
  const { receipt: given, required_auth_methods: rules } = receiptAnswer.parse(JSON.parse(body))
  const missing = rules.map((rule) => rule.filter((method) => !given.methods.includes(method)))
  if (!missing.some((methods) => methods.length === 1 && methods[0] === 'totp')) {
    return new LogInError('factorUnsupported', { detail: missing.map((methods) => methods.join(' + ')).join(', ') })
  }
  return new LogInError('passcodeNeeded', { challenge: await sealChallenge({ receipt, userId: given.user.id }) })
}
