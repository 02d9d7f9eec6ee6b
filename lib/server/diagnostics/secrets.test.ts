import { describe, expect, it } from 'vitest'
import { createSecrets, fingerprint } from './secrets'

const fernet = `gAAAAA${'Bk1x_-'.repeat(30)}==`

describe('secrets', () => {
  it('are replaced by the mark by which two reports can be compared', () => {
    const secrets = createSecrets()
    secrets.add('s3cr3t pass')
    expect(secrets.hide('with s3cr3t pass and s3cr3t%20pass')).toBe(
      `with ${fingerprint('s3cr3t pass')} and ${fingerprint('s3cr3t%20pass')}`,
    )
  })
  it('leave nothing of the longer one where one holds the other', () => {
    const secrets = createSecrets()
    for (const secret of ['abcd', 'abcdefgh']) secrets.add(secret)
    expect(secrets.hide('abcdefgh')).toBe(fingerprint('abcdefgh'))
  })
  it('are found where nobody named them: tokens and users in addresses', () => {
    const { hide } = createSecrets()
    expect(hide(`X-Auth-Token: ${fernet}`)).toBe(`X-Auth-Token: ${fingerprint(fernet)}`)
    expect(hide('http://glance:pw@keystone:5000/v3')).toBe('http://keystone:5000/v3')
  })
  it('do not make a text unreadable because they are short or missing', () => {
    const secrets = createSecrets()
    for (const secret of ['', 'a', undefined]) secrets.add(secret)
    expect(secrets.hide('a plain text')).toBe('a plain text')
  })
})
