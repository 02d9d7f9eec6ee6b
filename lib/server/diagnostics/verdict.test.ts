import { describe, expect, it } from 'vitest'
import type { Cause, CheckResult } from '@/lib/contract/diagnostics'
import { verdict } from './verdict'

type Recorded = CheckResult['status'] | ['fail' | 'warn', Cause]

/** Results as a run hands them out, with what of them counts. */
function results(recorded: Record<string, Recorded>): CheckResult[] {
  return Object.entries(recorded).map(([name, given]) => {
    const [status, cause] = typeof given === 'string' ? [given] : given
    return { name, status, ...(cause && { cause }), summary: `${name} is ${status}`, evidence: [], milliseconds: 1 }
  })
}

const signedIn = { signIn: 'pass', token: 'pass', scope: 'pass' } as const

describe('the verdict', () => {
  it.each<[string, Record<string, Recorded>, Cause]>([
    [
      'the wrong password, not that the service takes no token',
      {
        ...signedIn,
        serviceAccount: ['fail', 'serviceUserPassword'],
        validation: 'skipped',
        access: ['fail', 'serviceCannotCheckTokens'],
      },
      'serviceUserPassword',
    ],
    [
      'that the account may not ask, not that the service takes no token',
      { ...signedIn, validation: ['fail', 'serviceUserMayNotValidate'], access: ['fail', 'serviceCannotCheckTokens'] },
      'serviceUserMayNotValidate',
    ],
    [
      'the address of Keystone, though the service does not run either',
      {
        ...signedIn,
        keystone: ['fail', 'authUrlUnreachable'],
        imageService: ['fail', 'imageServiceDown'],
        serviceAccount: 'skipped',
      },
      'authUrlUnreachable',
    ],
    [
      'what fails before what only needs a look',
      { ...signedIn, clocks: ['warn', 'clockSkew'], catalogue: ['fail', 'imageServiceMissing'] },
      'imageServiceMissing',
    ],
    [
      'clocks before the tokens that they make expire',
      { signIn: 'pass', clocks: ['fail', 'clockSkew'], token: ['fail', 'tokenExpired'] },
      'clockSkew',
    ],
    [
      'a cache that still knows a token before the revocation',
      { signIn: 'pass', token: ['fail', 'tokenRevoked'], access: ['fail', 'memcachedStale'] },
      'memcachedStale',
    ],
    [
      'the scope before the roles that follow from it',
      { signIn: 'pass', token: 'pass', scope: ['fail', 'unscoped'], access: ['fail', 'noRoleForPolicy'] },
      'unscoped',
    ],
    ['what needs a look where nothing fails', { ...signedIn, challenge: ['warn', 'wwwAuthenticateUri'] }, 'wwwAuthenticateUri'],
  ])('names %s', (_, recorded, cause) => expect(verdict(results(recorded)).cause).toBe(cause))

  it('says whose move it is, and that the sign-in is fine', () => {
    const found = verdict(results({ ...signedIn, serviceAccount: ['fail', 'serviceUserPassword'] }))
    expect(found).toMatchObject({ who: 'operator', certainty: 'certain' })
    expect(found.sentence).toBe(
      'Your sign-in is fine. The image service can’t check sign-ins with Keystone: its user name or password is wrong, or its account is disabled or locked. Only the operator can fix this.',
    )
  })

  it('does not call a sign-in fine that was not checked', () =>
    expect(verdict(results({ signIn: 'skipped', serviceAccount: ['fail', 'serviceUserPassword'] })).sentence).not.toContain(
      'fine',
    ))

  it('takes a token that is remembered after its revocation for normal: the move is the caller’s', () => {
    const found = verdict(results({ token: ['fail', 'tokenRevoked'], access: ['fail', 'memcachedStale'] }))
    expect(found.who).toBe('you')
    expect(found.sentence).toMatch(/sign in again.*for some minutes/)
  })

  it('brings the lines that mend it, and how sure it is', () => {
    const fix = { text: 'Do this.', lines: ['openstack token issue'] }
    const [result] = results({ token: ['fail', 'tokenRevoked'] })
    expect(verdict([{ ...(result as CheckResult), fix, certainty: 'likely' }])).toMatchObject({
      fix,
      certainty: 'likely',
      who: 'you',
    })
  })

  it('goes by what was found, where people are told less', () => {
    const found = results({ signIn: ['fail', 'noToken'], keystone: ['fail', 'authUrlUnreachable'] })
    const told = results({ signIn: ['fail', 'noToken'], keystone: ['fail', 'serviceCannotCheckTokens'] })
    expect(verdict(told, found)).toMatchObject({ cause: 'serviceCannotCheckTokens', who: 'operator' })
    expect(verdict(results({ signIn: ['fail', 'noToken'], keystone: 'pass' }), found).cause).toBe('noToken')
  })

  it('is content when everything is', () =>
    expect(verdict(results({ ...signedIn, cache: 'warn' }))).toMatchObject({
      cause: null,
      who: 'nobody',
      sentence: expect.stringContaining('Everything works'),
    }))

  it('promises nothing of a sign-in when nobody signed in', () =>
    expect(verdict(results({ signIn: 'skipped', keystone: 'pass' })).sentence).toBe('Nothing wrong was found.'))

  it('admits a failure without a cause', () =>
    expect(verdict(results({ ...signedIn, access: 'fail' }))).toMatchObject({
      cause: null,
      certainty: 'likely',
      sentence: expect.stringContaining('access is fail'),
    }))
})
