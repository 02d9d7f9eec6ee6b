import { afterEach, describe, expect, it } from 'vitest'
import { keystoneMissing } from '@/testing/keystone-server'
import { type ServiceWithKeystone, startServiceWithKeystone } from '@/testing/service-with-keystone'
import { warnAtStart } from './start-warning'

describe.skipIf(keystoneMissing)(`the warning at start, with a real Keystone ${keystoneMissing ?? ''}`, () => {
  let service: ServiceWithKeystone | undefined
  afterEach(async () => {
    await service?.stop()
    service = undefined
  })

  /** The warnings of a start with these lines of the configuration. */
  async function warnings(more: string, before?: (service: ServiceWithKeystone) => Promise<void>): Promise<string[]> {
    service = await startServiceWithKeystone({ more })
    await before?.(service)
    const said: string[] = []
    const { diagnostics, log } = service.app.services
    const listening = Object.assign(Object.create(log) as typeof log, { warn: (_: object, text: string) => said.push(text) })
    await warnAtStart({ diagnostics, log: listening })
    return said
  }

  it('is none where tokens can be checked', async () => expect(await warnings('')).toEqual([]))

  it('names a wrong password and what mends it, shows neither, and costs one log-in', async () => {
    const said = await warnings('password = not-the-password\n')
    expect(said).toHaveLength(1)
    expect(said[0]).toMatch(/its user name or password is wrong.*\| \[keystone_authtoken\] \| username = vitrine \| password = …/)
    expect(said[0]).not.toContain('not-the-password')
    expect(service?.keystone.countOf('POST', '/v3/auth/tokens')).toBe(1)
  })

  it('names a Keystone that does not answer, and the service runs on', async () => {
    const said = await warnings('', ({ keystone }) => keystone.kill())
    expect(said).toEqual([expect.stringMatching(/^Keystone does not answer/)])
    expect((await fetch(`${service?.app.url}/healthcheck`)).status).toBe(200)
  })

  it('names an account that may not ask about tokens', async () => {
    const said = await warnings('username = reader\nproject_name = demo\n')
    expect(said).toEqual([expect.stringMatching(/may log in, but not ask about tokens.*openstack role add --project demo/)])
  })
})
