import { describe, expect, it } from 'vitest'
import type { Services } from './services'
import { welcomeText } from './welcome'

function text(administrator: object | null, publicEndpoint = ''): string {
  const identity = administrator && {
    administrator: { name: 'admin', newPassword: null, chosen: false, ...administrator },
    region: 'R1',
  }
  const config = { DEFAULT: { public_endpoint: publicEndpoint } }
  return welcomeText({ config, identity, keystoneUrl: 'http://keystone:5000' } as unknown as Services, 'http://127.0.0.1:9292')
}

describe('what the start prints', () => {
  it('names the dashboard by the address it listens on', () => expect(text({})).toContain('Image API: http://127.0.0.1:9292\n'))
  it('names the public address where there is one', () => {
    expect(text({}, 'https://img.example')).toContain('export OS_AUTH_URL=https://img.example/identity/v3\n')
  })
  it('tells a new password, to read and to paste', () => {
    expect(text({ newPassword: 'abc-def' })).toContain('with the password abc-def ')
    expect(text({ newPassword: 'abc-def' })).toContain('\nexport OS_PASSWORD=abc-def\n')
  })
  it('does not repeat a password that the operator chose', () => {
    expect(text({ chosen: true })).toContain('\nexport OS_PASSWORD="$VITRINE_ADMIN_PASSWORD"\n')
  })
  it('says at later starts how to set the password anew', () => {
    expect(text({})).toContain('start once with VITRINE_ADMIN_PASSWORD')
    expect(text({})).toContain('read -rsp')
  })
  it('points at the cloud’s own Keystone where there is one', () => {
    expect(text(null)).toContain('http://keystone:5000')
    expect(text(null)).not.toContain('OS_PASSWORD')
  })
})
