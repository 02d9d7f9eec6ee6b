import { expect, it } from 'vitest'
import { assertIssued } from './keystone-refusal'
import { passcodeProof, passwordProof } from './proofs'

const byPassword = passwordProof({ domain: 'Default', user: 'ada', password: 'secret' })
const answer = (status: number, message: string) => ({ status, headers: {}, body: JSON.stringify({ error: { message } }) })

it.each([
  [401, 'The request you have made requires authentication.', 'wrongPassword'],
  [401, 'The password is expired and needs to be changed for user: 4f2a.', 'passwordExpired'],
  // Keystones before Wallaby, and those with insecure_debug.
  [401, 'The account is locked for user: 4f2a.', 'locked'],
  [401, 'The account is disabled for user: 4f2a.', 'disabled'],
  [404, 'Could not find project: demo.', 'wrongPassword'],
  [429, 'Too many requests', 'tooManyAttempts'],
  [400, 'Expecting to find domain in user.', 'badAnswer'],
])('%i "%s" is %s', async (status, message, reason) => {
  await expect(assertIssued(answer(status, message), byPassword)).rejects.toMatchObject({ reason })
})

it('knows whose password has expired, and what was wrong with the second factor', async () => {
  const expired = answer(401, 'The password is expired and needs to be changed for user: 4f2a.')
  await expect(assertIssued(expired, byPassword)).rejects.toMatchObject({ userId: '4f2a' })
  await expect(assertIssued(answer(401, 'Unauthorized'), passcodeProof('4f2a', '1'))).rejects.toMatchObject({
    reason: 'wrongPasscode',
  })
})

it('lets a token pass', () => expect(assertIssued(answer(201, ''), byPassword)).resolves.toBeUndefined())
